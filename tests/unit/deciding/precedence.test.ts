import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Applying } from "@/deciding/combine-reasons.ts";
import { combineReasons } from "@/deciding/combine-reasons.ts";
import { precedence, rankOf } from "@/deciding/precedence.ts";
import type { Action } from "@/model/filter.ts";
import { actions } from "@/model/filter.ts";

import { plainFilter } from "../../support/plain-records.ts";

const applying = (action: Action, source?: string, color = 1, id = "filter"): Applying => {
  const filter = plainFilter("x", { id, action, color, ...(source === undefined ? {} : { source }) });
  return { filter, reason: { filter: id, filterName: id, action, condition: "x", evidence: [] } };
};

const arbitraryApplying = fc
  .tuple(
    fc.constantFrom(...actions),
    fc.constantFrom(undefined, "a subscription"),
    fc.integer({ min: 1, max: 12 }),
    fc.uuid(),
  )
  .map((parts) => applying(...parts));

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
    const one = applying(action, source, 1, "strong");
    const other = applying(otherAction, otherSource, 1, "weak");
    for (const both of [
      [one, other],
      [other, one],
    ]) {
      const verdict = combineReasons(both);
      expect(verdict.visibility).toBe(visibility);
      expect(verdict.reasons.map(({ filter, decisive }) => [filter, decisive])).toEqual([
        ["strong", true],
        ["weak", false],
      ]);
    }
  });
});

test("the order of the settings changes neither visibility nor lift, nor what is decisive of them", () => {
  fc.assert(
    fc.property(fc.array(arbitraryApplying, { maxLength: 6 }), fc.nat(), (items, seed) => {
      const turned = [...items.slice(seed % (items.length + 1)), ...items.slice(0, seed % (items.length + 1))];
      const [one, other] = [combineReasons(items), combineReasons(turned)];
      expect([other.visibility, other.lift]).toEqual([one.visibility, one.lift]);
      const decisive = (verdict: typeof one) =>
        verdict.reasons
          .flatMap((reason) => (reason.decisive && reason.action !== "mark" ? reason.filter : []))
          .toSorted();
      expect(decisive(other)).toEqual(decisive(one));
    }),
  );
});

test("ranks order all filters, and reasons follow them", () => {
  fc.assert(
    fc.property(fc.array(arbitraryApplying, { maxLength: 6 }), (items) => {
      const byId = new Map(items.map(({ filter }) => [filter.id, rankOf(filter)]));
      const ranks = combineReasons(items).reasons.map(({ filter }) => byId.get(filter) ?? -1);
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      expect(ranks.length).toBe(items.length);
    }),
  );
});

test("a decisive reason for each effect, and no effect without one", () => {
  fc.assert(
    fc.property(fc.array(arbitraryApplying, { maxLength: 6 }), (items) => {
      const { visibility, mark, lift, reasons } = combineReasons(items);
      const acting = new Set(reasons.filter(({ decisive }) => decisive).map(({ action }) => action));
      const has = (...some: readonly Action[]): boolean => some.some((action) => acting.has(action));
      expect(has("hide")).toBe(visibility === "hide");
      expect(has("fold")).toBe(visibility === "fold");
      expect(has("dim")).toBe(visibility === "dim");
      expect(has("mark")).toBe(mark !== null);
      expect(has("raise")).toBe(lift > 0);
      expect(has("lower")).toBe(lift < 0);
      expect(has("keep", "hide", "fold", "dim")).toBe(
        items.some(({ filter }) => precedence.some((row) => row.action === filter.action)),
      );
    }),
  );
});

test("own raises and lowers go before those of a subscription", () => {
  const verdict = combineReasons([
    applying("lower", "a subscription"),
    applying("lower", "a subscription"),
    applying("raise"),
  ]);
  expect(verdict.lift).toBe(1);
});
