import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Truth } from "@/filters/compare-interval.ts";
import { compareRange, opposite } from "@/filters/compare-interval.ts";
import { compileCondition, isWithinSite, truthOf as truthOfTest } from "@/filters/compile-condition.ts";
import type { Comparator, Condition } from "@/filters/condition.ts";
import { all, any, not } from "@/filters/condition.ts";
import { explainCondition } from "@/filters/explain-condition.ts";
import { parseCondition } from "@/filters/parse-condition.ts";
import type { Names, Subject } from "@/filters/subject.ts";
import type { Facet, FacetName } from "@/model/facet.ts";

import { conditionsOf } from "./arbitrary-condition.ts";

const now = new Date(2026, 5, 15, 12).getTime();
const names: Names = { termOf: () => 0, listOf: () => null };

const subject = (facets: readonly Facet[], overrides: Partial<Subject> = {}): Subject => ({
  now,
  host: null,
  url: null,
  property: () => null,
  facet: (name) => facets.find((facet) => facet.name === name),
  hitCount: { value: 0 },
  hitsByList: new Map(),
  hasTerm: () => false,
  textOf: () => null,
  ...overrides,
});

const figure = (name: FacetName, value: number, upper?: number, currency?: string): Facet => ({
  name,
  value,
  ...(upper === undefined ? {} : { upper }),
  ...(currency === undefined ? {} : { currency }),
  text: "",
});

const parsed = (text: string): Condition => {
  const result = parseCondition(text);
  if (!result.ok) throw new Error(result.problem.code);
  return result.condition;
};

const truthOf = (text: string, ...facets: readonly Facet[]): Truth =>
  truthOfTest(compileCondition(parsed(text), names), subject(facets));

const day = (year: number, month: number, date: number): number => new Date(year, month - 1, date).getTime();
const may2021 = figure("date", day(2021, 5, 1), day(2021, 6, 1) - 1);
const third = figure("date", day(2021, 5, 3), day(2021, 5, 4) - 1);
const yearAgo = figure("date", new Date(2025, 5, 15, 12).getTime());
const hoursAgo = figure("date", now - 3 * 3_600_000);

describe("prices with a sign that several currencies share", () => {
  const price = (text: string, currency?: string): Facet => ({
    ...figure("price", 20, undefined, currency),
    text,
  });
  test.each<[string, Facet, Truth]>([
    ["price<=20$", price("$20"), true],
    ["price<=$20", price("US$20", "USD"), true],
    ["price<=20USD", price("$20"), true],
    ["price<=20EUR", price("$20"), null],
    ["-price<=20EUR", price("$20"), null],
    ["price<=$20", price("€20", "EUR"), null],
    ["price<=20 dollars", price("£20", "GBP"), null],
    ["price<=20kr", price("20 kr"), true],
    ["price<=20SEK", price("20 kr."), true],
    ["price<=20SEK", price("$20"), null],
    ["price<=¥20", price("20円", "JPY"), true],
    ["price<=20", price("$20"), true],
    ["price<=20EUR", price("20"), true],
    ["price=10..20$", price("€20", "EUR"), null],
  ])("%s is, of %j, %j", (text, facet, truth) => {
    expect(truthOf(text, facet)).toBe(truth);
  });
});

describe("comparisons", () => {
  test.each<[string, Facet, Truth]>([
    ["pages>=295", figure("pages", 295), true],
    ["pages>295", figure("pages", 295), false],
    ["pages=200..295", figure("pages", 295), true],
    ["pages!=200..295", figure("pages", 295), false],
    ["pages!=295", figure("pages", 295), false],
    ["views=1.2k", figure("views", 1200), true],
    ["pages>2.5", figure("pages", 3), true],
    ["pages<=2.5", figure("pages", 3), false],
    ["views>1.2345k", figure("views", 1235), true],
    ["views=3万", figure("views", 30_000), true],
    ["size<2MB", figure("size", 1.63 * 1024 ** 2), true],
    ["size<2MB", figure("size", 2 * 1024 ** 2), false],
    ["size=649.68KB", figure("size", Math.round(649.68 * 1024)), true],
    ["rating>=8.7/10", figure("rating", 4.35), true],
    ["rating>=90%", figure("rating", 4.5), true],
    ["duration<10m", figure("duration", 599), true],
    ["duration=1:30..2:00", figure("duration", 100), true],
    ["price<=20", figure("price", 20, undefined, "EUR"), true],
    ["price<=20USD", figure("price", 20, undefined, "USD"), true],
    ["price<=20USD", figure("price", 20), true],
    ["price<=20USD", figure("price", 20, undefined, "EUR"), null],
    ["price<=20", figure("price", 10, 20), true],
    ["price<20", figure("price", 10, 20), null],
    ["price<10", figure("price", 10, 20), false],
    ["date>=2021-05", may2021, true],
    ["date=2021", may2021, true],
    ["date=2021-05", may2021, true],
    ["date=2021-05-03", may2021, null],
    ["date>2021", may2021, false],
    ["date<2021-05-15", may2021, null],
    ["date<=2021-05", may2021, true],
    ["date=2021-04..2021-06", may2021, true],
    ["date=2021-05-03", third, true],
    ["date>2021-05-03", third, false],
    ["date<=2021-05-03", third, true],
    ["age<2y", yearAgo, true],
    ["age<1y", yearAgo, false],
    ["age<=1y", yearAgo, true],
    ["age=1y", yearAgo, true],
    ["age>=1y", yearAgo, true],
    ["age>1y", yearAgo, false],
    ["age=1y..2y", yearAgo, true],
    ["age<12mo", yearAgo, false],
    ["age<=3h", hoursAgo, true],
    ["age<3h", hoursAgo, false],
    ["age<1d", hoursAgo, true],
    ["age>1w", third, true],
  ])("%s", (text, facet, truth) => {
    expect(truthOf(text, facet)).toBe(truth);
    expect(truthOf(`-(${text})`, facet)).toBe(opposite(truth));
  });

  test("of a figure that is missing nothing is true, nor its opposite", () => {
    for (const text of ["pages>3", "-pages>3", "pages!=3", "pages=1..3", "age<1y", "-age<1y"])
      expect(truthOf(text)).toBeNull();
    expect([truthOf("has:pages"), truthOf("-has:pages")]).toEqual([false, true]);
    expect([truthOf("pages>3 OR -has:pages"), truthOf("pages>3 -has:pages")]).toEqual([true, null]);
  });

  test("comparators agree with each other on any figure", () => {
    const interval = fc
      .tuple(fc.integer({ max: 50, min: 0 }), fc.nat(10))
      .map(([low, width]) => ({ low, high: low + width }));
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const truth = (comparator: Comparator): Truth => compareRange(a.low, a.high, comparator, b);
        expect(truth(">=")).toBe(opposite(truth("<")));
        expect(truth("<=")).toBe(opposite(truth(">")));
        expect(truth("!=")).toBe(opposite(truth("=")));
        // What is sure stays sure wherever in its range an exact figure turns out to be.
        for (const value of [a.low, a.high]) {
          for (const comparator of ["<", "<=", ">", ">=", "="] as const) {
            const exact = compareRange(value, value, comparator, b);
            expect(truth(comparator) ?? exact).toBe(exact);
          }
        }
      }),
    );
  });
});

describe("three-valued logic", () => {
  // Three conditions whose truth is known: of a figure that is there, and of one that is missing.
  const truths = new Map<Condition, Truth>([
    [parsed("pages>3"), true],
    [parsed("pages<3"), false],
    [parsed("votes>3"), null],
  ]);
  const result = subject([figure("pages", 10)]);
  const kleene = (condition: Condition): Truth => {
    const known = truths.get(condition);
    if (known !== undefined) return known;
    if (condition.kind === "not") return opposite(kleene(condition.part));
    if (condition.kind !== "all" && condition.kind !== "any") throw new Error(condition.kind);
    const parts = condition.parts.map(kleene);
    const settles = condition.kind === "any";
    return parts.includes(settles) ? settles : parts.includes(null) ? null : !settles;
  };
  const condition = conditionsOf(fc.constantFrom(...truths.keys()));

  test("conditions follow Kleene's tables", () => {
    fc.assert(
      fc.property(condition, (one) => {
        expect(truthOfTest(compileCondition(one, names), result)).toBe(kleene(one));
      }),
    );
  });

  test("De Morgan's laws hold, and the excluded third is never false", () => {
    fc.assert(
      fc.property(condition, condition, (a, b) => {
        const truth = (one: Condition): Truth => truthOfTest(compileCondition(one, names), result);
        expect(truth(not(all([a, b])))).toBe(truth(any([not(a), not(b)])));
        expect(truth(any([a, not(a)]))).not.toBe(false);
      }),
    );
  });

  test("what is true has evidence", () => {
    fc.assert(
      fc.property(condition, (one) => {
        fc.pre(truthOfTest(compileCondition(one, names), result) === true);
        expect(explainCondition(one, names, result).length).toBeGreaterThan(0);
      }),
    );
  });
});

test("a site is a host and what is under it", () => {
  expect(isWithinSite("example.com", "example.com")).toBe(true);
  expect(isWithinSite("a.b.example.com", "example.com")).toBe(true);
  expect(isWithinSite("badexample.com", "example.com")).toBe(false);
  expect(isWithinSite("com", "example.com")).toBe(false);
});
