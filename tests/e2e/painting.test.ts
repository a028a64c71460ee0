import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { browserNames } from "../support/find-browsers.ts";
import type { TabUnderTest } from "../support/tab-under-test.ts";
import type { ProbeCall, ProbeResult } from "./painting/probe-calls.ts";
import { startProbe } from "./painting/start-probe.ts";
import type { StartedProbe } from "./painting/start-probe.ts";

const lists = [
  { id: "first", color: 1 },
  { id: "second", color: 2 },
];

const listItem = (number: number): string =>
  `<li id="r${number}"><h3><a href="/x">Title with <em>need</em>le ${number}</a></h3>` +
  `<p>A snippet that holds a needle and hay, and goes on for a while so that it takes its place.</p>` +
  `<span>14 pages</span></li>`;

const page = `<!doctype html><html><head><title>Page</title><style>
  body { font: 16px/1.4 sans-serif; background: #fff; color: #000 } li { margin: 60px 0 }
</style></head><body class="plain"><ol>${Array.from({ length: 60 }, (_, index) => listItem(index + 1)).join("\n")}</ol>
<table border="1"><tr id="t1"><td>one</td><td>two</td><td>three</td></tr><tr id="t1b"><td colspan="3">more of one</td></tr>
<tr id="t2"><td>uno</td><td>due</td><td>tre</td></tr></table></body></html>`;

/** A page that forbids all it can: no styles, no scripts, no HTML from strings. */
const strict = {
  "content-security-policy": "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
};

const call = (tab: TabUnderTest, wanted: ProbeCall): Promise<unknown> =>
  tab.evaluate(async (text) => {
    const answer = await new Promise<string>((resolve) => {
      const listen = ({ data }: MessageEvent<unknown>): void => {
        if (typeof data === "string" && data.startsWith("answer:")) {
          window.removeEventListener("message", listen);
          resolve(data.slice("answer:".length));
        }
      };
      window.addEventListener("message", listen);
      window.postMessage(`probe:${text}`, "*");
    });
    const { value, error } = JSON.parse(answer) as { readonly value?: unknown; readonly error?: string };
    if (error !== undefined) {
      throw new Error(error);
    }
    return value;
  }, JSON.stringify(wanted));

const show = (
  tab: TabUnderTest,
  results: readonly ProbeResult[],
  painter: "highlight" | "mark" = "highlight",
): Promise<unknown> => call(tab, { do: "show", painter, lists, results });

const results = (count: number, more: Partial<ProbeResult> = {}): ProbeResult[] =>
  Array.from({ length: count }, (_, index) => ({
    root: `#r${index + 1}`,
    title: "a",
    snippet: "p",
    words: { first: "needle", second: "hay" },
    position: index + 1,
    ...more,
  }));

/** What the highlights hold by their names, as texts, for the results with these numbers. */
const lit = (tab: TabUnderTest, from: number, to: number): Promise<Record<string, string[]>> =>
  tab.evaluate(
    (first, last) => {
      const found: Record<string, string[]> = {};
      for (const [name, highlight] of CSS.highlights) {
        for (const range of highlight) {
          const result = range.startContainer.parentElement?.closest("li");
          const number = Number(result?.id.slice(1));
          if (number >= first && number <= last) {
            const live = document.createRange();
            live.setStart(range.startContainer, range.startOffset);
            live.setEnd(range.endContainer, range.endOffset);
            (found[name] ??= []).push(live.toString());
          }
        }
      }
      return found;
    },
    from,
    to,
  );

const markup = (tab: TabUnderTest): Promise<string> => tab.evaluate(() => document.documentElement.outerHTML);

const styleOf = (tab: TabUnderTest, selector: string, name: string): Promise<string> =>
  tab.evaluate(
    (wanted, property) => {
      const element = document.querySelector(wanted);
      return element === null ? "missing" : getComputedStyle(element).getPropertyValue(property);
    },
    selector,
    name,
  );

describe.each(browserNames)("painting in %s", (name) => {
  let probe: StartedProbe;
  let tab: TabUnderTest;
  let before: string;

  beforeAll(async () => {
    probe = await startProbe(
      name,
      new Map([
        ["https://results.test/", { body: page }],
        ["https://results.test/strict", { body: page, headers: strict }],
        ["https://results.test/dark", { body: page.replace('class="plain"', 'style="background:#111;color:#eee"') }],
      ]),
    );
    ({ tab } = probe);
  });

  const open = async (path: string): Promise<void> => {
    await probe.open(`https://results.test/${path}`);
    before = await markup(tab);
  };

  beforeEach(() => open(""));

  afterAll(() => probe.close());

  it("reads the fields of a result apart", async () => {
    expect(await show(tab, results(1))).toStrictEqual([
      {
        title: "Title with needle 1",
        snippet: "A snippet that holds a needle and hay, and goes on for a while so that it takes its place.",
        meta: "14 pages",
      },
    ]);
  });

  it("lights up hits near the view and no others, without touching the page's nodes", async () => {
    await show(tab, results(60));
    const bare = (text: string): string => text.replaceAll(/ data-winnow-[a-z]+="[^"]*"/g, "");
    expect(bare(await markup(tab))).toBe(before);
    await tab.waitFor(() => CSS.highlights.get("winnow-2")?.size ?? 0);
    expect(await lit(tab, 1, 2)).toStrictEqual({
      "winnow-1": ["needle", "needle", "needle", "needle"],
      "winnow-2": ["hay", "hay"],
    });
    await tab.evaluate(() => document.querySelector("#r60")?.scrollIntoView());
    await tab.waitFor(() =>
      [...(CSS.highlights.get("winnow-2") ?? [])].some(
        (range) => range.startContainer.parentElement?.closest("li")?.id === "r60",
      ),
    );
    await tab.waitFor(() =>
      [...(CSS.highlights.get("winnow-2") ?? [])].every(
        (range) => range.startContainer.parentElement?.closest("li")?.id !== "r1",
      ),
    );
    expect(await lit(tab, 1, 2)).toStrictEqual({});
    expect(await lit(tab, 60, 60)).toStrictEqual({ "winnow-1": ["needle", "needle"], "winnow-2": ["hay"] });
  });

  it("gives highlights the colours of the page's tone", async () => {
    const back = (): Promise<string> =>
      tab.evaluate(
        () => getComputedStyle(document.querySelector("#r1 p") as Element, "::highlight(winnow-1)").backgroundColor,
      );
    await show(tab, results(1));
    const light = await back();
    await open("dark");
    await show(tab, results(1));
    expect([light, await back()]).toStrictEqual(["rgb(255, 234, 108)", "rgb(97, 86, 4)"]);
  });

  it("takes the paint off what no longer holds its text, and keeps the rest", async () => {
    await show(tab, results(1));
    await tab.evaluate(async () => {
      const text = document.querySelector("#r1 p")?.firstChild as Text;
      text.data = text.data.replace("a needle", "no such thing");
      await Promise.resolve();
    });
    expect(await lit(tab, 1, 1)).toStrictEqual({ "winnow-1": ["needle"] });
  });

  it("puts highlights back that the page threw out", async () => {
    await show(tab, results(1));
    await tab.evaluate(() => CSS.highlights.clear());
    await show(tab, results(1));
    expect(Object.keys(await lit(tab, 1, 1))).toStrictEqual(["winnow-1", "winnow-2"]);
  });

  it("marks the current hit", async () => {
    await show(tab, results(2));
    expect(await call(tab, { do: "setCurrent", root: "#r2", hit: 1 })).toBe("p");
    expect((await lit(tab, 2, 2))["winnow-current"]).toStrictEqual(["needle"]);
    await call(tab, { do: "setCurrent", root: "none", hit: 0 });
    expect((await lit(tab, 2, 2))["winnow-current"]).toBeUndefined();
  });

  it("leaves nothing behind when cleared", async () => {
    await show(tab, [
      ...results(3),
      ...results(3, { visibility: "fold", foldText: "Folded", mark: 2 }).map((result, index) => ({
        ...result,
        root: `#r${index + 4}`,
      })),
      { root: "#t1", parts: "#t1b", visibility: "fold", foldText: "Folded" },
    ]);
    expect(await markup(tab)).not.toBe(before);
    await call(tab, { do: "clear" });
    expect(await markup(tab)).toBe(before);
    expect(await tab.evaluate(() => [document.adoptedStyleSheets.length, CSS.highlights.size])).toStrictEqual([0, 0]);
  });

  it("shows verdicts by attributes and one style sheet, under any policy of the page", async () => {
    await open("strict");
    await show(tab, [
      { root: "#r1", visibility: "hide", position: 1 },
      { root: "#r2", visibility: "dim", position: 2 },
      { root: "#r3", visibility: "fold", foldText: "Folded", position: 3 },
      { root: "#r4", mark: 3, position: 4 },
      { root: "#t1", parts: "#t1b", visibility: "hide", position: 5 },
    ]);
    expect(await styleOf(tab, "#r1", "display")).toBe("none");
    expect(await styleOf(tab, "#r2", "opacity")).toBe("0.35");
    expect(await styleOf(tab, "#r3", "display")).toBe("none");
    expect(await styleOf(tab, "winnow-fold", "display")).toBe("block");
    expect(await styleOf(tab, "#r4", "outline-style")).toBe("solid");
    expect(await styleOf(tab, "#t1b", "display")).toBe("none");
    await call(tab, { do: "setShowHidden", on: true });
    expect(await styleOf(tab, "#r1", "display")).toBe("list-item");
    expect(await styleOf(tab, "#r1", "outline-style")).toBe("dashed");
    expect(await styleOf(tab, "#t1b", "display")).toBe("table-row");
    await call(tab, { do: "clear" });
    expect(await markup(tab)).toBe(before);
  });

  it("opens a folded result on a click and closes it on Enter", async () => {
    await show(tab, results(1, { visibility: "fold", foldText: "Not wanted: needle" }));
    await tab.click("winnow-fold");
    await tab.waitFor(() => document.querySelector("#r1")?.hasAttribute("data-winnow-open"));
    expect(await styleOf(tab, "#r1", "display")).toBe("list-item");
    await tab.press("Enter");
    await tab.waitFor(() => document.querySelector("#r1")?.hasAttribute("data-winnow-open") === false);
    expect(await styleOf(tab, "#r1", "display")).toBe("none");
  });

  it("keeps a table a table when a row is folded", async () => {
    const boxes = (): Promise<number[]> =>
      tab.evaluate(() =>
        ["table", "#t2 td:nth-child(1)", "#t2 td:nth-child(2)", "#t2 td:nth-child(3)"].map(
          (selector) => document.querySelector(selector)?.getBoundingClientRect().width ?? 0,
        ),
      );
    await show(tab, [{ root: "#t1", parts: "#t1b", visibility: "hide" }]);
    const hidden = await boxes();
    await show(tab, [
      { root: "#t1", parts: "#t1b", visibility: "fold", foldText: "A long line about why this row is folded away" },
    ]);
    expect(await boxes()).toStrictEqual(hidden);
    const fold = await tab.evaluate(() => {
      const line = document.querySelector("winnow-fold")?.getBoundingClientRect();
      const table = document.querySelector("table")?.getBoundingClientRect();
      return { wide: (line?.width ?? 0) > (table?.width ?? 0) * 0.9, tall: line?.height ?? 0 };
    });
    expect(fold.wide).toBe(true);
    expect(fold.tall).toBeGreaterThan(10);
    expect(fold.tall).toBeLessThan(40);
  });

  it("paints by mark.js where chosen, and puts the same text nodes back", async () => {
    await tab.evaluate(() => {
      const text = document.querySelector("#r1 p")?.firstChild as Text;
      text.splitText(4).splitText(10);
      Object.assign(window, { kept: [...(document.querySelector("#r1 p")?.childNodes ?? [])] });
    });
    await show(tab, results(2), "mark");
    const marks = await tab.evaluate(() =>
      [...document.querySelectorAll("#r1 mark.winnow-hit")].map((mark) => [
        mark.getAttribute("data-winnow-list"),
        mark.textContent,
        getComputedStyle(mark).backgroundColor,
      ]),
    );
    expect(marks).toStrictEqual([
      ["first", "need", "rgb(255, 234, 108)"],
      ["first", "le", "rgb(255, 234, 108)"],
      ["first", "needle", "rgb(255, 234, 108)"],
      ["second", "hay", "rgb(121, 239, 143)"],
    ]);
    await call(tab, { do: "clear" });
    expect(await markup(tab)).toBe(before);
    const same = await tab.evaluate(() => {
      const { kept } = window as unknown as { readonly kept: readonly Node[] };
      const now = [...(document.querySelector("#r1 p")?.childNodes ?? [])];
      return now.length === kept.length && now.every((node, index) => node === kept[index]);
    });
    expect(same).toBe(true);
  });
});
