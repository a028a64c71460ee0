import { beforeEach, describe, expect, test } from "vitest";

import type { Facet, FacetName } from "@/model/facet.ts";
import type { ResultReport } from "@/model/report.ts";
import { plainVerdict } from "@/model/verdict.ts";
import { startPopup } from "@/ui/popup/start-popup.tsx";

import {
  announceReport,
  choose,
  control,
  eventually,
  fakeReport,
  fakeSurroundings,
  open,
  storedSettings,
} from "./extension-page.ts";

const day = 86_400_000;
const now = Date.now();

const results = (
  facet: FacetName,
  values: readonly (number | null)[],
  more: Partial<Facet> = {},
): readonly ResultReport[] =>
  values.map((value, index) => ({
    result: {
      id: String(index),
      position: index + 1,
      title: `Result ${index}`,
      url: null,
      host: null,
      snippet: "",
      meta: "",
      facets: value === null ? [] : [{ name: facet, value, text: String(value), ...more }],
    },
    hits: {},
    verdict: plainVerdict,
  }));

const pages = [14, 26, 295, 48, 31, 176, 44, 51, 20, 7];

let around: Awaited<ReturnType<typeof fakeSurroundings>>;
beforeEach(async () => {
  around = await fakeSurroundings();
  localStorage.setItem("winnow-part-narrow", "open");
});

const show = async (all: readonly ResultReport[], tried: readonly string[] = []): Promise<void> => {
  around.report = fakeReport({ found: all.length, results: all, tried });
  await open(startPopup);
};

/** Moves a handle as the browser does under a finger, and gives what it then says. */
const drag = (name: string, index: number): string | null => {
  const handle = control("input", name);
  handle.value = String(index);
  handle.dispatchEvent(new Event("input", { bubbles: true }));
  return handle.getAttribute("aria-valuetext");
};

/** Drags a handle to the stop of that name. */
const dragTo = async (name: string, text: string): Promise<void> => {
  for (let index = 0; index <= Number(control("input", name).max); index++) {
    drag(name, index);
    await Promise.resolve();
    if (control("input", name).getAttribute("aria-valuetext") === text) return;
  }
  throw new Error(`No stop “${text}” of “${name}”`);
};

const lastTried = (): unknown => around.asked.findLast(([name]) => name === "tryConditions")?.[1];
const triedIs = (...conditions: readonly string[]) => eventually(() => expect(lastTried()).toEqual(conditions));
const stopsOf = async (name: string): Promise<readonly (string | null)[]> => {
  const { max, value } = control("input", name);
  const stops: (string | null)[] = [];
  for (let index = 0; index <= Number(max); index++) {
    drag(name, index);
    await Promise.resolve();
    stops.push(control("input", name).getAttribute("aria-valuetext"));
  }
  drag(name, Number(value));
  return stops;
};

const bars = (kind: "kept" | "gone"): number =>
  [...document.querySelectorAll<HTMLElement>(`.bar-${kind}`)].filter(({ style }) => style.blockSize !== "0").length;

describe("a range of figures", () => {
  test("what is dragged to 40 pages leaves those with 40, and says so", async () => {
    await show(results("pages", [...pages, 40, null]));
    expect(document.querySelector(".facet-range")?.textContent).toBe("7 – 300 pages");
    await dragTo("pages: at least", "40 pages");
    await triedIs("pages<40");
    expect(document.querySelector(".facet-range")?.textContent).toBe("from 40 pages");
    expect(bars("gone")).toBeGreaterThan(0);
    await dragTo("pages: at most", "200 pages");
    await triedIs("pages<40 OR pages>200");
    expect(document.querySelector(".facet-range")?.textContent).toBe("40 – 200 pages");
  });

  test("the handles don't pass one another", async () => {
    await show(results("pages", pages));
    await dragTo("pages: at most", "40 pages");
    const most = control("input", "pages: at most").value;
    drag("pages: at least", 100);
    await eventually(() => expect(control("input", "pages: at least").value).toBe(most));
    await triedIs("pages<40 OR pages>40");
  });

  test("results without the figure stay, until the user lets them go too", async () => {
    await show(results("pages", [...pages, null, null]));
    await dragTo("pages: at least", "40 pages");
    await triedIs("pages<40");
    control("input", "Keep the 2 results that don’t say").click();
    await triedIs("pages<40 OR -has:pages");
    control("button", "Reset pages").focus();
    control("button", "Reset pages").click();
    await triedIs();
    expect(document.querySelector(".facet-tools")).toBeNull();
    expect(document.activeElement).toBe(control("input", "pages: at least"));
  });

  test("there is never more than one message under way, and the last place counts", async () => {
    await show(results("pages", pages));
    let answer = (): void => undefined;
    around.answering = new Promise<void>((resolve) => (answer = resolve));
    const asked = (): number => around.asked.filter(([name]) => name === "tryConditions").length;
    for (const index of [1, 2, 3, 4, 5]) drag("pages: at least", index);
    expect(asked()).toBe(1);
    answer();
    await eventually(() => expect(asked()).toBe(2));
    const handle = control("input", "pages: at least");
    await triedIs(`pages<${handle.getAttribute("aria-valuetext")?.split(" ")[0]}`);
    expect(handle.value).toBe("5");
  });

  test("what the page tries out stands there when the popup is opened again", async () => {
    localStorage.clear();
    await show(results("pages", pages), ["pages<33", "views<5"]);
    expect(document.querySelector<HTMLDetailsElement>(".part-narrow")?.open).toBe(true);
    expect(document.querySelector(".facet-range")?.textContent).toBe("from 33 pages");
    expect(document.body.textContent).toContain("Tried out: views<5");
    control("button", "Reset views<5").click();
    await triedIs("pages<33");
  });

  test("saved as a filter, it hides by that condition and is no longer tried out; undo takes it away", async () => {
    await show(results("size", [665_273, 1_195_376, 9_269_411]));
    await dragTo("size: at most", "2 MB");
    await triedIs("size>2MB");
    control("button", "Save as filter").focus();
    control("button", "Save as filter").click();
    expect(document.activeElement).toBe(control("input", "size: at least"));
    await eventually(async () =>
      expect((await storedSettings()).filters).toMatchObject([
        { condition: "size>2MB", action: "hide", enabled: true },
      ]),
    );
    await triedIs();
    control("button", "Undo").click();
    await eventually(async () => expect((await storedSettings()).filters).toEqual([]));
  });

  test("those hidden by a filter are pale from the start", async () => {
    const [first, ...others] = results("pages", pages);
    const reasons = [
      { filter: "a", filterName: "", action: "hide" as const, condition: "x", evidence: [], decisive: true },
    ];
    await show([{ ...first!, verdict: { ...plainVerdict, visibility: "hide", reasons } }, ...others]);
    expect(bars("gone")).toBe(1);
  });

  test("follows figures that the page loads later", async () => {
    await show(results("pages", [10, 20]));
    around.report = fakeReport({ found: 3, results: results("pages", [10, 20, 1000]) });
    announceReport();
    await eventually(() => expect(document.querySelector(".facet-range")?.textContent).toBe("10 – 1,000 pages"));
  });
});

describe("the stops are figures that people write", () => {
  test.each<[FacetName, readonly number[], Partial<Facet>, string, readonly string[], string]>([
    ["views", [120, 4_800_000], {}, "views: at least", ["500 views", "12K views", "2M views"], "views<2M"],
    ["size", [665_273, 9_269_411], {}, "size: at least", ["700 KB", "1 MB", "1.5 MB"], "size<1.5MB"],
    ["price", [9.5, 24], { currency: "EUR" }, "price (EUR): at least", ["€10", "€15"], "price<15EUR"],
    ["price", [10, 900], {}, "price: at least", ["15", "20", "500"], "price<500"],
    ["rating", [3.2, 4.9], {}, "rating: at least", ["3.5 of 5", "4 of 5", "4.5 of 5"], "rating<4.5"],
    ["duration", [30, 7200], {}, "duration: at least", ["45 seconds", "10 minutes", "1 hour"], "duration<1h"],
    ["duration", [200, 210], {}, "duration: at least", ["205 seconds"], "duration<205s"],
    ["votes", [0, 1200], {}, "votes: at least", ["1 vote", "10 votes", "1,000 votes"], "votes<1000"],
    ["date", [now - 3 * 366 * day, now - day], {}, "date: not before", ["2 years", "3 months", "1 week"], "age>1w"],
    [
      "date",
      [Date.UTC(2014, 5, 15), Date.UTC(2016, 5, 15)],
      {},
      "date: not before",
      ["Dec 2014", "Jan 2016"],
      "date<2016-01",
    ],
  ])("%s of %j", async (facet, values, more, name, texts, condition) => {
    await show(results(facet, values, more));
    expect(await stopsOf(name)).toEqual(expect.arrayContaining([...texts]));
    await dragTo(name, texts.at(-1)!);
    await triedIs(condition);
  });

  test("prices in two currencies are two ranges", async () => {
    const euros = results("price", [5, 10, 15], { currency: "EUR" });
    const dollars = results("price", [20, 80], { currency: "USD" });
    await show([...euros, ...dollars].map((one, id) => ({ ...one, result: { ...one.result, id: String(id) } })));
    expect([...document.querySelectorAll(".facet-name")].map((name) => name.textContent)).toEqual([
      "price (EUR)",
      "price (USD)",
    ]);
  });

  test("prices with a sign that several currencies share are a range of their own, not of another currency", async () => {
    const euros = results("price", [5, 10, 15], { currency: "EUR", text: "€5" });
    const dollars = results("price", [20, 80], { text: "$20" });
    await show([...euros, ...dollars].map((one, id) => ({ ...one, result: { ...one.result, id: String(id) } })));
    expect([...document.querySelectorAll(".facet-name")].map((name) => name.textContent)).toEqual([
      "price (EUR)",
      "price ($)",
    ]);
    expect([...document.querySelectorAll(".facet-range")].map((range) => range.textContent)).toEqual([
      "€5 – €15",
      "$20 – $80",
    ]);
  });

  test("a sign that the told currency has is no range of its own", async () => {
    const told = results("price", [5, 10], { currency: "USD", text: "US$5" });
    const signed = results("price", [20, 80], { text: "$20" });
    await show([...told, ...signed].map((one, id) => ({ ...one, result: { ...one.result, id: String(id) } })));
    expect([...document.querySelectorAll(".facet-name")].map((name) => name.textContent)).toEqual(["price (USD)"]);
  });

  test.each<[FacetName, readonly number[], Partial<Facet>, string]>([
    ["rating", [3.2, 4.9], {}, "3.2 – 4.9 of 5"],
    ["views", [120, 4_800_000], {}, "120 – 5M views"],
    ["size", [665_273, 9_269_411], {}, "600 KB – 9 MB"],
    ["price", [10, 900], { currency: "EUR" }, "€10 – €900"],
  ])("the whole range of %s %j names a unit once where it is one", async (facet, values, more, text) => {
    await show(results(facet, values, more));
    expect(document.querySelector(".facet-range")?.textContent).toBe(text);
  });

  test("the whole range of ages is told as a part of it is", async () => {
    await show(results("date", [now - 2 * day, now - 20 * day]));
    expect(document.querySelector(".facet-range")?.textContent).toMatch(/^\d+ \w+ to \d+ \w+ old$/u);
  });

  test("figures that are all the same leave nothing to choose", async () => {
    await show(results("pages", [5, 5]));
    expect(document.querySelector(".facet")).toBeNull();
  });
});

describe("the order", () => {
  test("is by any figure there is, first the way people look, and turns around", async () => {
    await show(results("size", [5_000_000, 2_000_000]));
    const order = control("select", "OrderThe page’s own orderBy size");
    choose(order, "size");
    await eventually(() => expect(around.asked).toContainEqual(["sortResults", { by: "size", descending: false }]));
    await eventually(() => control("button", "Lowest first").click());
    await eventually(() => expect(around.asked).toContainEqual(["sortResults", { by: "size", descending: true }]));
    choose(order, "");
    await eventually(() => expect(around.asked).toContainEqual(["sortResults", null]));
  });

  test("of filters that raise and lower is there again after the page's own", async () => {
    const [one, other] = results("pages", [5, 5]);
    await show(
      [{ ...one!, verdict: { ...one!.verdict, lift: 1 } }, other!].map((each) => ({
        ...each,
        result: { ...each.result, facets: [] },
      })),
    );
    around.report = { ...around.report!, reordered: true };
    announceReport();
    const order = (): HTMLSelectElement => control("select", "OrderThe page’s own orderRaised and lowered by filters");
    await eventually(() => expect(order().value).toBe("filters"));
    choose(order(), "");
    await eventually(() => expect(around.asked).toContainEqual(["sortResults", null]));
    await eventually(() => expect(order().value).toBe(""));
    choose(order(), "filters");
    await eventually(() => expect(around.asked).toContainEqual(["sortResults", "filters"]));
    await eventually(() => expect(order().value).toBe("filters"));
  });

  test("where there is nothing to narrow by and no other order, there is no part for it", async () => {
    await show(results("pages", [5, 5]).map((each) => ({ ...each, result: { ...each.result, facets: [] } })));
    expect(document.querySelector(".part-narrow")).toBeNull();
  });
});
