import fc from "fast-check";
import { expect, test } from "vitest";

import { operandInterval } from "@/filters/operand-interval.ts";
import { printOperand } from "@/filters/print-condition.ts";
import type { FacetName } from "@/model/facet.ts";
import { facetNames } from "@/model/facet.ts";
import type { ResultReport } from "@/model/report.ts";
import { plainVerdict } from "@/model/verdict.ts";
import { groupFacets } from "@/ui/popup/narrowing/facet-groups.ts";
import type { FacetGroup } from "@/ui/popup/narrowing/facet-groups.ts";
import { scaleOf } from "@/ui/popup/narrowing/facet-scale.ts";
import { leavesOut, readTrial, trialCondition } from "@/ui/popup/narrowing/trial.ts";

const now = Date.UTC(2026, 5, 15, 12);

/** What figures of each kind can be. */
const valuesOf = (facet: FacetName): fc.Arbitrary<number> => {
  if (facet === "date") return fc.integer({ min: Date.UTC(1970, 0), max: Date.UTC(2030, 0) });
  if (facet === "rating") return fc.integer({ min: 0, max: 50 }).map((tenths) => tenths / 10);
  if (facet === "price") return fc.integer({ min: 0, max: 1e9 }).map((cents) => cents / 100);
  if (facet === "duration") return fc.integer({ min: 0, max: 1000 * 86_400 });
  return fc.oneof(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 2 ** 40 }));
};

const groups: fc.Arbitrary<FacetGroup> = fc
  .constantFrom(...facetNames)
  .chain((facet) =>
    fc.tuple(
      fc.constant(facet),
      fc.uniqueArray(valuesOf(facet), { minLength: 2, maxLength: 20 }),
      facet === "price" ? fc.constantFrom(undefined, "EUR", "JPY") : fc.constant(undefined),
    ),
  )
  .map(([facet, values, currency]) => {
    const results = values.map((value, index): ResultReport => {
      const figure = { name: facet, value, text: "", ...(currency === undefined ? {} : { currency }) };
      const result = { id: String(index), position: index, title: "", url: null, host: null, snippet: "", meta: "" };
      return { result: { ...result, facets: [figure] }, hits: {}, verdict: plainVerdict };
    });
    return groupFacets(results)[0]!;
  });

test("every slider has some stops, in order, around all figures but those that no one asks for", () => {
  fc.assert(
    fc.property(groups, (group) => {
      const { stops, measure } = scaleOf(group, [], now);
      expect(stops.length).toBeGreaterThan(1);
      expect(stops.length).toBeLessThanOrEqual(70);
      for (const [index, stop] of stops.entries()) {
        expect(stop.value).toBeGreaterThan(stops[index - 1]?.value ?? -Infinity);
        expect(stop.value).toBe(operandInterval(measure, stop.operand, now).low);
      }
      const values = group.figures.map(({ figure }) => figure.value);
      // Ages end at fifty years, and tell what is younger than their steps by the next one.
      expect(measure === "age" || stops[0]!.value <= Math.min(...values)).toBe(true);
      expect(measure === "age" || stops.at(-1)!.value >= Math.max(...values)).toBe(true);
    }),
  );
});

const day = 86_400_000;
/** The slider for a page whose results are of so many days from today on, each told to the day. */
const scaleOfDays = (...days: readonly number[]) => {
  const results = days.map((count, index): ResultReport => {
    const value = now + count * day;
    const figure = { name: "date", value, upper: value + day, text: "" } as const;
    const result = { id: String(index), position: index, title: "", url: null, host: null, snippet: "", meta: "" };
    return { result: { ...result, facets: [figure] }, hits: {}, verdict: plainVerdict };
  });
  const { measure, stops } = scaleOf(groupFacets(results)[0]!, [], now);
  return { measure, operands: stops.map(({ operand }) => printOperand(operand)) };
};

test("dates to come have stops of the calendar, all along them", () => {
  const coming = scaleOfDays(1, 5, 10, 30, 60);
  expect(coming.measure).toBe("date");
  expect(coming.operands).toContain("2026-07-01");
  const mixed = scaleOfDays(-2, 5, 10, 30, 60, 200);
  expect(mixed.measure).toBe("date");
  expect(mixed.operands).toContain("2026-09");
  // What is of today is not to come, though the day goes on.
  expect(scaleOfDays(-2, -1, 0).measure).toBe("age");
});

test("a year that goes on does not make a date one to come", () => {
  const years = [2010, 2024, 2026].map((year, index): ResultReport => {
    const figure = { name: "date", value: Date.UTC(year, 0), upper: Date.UTC(year + 1, 0) - 1, text: "" } as const;
    const result = { id: String(index), position: index, title: "", url: null, host: null, snippet: "", meta: "" };
    return { result: { ...result, facets: [figure] }, hits: {}, verdict: plainVerdict };
  });
  expect(scaleOf(groupFacets(years)[0]!, [], now).measure).toBe("age");
});

test("what a slider writes reads back as where its handles stand, and leaves the figures at both ends", () => {
  const trials = groups.chain((group) => {
    const scale = scaleOf(group, [], now);
    const index = fc.option(fc.nat(scale.stops.length - 1), { freq: 5 });
    return fc.record({ group: fc.constant(group), scale: fc.constant(scale), a: index, b: index, hide: fc.boolean() });
  });
  fc.assert(
    fc.property(trials, ({ group, scale, a, b, hide }) => {
      const [low, high] = a !== null && b !== null && a > b ? [b, a] : [a, b];
      const operandAt = (index: number | null) => (index === null ? null : scale.stops[index]!.operand);
      const trial = { low: operandAt(low), high: operandAt(high), hideMissing: hide };
      const condition = trialCondition(trial, group.facet, scale.measure);
      expect(condition === null).toBe(low === null && high === null && !hide);
      expect(condition === null ? trial : readTrial(condition, group)).toEqual(trial);
      const held = [trial.low, trial.high].filter((operand) => operand !== null);
      expect(scaleOf(group, held, now)).toEqual(scale);
      const out = leavesOut(trial, scale.measure, now);
      for (const index of [low, high].filter((handle) => handle !== null)) {
        expect(out({ name: group.facet, value: scale.stops[index]!.value, text: "" })).toBe(false);
      }
    }),
  );
});
