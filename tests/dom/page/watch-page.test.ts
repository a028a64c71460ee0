import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { watchPage } from "@/page/watch-page.ts";
import type { PageChange } from "@/page/watch-page.ts";

let stop = new AbortController();
beforeEach(() => {
  stop = new AbortController();
  document.body.replaceChildren(document.createElement("main"));
});
afterEach(() => stop.abort());

const main = (): Element => document.querySelector("main")!;
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));

test("many changes in one frame are told once, with the nodes they are in", async () => {
  const heard = vi.fn<(change: PageChange) => void>();
  watchPage(document, heard, stop.signal);
  main().append("one", document.createElement("p"));
  main().append("two");
  await settled();
  expect(heard).toHaveBeenCalledTimes(1);
  expect(heard.mock.calls[0]?.[0]).toEqual({
    dirty: [main()],
    restyled: [],
    moved: false,
    spoilt: [],
    added: [document.querySelector("p")],
  });
});

test("what happens before changes are wanted is not told", async () => {
  const heard = vi.fn<(change: PageChange) => void>();
  let begin = (): void => undefined;
  const watch = watchPage(document, heard, stop.signal, (wanted) => {
    begin = wanted;
  });
  main().append("one");
  main().className = "new";
  watch.unwatched(() => undefined);
  await settled();
  expect([heard.mock.calls.length, watch.changeCount()]).toEqual([0, 0]);
  begin();
  main().append("two");
  watch.unwatched(() => main().append("ours"));
  await settled();
  expect(heard.mock.calls.map(([{ dirty }]) => dirty)).toEqual([[main()]]);
  expect(watch.changeCount()).toBe(1);
});

test("what is added is told without what is in it", async () => {
  const heard = vi.fn<(change: PageChange) => void>();
  watchPage(document, heard, stop.signal);
  const outer = document.createElement("div");
  main().append(outer);
  outer.append(document.createElement("p"));
  await settled();
  expect(heard.mock.calls[0]?.[0].added).toEqual([outer]);
});

test("a link that gets another address is a change", async () => {
  const link = document.createElement("a");
  main().append(link);
  const heard = vi.fn<(change: PageChange) => void>();
  watchPage(document, heard, stop.signal);
  link.setAttribute("href", "https://example.com/");
  await settled();
  expect(heard.mock.calls[0]?.[0].dirty).toEqual([link]);
});

test("what is written unwatched is not told, what the page did just before is", async () => {
  const heard = vi.fn<(change: PageChange) => void>();
  const watch = watchPage(document, heard, stop.signal);
  watch.unwatched(() => main().append("ours"));
  await settled();
  expect(heard).not.toHaveBeenCalled();
  document.body.append("theirs");
  watch.unwatched(() => main().append("ours again"));
  await settled();
  expect(heard.mock.calls.map(([change]) => change.dirty)).toEqual([[document.body]]);
});

test("attributes of results that the page takes off are told, those that are written unwatched are not", async () => {
  const heard = vi.fn<(change: PageChange) => void>();
  const watch = watchPage(document, heard, stop.signal);
  watch.unwatched(() => main().setAttribute("data-winnow-result", "1"));
  await settled();
  expect(heard).not.toHaveBeenCalled();
  main().removeAttribute("data-winnow-result");
  watch.unwatched(() => document.body.setAttribute("data-winnow-result", "1"));
  await settled();
  expect(heard.mock.calls).toEqual([[{ dirty: [], restyled: [], moved: false, spoilt: [main()], added: [] }]]);
  document.body.removeAttribute("data-winnow-result");
});

test("the shadow tree of a guarded element is watched for them, too", async () => {
  const inside = main().attachShadow({ mode: "open" }).appendChild(document.createElement("p"));
  inside.setAttribute("data-winnow-verdict", "hide");
  const heard = vi.fn<(change: PageChange) => void>();
  const watch = watchPage(document, heard, stop.signal);
  watch.guard(inside);
  watch.unwatched(() => undefined);
  inside.removeAttribute("data-winnow-verdict");
  await settled();
  expect(heard.mock.calls[0]?.[0].spoilt).toEqual([inside]);
});

test("an error while writing unwatched leaves the watch intact", async () => {
  const heard = vi.fn<(change: PageChange) => void>();
  const watch = watchPage(document, heard, stop.signal);
  expect(() =>
    watch.unwatched(() => {
      main().append("ours");
      throw new Error("broken");
    }),
  ).toThrow("broken");
  main().append("theirs");
  await settled();
  expect(heard).toHaveBeenCalledTimes(1);
});

test("after the end nothing is told", async () => {
  const heard = vi.fn<(change: PageChange) => void>();
  watchPage(document, heard, stop.signal);
  main().append("theirs");
  stop.abort();
  main().append("more");
  await settled();
  expect(heard).not.toHaveBeenCalled();
});

test("the shadow trees that a followed element stands in are watched too", async () => {
  const outer = main().attachShadow({ mode: "open" });
  const host = outer.appendChild(document.createElement("div"));
  const result = host.attachShadow({ mode: "open" }).appendChild(document.createElement("p"));
  const heard = vi.fn<(change: PageChange) => void>();
  const watch = watchPage(document, heard, stop.signal);
  watch.follow(result);
  result.append("new");
  outer.append("too");
  await settled();
  expect(heard.mock.calls[0]?.[0].dirty).toEqual([result, outer]);
});

test("a shadow tree that an element comes to host is told, and then what happens in it", async () => {
  const host = document.createElement("x-list");
  main().append(host);
  const heard = vi.fn<(change: PageChange) => void>();
  const watch = watchPage(document, heard, stop.signal);
  watch.followHosts([host]);
  const tree = host.attachShadow({ mode: "open" });
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1), 5000);
  tree.append(document.createElement("p"));
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2), 5000);
  expect(heard.mock.calls.map(([change]) => change.dirty)).toEqual([[tree], [tree]]);
});

test.each(["class", "hidden", "style", "open", "aria-expanded", "aria-hidden"])(
  "an element whose %s changes is told apart from what changed its content",
  async (name) => {
    const heard = vi.fn<(change: PageChange) => void>();
    const watch = watchPage(document, heard, stop.signal);
    main().setAttribute(name, "x");
    main().setAttribute("data-frame", "1");
    watch.unwatched(() => document.body.setAttribute(name, "x"));
    await settled();
    document.body.removeAttribute(name);
    expect(heard.mock.calls.map(([change]) => change)).toEqual([
      { dirty: [], restyled: [main()], moved: false, spoilt: [], added: [] },
    ]);
  },
);

test("a page that restyles more than one can look at is told to have changed as a whole, and once more after a rest", async () => {
  const heard = vi.fn<(change: PageChange) => void>();
  watchPage(document, heard, stop.signal);
  main().append(...Array.from({ length: 1000 }, () => document.createElement("p")));
  await settled();
  const restyleAll = (): void => {
    for (const child of main().children) child.className += "x";
  };
  restyleAll();
  await settled();
  restyleAll();
  await settled();
  expect(heard.mock.calls.slice(1).map(([{ restyled }]) => restyled)).toEqual([[document.documentElement]]);
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(3), 5000);
  expect(heard.mock.calls[2]?.[0].restyled).toEqual([document.documentElement]);
  main().className = "new";
  await settled();
  expect(heard.mock.calls[3]?.[0].restyled).toEqual([main()]);
});
