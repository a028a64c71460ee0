import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { lendLock } from "@/messaging/lend-lock.ts";
import { offeredResultButtons } from "@/messaging/result-buttons.ts";
import type { ResultOnPage } from "@/messaging/result-buttons.ts";
import type { Problem } from "@/model/problem.ts";
import type { SortOrder } from "@/model/report.ts";
import { plainVerdict } from "@/model/verdict.ts";
import type { Reason, Verdict } from "@/model/verdict.ts";
import { bringResultButtons } from "@/ui/in-page/result-buttons/bring-result-buttons.tsx";
import { findDomain } from "@/ui/in-page/result-buttons/find-domain.ts";
import { offerDomainFinder } from "@/ui/in-page/result-buttons/owned-domain.ts";

import { fakePorts } from "../../support/fake-ports.ts";
import { eventually, fakeSurroundings, storedSettings } from "./extension-page.ts";

let end = new AbortController();
/** The shadow roots that were attached, by the name of their host; they are closed to everybody else. */
const trees = new Map<string, ShadowRoot>();
let verdict: Verdict = plainVerdict;
let sortedBy: SortOrder | null = null;
let problems: readonly Problem[] = [];
let judgedAnew = (): void => undefined;

const resultAt = (root: Element): ResultOnPage => ({
  root,
  parts: [],
  result: {
    id: root.id,
    position: 1,
    title: root.querySelector("a")?.textContent ?? "",
    url: root.querySelector("a")?.href ?? null,
    host: new URL(root.querySelector("a")!.href).host,
    snippet: "",
    meta: "",
    facets: [],
  },
  verdict,
});

offerDomainFinder(findDomain);

const start = async (): Promise<void> => {
  bringResultButtons(document);
  offeredResultButtons()!(
    {
      at: (element) => {
        const root = element.closest("article");
        return root && resultAt(root);
      },
      all: () => [...document.querySelectorAll("article")].map(resultAt),
      order: { sortedBy: () => sortedBy, problems: () => problems },
      onChange: (listener) => {
        const before = judgedAnew;
        judgedAnew = () => {
          before();
          listener();
        };
      },
      write: (change) => change(),
      signal: end.signal,
    },
    document.querySelector("#a a"),
  );
  await eventually(() => expect(trees.get("winnow-buttons")?.querySelectorAll("button")).toHaveLength(1));
};

const menuTree = (): ShadowRoot => trees.get("winnow-menu")!;
const menuControl = (name: string): HTMLElement => {
  const found = [...menuTree().querySelectorAll("button")].find(
    (button) => (button.getAttribute("aria-label") ?? button.textContent).trim() === name,
  );
  if (!found) throw new Error(`Nothing in the menu is called ${name}: ${menuTree().textContent}`);
  return found;
};
const openMenu = async (): Promise<void> => {
  trees.get("winnow-buttons")!.querySelector("button")!.click();
  await eventually(() => expect(menuTree().querySelector("[role=dialog]")).not.toBe(null));
};
const told = async (): Promise<readonly string[]> =>
  (await storedSettings()).filters.map(({ action, color, condition }) => `${action} ${String(color)} ${condition}`);

beforeEach(async () => {
  await fakeSurroundings();
  fakePorts();
  lendLock((run) => run());
  end = new AbortController();
  verdict = plainVerdict;
  sortedBy = null;
  problems = [];
  judgedAnew = () => undefined;
  trees.clear();
  // oxlint-disable-next-line typescript/unbound-method -- called with its element below
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, "attachShadow").mockImplementation(function attachShadow(this: Element, options) {
    if (options.mode !== "closed") throw new Error("The page could look in.");
    const tree = attach.call(this, options);
    trees.set(this.localName, tree);
    return tree;
  });
  Object.assign(document, { elementsFromPoint: () => [] });
  document.body.innerHTML = ["a", "b"]
    .map((id) => `<article id="${id}"><h3><a href="https://www.${id}.example.org/1">Title of ${id}</a></h3></article>`)
    .join("");
});
afterEach(() => {
  end.abort();
  vi.restoreAllMocks();
});

describe("the buttons at results", () => {
  test("write a filter at once, offer the way back, and take the same choice back", async () => {
    await start();
    await openMenu();
    menuControl("Hide this site").click();
    await eventually(async () => expect(await told()).toEqual(["hide 1 site:example.org"]));
    await eventually(() => expect(menuTree().textContent).toContain("Hidden from now on: example.org"));
    menuControl("Undo").click();
    await eventually(async () => expect(await told()).toEqual([]));

    await openMenu();
    menuControl("Mark: Pink").click();
    await eventually(async () => expect(await told()).toEqual(["mark 4 site:example.org"]));
    await openMenu();
    expect(menuControl("Mark: Pink").getAttribute("aria-pressed")).toBe("true");
    menuControl("Mark: Pink").click();
    await eventually(async () => expect(await told()).toEqual([]));
  });

  test("take the exact host or the one result as is chosen above, and the host while Shift is held", async () => {
    await start();
    await openMenu();
    const choose = (place: number): void => menuTree().querySelectorAll<HTMLInputElement>("input")[place]!.click();
    const heading = (): string => menuTree().querySelector("strong")?.textContent ?? "";
    expect(menuTree().querySelectorAll("input")).toHaveLength(3);
    const key = (type: string, shiftKey: boolean) =>
      window.dispatchEvent(new KeyboardEvent(type, { key: "Shift", shiftKey }));
    // The menu listens a moment after it has come.
    await eventually(() => {
      key("keydown", true);
      expect(heading()).toBe("www.a.example.org");
    });
    key("keyup", false);
    await eventually(() => expect(heading()).toBe("example.org"));
    choose(1);
    await eventually(() => expect(heading()).toBe("www.a.example.org"));
    menuControl("Never touch this site").click();
    await eventually(async () => expect(await told()).toEqual(["keep 1 site=www.a.example.org"]));
    await openMenu();
    choose(2);
    await eventually(() => expect(heading()).toBe("Title of a"));
    menuControl("Dim this result").click();
    await eventually(async () =>
      expect(await told()).toEqual(["keep 1 site=www.a.example.org", 'dim 1 url="https://www.a.example.org/1"']),
    );
  });

  test("say why the site is not offered where it lists nothing but its own", async () => {
    vi.spyOn(document, "location", "get").mockReturnValue({ hostname: "www.example.org" } as Location);
    document.querySelector("#b")!.remove();
    await start();
    await openMenu();
    expect(menuTree().querySelector(".head")?.textContent).toContain("All results here are from example.org");
    expect(menuControl("Hide this result")).toBeDefined();
  });

  test("hide by the words that are chosen", async () => {
    await start();
    await openMenu();
    menuControl("Hide by words of the title…").click();
    await eventually(() => expect(menuTree().querySelectorAll(".word")).toHaveLength(3));
    menuControl("Title").click();
    await eventually(() => expect(menuTree().querySelector("code")?.textContent).toBe('title:"Title"'));
    menuControl("Hide them").click();
    await eventually(async () => expect(await told()).toEqual(['hide 1 title:"Title"']));
  });

  test("say why: filter, condition and what met it", async () => {
    verdict = {
      ...plainVerdict,
      visibility: "dim",
      reasons: [
        {
          filter: "f",
          filterName: "Long ones",
          action: "dim",
          condition: "pages>20",
          evidence: [{ kind: "facet", facet: "pages", text: "26 pages" }],
          decisive: true,
        },
      ],
    };
    await start();
    await openMenu();
    for (const part of ["Dim", "Long ones", "pages>20", "26 pages"]) {
      expect(menuTree().querySelector(".why")?.textContent).toContain(part);
    }
  });

  test("say that only other results are shown", async () => {
    const reason = { filter: "f", filterName: "", action: "hide", condition: "-(pages>=30 steel)", decisive: true };
    verdict = { ...plainVerdict, visibility: "hide", reasons: [{ ...reason, action: "hide", evidence: [] }] };
    await start();
    await openMenu();
    expect(menuTree().querySelector(".reason p")?.textContent).toBe("Show only pages>=30 steel");
  });

  /** What the page says of the result once it has judged it by the filter that a choice has just made. */
  const judgeBy = async (decisive: boolean, others: readonly Partial<Reason>[]): Promise<void> => {
    const [made] = (await storedSettings()).filters;
    const reason = { evidence: [], filter: "other", filterName: "", condition: "site:org", decisive: true } as const;
    const own: Reason = { ...reason, filter: made!.id, action: made!.action, condition: made!.condition, decisive };
    verdict = {
      ...plainVerdict,
      reasons: [own, ...others.map((one) => ({ ...reason, action: "keep", ...one }) as const)],
    };
    judgedAnew();
  };
  const choose = async (name: string): Promise<void> => {
    await start();
    await openMenu();
    menuControl(name).click();
    await eventually(() => expect(menuTree().textContent).toContain("from now on: example.org"));
  };

  test.each([
    [
      "Hide this site",
      { action: "keep", filterName: "Kept sites" },
      "the filter “Kept sites” keeps this result as it is",
    ],
    ["Dim this site", { action: "hide", condition: "-(pages>=30)" }, "the filter “pages>=30” hides this result"],
    ["Dim this site", { action: "fold", filterName: "Long" }, "the filter “Long” folds this result"],
    ["Mark: Pink", { action: "mark", filterName: "Shops" }, "this result has its colour from the filter “Shops”"],
    [
      "Lift this site",
      { action: "lower", filterName: "Late", decisive: false },
      "the filter “Late” lowers this result",
    ],
  ] as const)("say what goes before “%s”: %j", async (name, above, text) => {
    await choose(name);
    await judgeBy(false, [above]);
    await eventually(() =>
      expect(menuTree().querySelector(".done")?.textContent).toContain(`Saved for example.org, but ${text}.`),
    );
    menuControl("Undo").click();
    await eventually(async () => expect(await told()).toEqual([]));
  });

  test("say so of a choice that took effect beside others", async () => {
    await choose("Hide this site");
    await judgeBy(true, [
      { action: "dim", decisive: false },
      { action: "raise", decisive: true },
    ]);
    await eventually(() =>
      expect(menuTree().querySelector(".done-text")?.textContent).toBe("Hidden from now on: example.org"),
    );
  });

  test.each([
    [{ by: "pages", descending: true }, [], "the results are sorted now", "(not now, as the results are sorted)"],
    [null, [{ code: "reorder-declined", args: [] }], "in its own order", "(not here, as the page keeps its own order)"],
    [
      null,
      [{ code: "reorder-overruled", args: [] }],
      "in its own order",
      "(not here, as the page keeps its own order)",
    ],
  ] as const)("say why a result is not lifted: %j %j", async (sort, said, text, hint) => {
    sortedBy = sort;
    problems = said;
    await choose("Lift this site");
    await judgeBy(true, []);
    await eventually(() => expect(menuTree().querySelector(".done")?.textContent).toContain(text));
    await openMenu();
    expect(menuTree().querySelector(".reason p")?.textContent).toContain(hint);
  });

  test("leave nothing behind", async () => {
    const before = document.documentElement.outerHTML;
    await start();
    await openMenu();
    expect(document.querySelectorAll("winnow-buttons, winnow-menu")).toHaveLength(2);
    end.abort();
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
