import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { combineFilters } from "@/deciding/combine-filters.ts";
import { precedence, weighFilter } from "@/deciding/precedence.ts";
import type { WeighedFilter } from "@/deciding/precedence.ts";
import type { Action } from "@/model/filter.ts";
import { actions } from "@/model/filter.ts";

import { plainFilter } from "../../support/plain-records.ts";

const filterWith = (action: Action, source?: string, color = 1, id = "filter"): WeighedFilter =>
  weighFilter(plainFilter("x", { id, action, color, ...(source === undefined ? {} : { source }) }));

const arbitraryFilter = fc
  .tuple(
    fc.constantFrom(...actions),
    fc.constantFrom(undefined, "a subscription"),
    fc.integer({ min: 1, max: 12 }),
    fc.uuid(),
  )
  .map((parts) => filterWith(...parts));

const decisiveIn = (filters: readonly WeighedFilter[]): readonly string[] => {
  const { isDecisive } = combineFilters(filters);
  return filters.filter(isDecisive).map(({ filter }) => filter.id);
};

test("the table ranks every action that settles the visibility, and no other", () => {
  expect(precedence.map(({ action }) => action)).toEqual(["keep", "hide", "fold", "dim"]);
});

describe("of two filters the one that ranks first decides", () => {
  const order: readonly [Action, string | undefined, string][] = [
    ["keep", undefined, "show"],
    ["hide", undefined, "hide"],
    ["fold", undefined, "fold"],
    ["dim", undefined, "dim"],
    ["keep", "a subscription", "show"],
    ["hide", "a subscription", "hide"],
    ["fold", "a subscription", "fold"],
    ["dim", "a subscription", "dim"],
  ];
  const pairs = order.flatMap((strong, index) => order.slice(index + 1).map((weak) => [strong, weak] as const));
  test.each(pairs)("%j before %j", ([action, source, visibility], [otherAction, otherSource]) => {
    const one = filterWith(action, source, 1, "strong");
    const other = filterWith(otherAction, otherSource, 1, "weak");
    for (const both of [
      [one, other],
      [other, one],
    ]) {
      expect(combineFilters(both).visibility).toBe(visibility);
      expect(decisiveIn(both)).toEqual(["strong"]);
    }
  });
});

test("the order of the settings changes neither visibility nor lift, nor what is decisive of them", () => {
  fc.assert(
    fc.property(fc.array(arbitraryFilter, { maxLength: 6 }), fc.nat(), (filters, seed) => {
      const cut = seed % (filters.length + 1);
      const turned = [...filters.slice(cut), ...filters.slice(0, cut)];
      const [one, other] = [combineFilters(filters), combineFilters(turned)];
      expect([other.visibility, other.lift]).toEqual([one.visibility, one.lift]);
      const settled = filters.filter(({ filter }) => filter.action !== "mark");
      expect(settled.map(other.isDecisive)).toEqual(settled.map(one.isDecisive));
    }),
  );
});

test("the rank orders all kinds of filters, no two alike", () => {
  const kinds = actions.flatMap((action) => [filterWith(action), filterWith(action, "a subscription")]);
  expect(new Set(kinds.map(({ rank }) => rank)).size).toBe(kinds.length);
});

test("a decisive filter for each effect, and no effect without one", () => {
  fc.assert(
    fc.property(fc.array(arbitraryFilter, { maxLength: 6 }), (filters) => {
      const { visibility, mark, lift, isDecisive } = combineFilters(filters);
      const acting = new Set(filters.filter(isDecisive).map(({ filter }) => filter.action));
      const has = (...some: readonly Action[]): boolean => some.some((action) => acting.has(action));
      expect(has("hide")).toBe(visibility === "hide");
      expect(has("fold")).toBe(visibility === "fold");
      expect(has("dim")).toBe(visibility === "dim");
      expect(has("mark")).toBe(mark !== null);
      expect(has("raise")).toBe(lift > 0);
      expect(has("lower")).toBe(lift < 0);
      const settling = filters.some(({ filter: { action } }) => precedence.some((row) => row.action === action));
      expect(has("keep", "hide", "fold", "dim")).toBe(settling);
    }),
  );
});

test("own raises and lowers go before those of a subscription, and so do own marks", () => {
  const raise = filterWith("raise");
  const lower = filterWith("lower", "a subscription");
  expect([combineFilters([lower, lower, raise]).lift, combineFilters([raise, lower, lower]).lift]).toEqual([1, 1]);
  const marks = [
    filterWith("mark", "a subscription", 3),
    filterWith("mark", undefined, 4),
    filterWith("mark", undefined, 5),
  ];
  expect(combineFilters(marks).mark).toBe(4);
});
