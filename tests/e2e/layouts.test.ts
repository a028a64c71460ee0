import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import type { Filter } from "@/model/filter.ts";

import { storeSettings } from "../support/extension-data.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { filter, settingsWith } from "../support/settings-for-tests.ts";
import type { TabUnderTest } from "../support/tab-under-test.ts";

/** Where screenshots go, to be looked at; nowhere unless asked for. */
const pictures = process.env["WINNOW_PICTURES"];

const count = 9;
/** Pixels that columns may move by: tables share out what is left over. */
const rounding = 5;
const words = ["plain", "gone", "slim"];
const inside = (index: number): string =>
  `<h3><a href="https://site${index}.example/">Document ${index}</a></h3><p>A ${words[index % 3]} text of a few words.</p>`;
const each = (make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join("\n");
const rowsOfThree = (open: string, close: string, make: (index: number) => string): string =>
  [0, 3, 6].map((first) => open + [first, first + 1, first + 2].map(make).join("") + close).join("\n");

interface Layout {
  readonly style: string;
  readonly html: string;
  /** How many results stand beside each other at the start of the listing. */
  readonly columns: number;
}

const layouts: Readonly<Record<string, Layout>> = {
  blocks: {
    style: ".r { margin: 12px 0; padding: 8px; border: 1px solid }",
    html: `<div class="list">${each((index) => `<div class="r">${inside(index)}</div>`)}</div>`,
    columns: 1,
  },
  // Cards that only what follows them is kept away from, in a block and in a column of boxes.
  stacked: {
    style: ".r { margin: 0 0 14px; padding: 8px; border: 1px solid }",
    html: `<div class="list">${each((index) => `<div class="r">${inside(index)}</div>`)}</div>`,
    columns: 1,
  },
  column: {
    style:
      ".list { display: flex; flex-direction: column } .r { margin-bottom: 14px; padding: 8px; border: 1px solid }",
    html: `<div class="list">${each((index) => `<div class="r">${inside(index)}</div>`)}</div>`,
    columns: 1,
  },
  grid: {
    style: ".list { display: grid; grid-template-columns: repeat(3, 1fr); gap: 10px } .r { border: 1px solid }",
    html: `<div class="list">${each((index) => `<div class="r">${inside(index)}</div>`)}</div>`,
    columns: 3,
  },
  flex: {
    style: ".list { display: flex; flex-wrap: wrap; gap: 10px } .r { width: 280px; border: 1px solid }",
    html: `<ul class="list">${each((index) => `<li class="r">${inside(index)}</li>`)}</ul>`,
    columns: 3,
  },
  floats: {
    style: ".r { float: left; width: 30%; height: 130px; margin: 1%; border: 1px solid; box-sizing: border-box }",
    html: `<div class="list">${each((index) => `<div class="r">${inside(index)}</div>`)}</div>`,
    columns: 3,
  },
  masonry: {
    style: ".list { columns: 3 } .r { break-inside: avoid; border: 1px solid }",
    html: `<div class="list">${each((index) => `<div class="r">${inside(index)}</div>`)}</div>`,
    columns: 1,
  },
  rows: {
    style:
      "table { border-collapse: collapse; width: 90%; table-layout: fixed } td { border: 1px solid; padding: 4px }",
    html: `<table class="list"><thead><tr><th>No.</th><th>Text</th><th>Size</th></tr></thead><tbody>${each(
      (index) => `<tr class="r"><td>${index}</td><td>${inside(index)}</td><td>${index} MB</td></tr>`,
    )}</tbody></table>`,
    columns: 1,
  },
  cells: {
    style: "table { border-collapse: collapse; width: 90% } td { border: 1px solid; padding: 4px; width: 33% }",
    html: `<table class="list"><tbody>${rowsOfThree("<tr>", "</tr>", (index) => `<td class="r">${inside(index)}</td>`)}</tbody></table>`,
    columns: 3,
  },
};

const origin = "https://layouts.example";
const pageOf = ({ style, html }: Layout): string =>
  `<!doctype html><html lang="en"><head><title>Layouts</title><style>
    html { overflow-y: scroll } body { font: 15px/1.4 sans-serif; background: #fff; color: #111 } ${style}
  </style></head><body><h1>Layouts</h1>${html}<p id="after">After the listing</p></body></html>`;

const recipe = {
  name: "Layouts",
  pages: [
    {
      name: "All",
      matches: [`${origin}/*`],
      results: [{ root: ".r", url: "h3 a", props: { title: "h3", snippet: "p" } }],
    },
  ],
};

/** Where each result stands, and how wide the page is in need of. */
const boxes = (tab: TabUnderTest) =>
  tab.evaluate(() => ({
    results: [...document.querySelectorAll(".r")].map((item) => {
      const { left, top, width, height } = item.getBoundingClientRect();
      return { left: Math.round(left), top: Math.round(top), width: Math.round(width), height: Math.round(height) };
    }),
    heads: [...document.querySelectorAll("th")].map((head) => Math.round(head.getBoundingClientRect().width)),
    pageWidth: document.documentElement.scrollWidth,
    lines: [...document.querySelectorAll("winnow-fold, winnow-notice")].map((line) => {
      const { width, height } = line.getBoundingClientRect();
      return { name: line.localName, width: Math.round(width), height: Math.round(height) };
    }),
  }));

const picture = async (tab: TabUnderTest, ...name: readonly string[]): Promise<void> => {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await tab.screenshot(join(pictures, `${name.join("-")}.png`));
};

/**
 * A table whose columns are as wide as their widest cells, which stand in rows that go; and with other ways of rows.
 */
const wide = "a cell that is by far the widest one of all in this column of the table";
const looseRows = (style: string, left: (index: number) => boolean): string =>
  pageOf({
    style: `td { padding: 4px; border: 1px solid } ${style}`,
    html: `<table><tbody>${Array.from({ length: count }, (_, index) =>
      left(index)
        ? `<tr class="r"><td>${index}</td><td>${inside(index)}</td><td>${index % 3 === 0 ? "short" : wide}</td></tr>`
        : "",
    ).join("")}</tbody></table>`,
    columns: 1,
  });
const waysOfRows: Readonly<Record<string, string>> = {
  table: "",
  "table with one border": "table { border-collapse: collapse }",
  blocks: "tr { display: block }",
  boxes: "tr { display: flex }",
  grid: "tbody { display: grid; grid-template-columns: 1fr 3fr 3fr } tr { display: contents }",
};

/** Results without a box of their own, with one thing in each or with two that fill the columns of a grid. */
const boxless: Readonly<Record<string, Layout>> = {
  "two columns": {
    style: ".list { display: grid; grid-template-columns: 1fr 3fr } .r { display: contents }",
    html: `<div class="list">${each((index) => `<div class="r">${inside(index)}</div>`)}</div>`,
    columns: 2,
  },
  cards: {
    style: `.list { display: grid; grid-template-columns: repeat(3, 1fr); gap: 10px } .r { display: contents }
      article { border: 1px solid }`,
    html: `<ul class="list">${each((index) => `<li class="r"><article>${inside(index)}</article></li>`)}</ul>`,
    columns: 3,
  },
  rows: {
    style: `table { display: block } tbody { display: grid; grid-template-columns: 60px 3fr 1fr } tr { display: contents }
      td { padding: 4px; border: 1px solid }`,
    html: `<table class="list"><tbody>${each(
      (index) => `<tr class="r"><td>${index}</td><td>${inside(index)}</td><td>${index} MB</td></tr>`,
    )}</tbody></table>`,
    columns: 3,
  },
  "one below the other": {
    style: ".r { display: contents }",
    html: `<div class="list">${each((index) => `<div class="r">${inside(index)}</div>`)}</div>`,
    columns: 1,
  },
};

inEachBrowser(
  "Layouts in which results are taken away",
  async (browser) => {
    browser.serve(
      new Map([
        ...Object.entries(layouts).map(([name, layout]) => [`${origin}/${name}`, { body: pageOf(layout) }] as const),
        ...Object.entries(boxless).map(
          ([name, layout]) => [`${origin}/boxless-${encodeURI(name)}`, { body: pageOf(layout) }] as const,
        ),
        ...Object.entries(waysOfRows).flatMap(([name, style]) => [
          [`${origin}/rows-${encodeURI(name)}`, { body: looseRows(style, () => true) }] as const,
          [`${origin}/left-${encodeURI(name)}`, { body: looseRows(style, (index) => index % 3 === 0) }] as const,
        ]),
      ]),
    );
    await browser.grantHost(`${origin}/*`);
  },
  (browser) => {
    const open = async (name: string, filters: readonly Filter[]): Promise<TabUnderTest> => {
      await storeSettings(browser(), settingsWith({ filters, recipes: [{ id: "own", enabled: true, data: recipe }] }));
      const tab = await browser().open(`${origin}/${name}`);
      await tab.waitForState("ready");
      return tab;
    };

    test.each(Object.entries(layouts))("%s stay whole", async (name, { columns }) => {
      const untouched = await boxes(await open(name, []));
      const tab = await open(name, [filter("hide", "gone"), filter("fold", "slim")]);
      await tab.waitFor(() => document.querySelectorAll("winnow-fold").length === 3);
      const now = await boxes(tab);
      await picture(tab, name, browser().name);
      expect(now.pageWidth).toBe(untouched.pageWidth);
      expect(now.heads).toEqual(untouched.heads);
      const kinds = now.results.map((_, index) => words[index % 3]);
      // A cell keeps its place, so that those after it stay in their columns.
      expect(now.results.map(({ height }) => height > 0)).toEqual(
        kinds.map((kind) => kind === "plain" || (kind === "gone" && name === "cells")),
      );
      // What stays is as large as it was, to a few pixels of rounding, and in line with a column.
      const kept = now.results.flatMap((box, index) =>
        kinds[index] === "plain" ? [{ box, before: untouched.results[index] }] : [],
      );
      for (const { box, before } of kept) {
        expect(Math.abs(box.width - (before?.width ?? 0))).toBeLessThanOrEqual(rounding);
        expect(untouched.results.some((one) => Math.abs(one.left - box.left) <= rounding)).toBe(true);
      }
      expect(now.lines.length).toBe(3);
      // A line in the place of a cell reaches over the half of the borders that cells share.
      for (const { width, height } of now.lines) {
        expect(width).toBeGreaterThan(columns === 1 && name !== "masonry" ? 500 : 100);
        expect(height).toBeGreaterThan(15);
        expect(width).toBeLessThanOrEqual(Math.max(...untouched.results.map((one) => one.width)) + 2 * rounding);
      }
      expect(untouched.results.filter(({ top }) => top === untouched.results[0]?.top).length).toBeGreaterThanOrEqual(
        columns,
      );
    });

    const table = (tab: TabUnderTest) =>
      tab.evaluate(() => ({
        height: Math.round(document.querySelector("tbody")!.getBoundingClientRect().height),
        columns: [...document.querySelectorAll(".r:first-child td")].map((cell) =>
          Math.round(cell.getBoundingClientRect().width),
        ),
      }));

    test.each(Object.keys(waysOfRows))("rows go and leave no hole: %s", async (name) => {
      const filters = [filter("hide", "gone OR slim")];
      const untouched = await table(await open(`rows-${encodeURI(name)}`, []));
      const left = await table(await open(`left-${encodeURI(name)}`, []));
      const tab = await open(`rows-${encodeURI(name)}`, filters);
      await tab.waitFor(() => document.querySelectorAll("[data-winnow-verdict=hide]").length === 6);
      const now = await table(tab);
      await picture(tab, "rows", name, browser().name);
      expect(Math.abs(now.height - left.height)).toBeLessThanOrEqual(2);
      expect(untouched.height).toBeGreaterThan(left.height + 100);
      // Where rows are those of a table, its columns stay as wide as what has gone made them.
      expect(now.columns).toEqual(name.startsWith("table") ? untouched.columns : left.columns);
      expect(await tab.evaluate(() => document.body.innerText.includes("widest"))).toBe(false);
      await storeSettings(browser(), settingsWith({ recipes: [{ id: "own", enabled: true, data: recipe }] }));
      await tab.waitFor(() => document.querySelectorAll("[data-winnow-verdict=show]").length === 9);
      expect(await table(tab)).toEqual(untouched);
    });

    test("columns stay as wide where rows are folded, and a folded row opens", async () => {
      const untouched = await table(await open("rows-table", []));
      const tab = await open("rows-table", [filter("fold", "gone OR slim")]);
      await tab.waitFor(() => document.querySelectorAll("winnow-fold").length === 6);
      expect((await table(tab)).columns).toEqual(untouched.columns);
      await tab.inside("winnow-fold").click("button");
      await tab.waitFor(() => (document.querySelector("winnow-fold + .r")?.getBoundingClientRect().height ?? 0) > 20);
    });

    test.each(["blocks", "stacked", "column", "grid", "floats"])("lines keep off the results of %s", async (name) => {
      const tab = await open(name, [filter("hide", "gone"), filter("fold", "slim")]);
      await tab.waitFor(() => document.querySelectorAll("winnow-fold").length === 3);
      const gaps = await tab.evaluate(() =>
        [...document.querySelectorAll("winnow-fold")].flatMap((line) => {
          const box = line.getBoundingClientRect();
          return [...document.querySelectorAll("[data-winnow-verdict=show]")]
            .map((other) => other.getBoundingClientRect())
            .filter(({ left, right }) => left < box.right && right > box.left)
            .map(({ top, bottom }) => (top >= box.bottom ? top - box.bottom : box.top - bottom));
        }),
      );
      expect(gaps.length).toBeGreaterThan(1);
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5.5);
    });

    /** What is seen of each result that has no box: where it begins, how clear it is, and whether it has an edge. */
    const seen = (tab: TabUnderTest) =>
      tab.evaluate(() =>
        [...document.querySelectorAll(".r")].map((root) =>
          [...root.children]
            .filter((box) => box.getBoundingClientRect().height > 0)
            .map((box) => {
              const { opacity, outlineStyle } = getComputedStyle(box);
              return { left: Math.round(box.getBoundingClientRect().left), opacity, edged: outlineStyle === "solid" };
            }),
        ),
      );

    test.each(Object.keys(boxless))("results without a box are drawn on what is seen of them: %s", async (name) => {
      const untouched = await seen(await open(`boxless-${encodeURI(name)}`, []));
      const tab = await open(`boxless-${encodeURI(name)}`, [filter("dim", "gone"), filter("mark", "plain")]);
      await picture(tab, "boxless", name, browser().name, "dim");
      expect(await seen(tab)).toEqual(
        untouched.map((result, index) =>
          result.map((box) => ({
            ...box,
            edged: words[index % 3] === "plain",
            opacity: words[index % 3] === "gone" ? "0.35" : "1",
          })),
        ),
      );
      // Whoever reads one half of a result reads the other.
      await tab.hover("[data-winnow-verdict=dim] h3");
      await tab.waitFor(
        (before) =>
          [...document.querySelectorAll("[data-winnow-verdict=dim] [data-winnow-part]")].filter(
            (box) => getComputedStyle(box).opacity === "1",
          ).length === before,
        untouched[0]!.length,
      );
    });

    test.each(Object.entries(boxless))("lines leave the columns of what has no box: %s", async (name, { columns }) => {
      const untouched = await seen(await open(`boxless-${encodeURI(name)}`, []));
      const tab = await open(`boxless-${encodeURI(name)}`, [filter("fold", "slim"), filter("hide", "gone")]);
      await tab.waitFor(() => document.querySelectorAll("winnow-fold").length === 3);
      await picture(tab, "boxless", name, browser().name, "fold");
      const lefts = (result: (typeof untouched)[number] | undefined) => result?.map(({ left }) => left);
      const now = await seen(tab);
      // Of three results one is gone: those after it move up, cards from one column to another.
      expect(now.map(lefts)).toEqual(
        untouched.map((_, index) =>
          words[index % 3] === "plain" ? lefts(untouched[index - Math.floor(index / 3)]) : [],
        ),
      );
      const { lines, pageWidth } = await boxes(tab);
      for (const { width, height } of lines) {
        expect(width).toBeGreaterThan(name === "cards" ? (pageWidth / columns) * 0.8 : pageWidth * 0.85);
        expect(height).toBeGreaterThan(15);
        expect(height).toBeLessThan(40);
      }
      await tab.inside("winnow-fold").click("button");
      const boxCount = untouched[0]!.length;
      await tab.waitFor(
        (wanted) =>
          [...(document.querySelector("winnow-fold + .r")?.children ?? [])].filter(
            (box) => box.getBoundingClientRect().height > 0,
          ).length === wanted,
        boxCount,
      );
      await storeSettings(browser(), settingsWith({ recipes: [{ id: "own", enabled: true, data: recipe }] }));
      await tab.waitFor(() => document.querySelectorAll("[data-winnow-verdict=show]").length === 9);
      expect(await seen(tab)).toEqual(untouched);
      // Straight from gone to folded, when the browser tells nothing of boxes.
      await storeSettings(
        browser(),
        settingsWith({
          filters: [filter("hide", "plain")],
          recipes: [{ id: "own", enabled: true, data: recipe }],
        }),
      );
      await tab.waitFor(() => document.querySelectorAll("[data-winnow-verdict=hide]").length === 3);
      await storeSettings(
        browser(),
        settingsWith({
          filters: [filter("fold", "plain")],
          recipes: [{ id: "own", enabled: true, data: recipe }],
        }),
      );
      await tab.waitFor(() => document.querySelectorAll("winnow-fold").length === 3);
      expect((await boxes(tab)).lines.map(({ width }) => width)).toEqual(lines.map(({ width }) => width));
    });

    test.each(Object.keys(layouts))("%s say so where nothing is left, and show it when asked", async (name) => {
      const tab = await open(name, [filter("hide", "text")]);
      await tab.waitFor(() => document.querySelector("winnow-notice"));
      await picture(tab, "all", name, browser().name);
      const { lines } = await boxes(tab);
      expect(lines).toMatchObject([{ name: "winnow-notice" }]);
      expect(lines[0]?.width).toBeGreaterThan(500);
      expect(lines[0]?.height).toBeGreaterThan(25);
      const isShown = (): boolean =>
        getComputedStyle(document.querySelector(".r")!).visibility === "visible" &&
        (document.querySelector<HTMLElement>(".r")?.offsetHeight ?? 0) > 0;
      // By the keyboard: it is the first thing in the page that takes the focus.
      await tab.press("Tab");
      await tab.press("Enter");
      await tab.waitFor(isShown);
      await picture(tab, "all", name, browser().name, "open");
      await tab.press("Enter");
      await tab.waitFor(() => {
        const first = document.querySelector<HTMLElement>(".r");
        return first?.offsetHeight === 0 || (first !== null && getComputedStyle(first).visibility === "hidden");
      });
      await storeSettings(browser(), settingsWith({ recipes: [{ id: "own", enabled: true, data: recipe }] }));
      await tab.waitFor(() => document.querySelector("winnow-notice") === null);
    });
  },
);
