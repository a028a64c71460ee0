import fc from "fast-check";
import { expect, test } from "vitest";

import { operandInterval } from "@/filters/operand-interval.ts";
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
  if (facet === "date") return fc.integer({ min: Date.UTC(1970, 0), max: now });
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
