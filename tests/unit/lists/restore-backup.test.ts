import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { planImport } from "@/lists/plan-import.ts";
import { readImport } from "@/lists/read-import.ts";
import { writeWinnow } from "@/lists/winnow-file.ts";
import { actions } from "@/model/filter.ts";
import { defaultKeywordOptions } from "@/model/keyword-list.ts";
import type { Ruleset } from "@/model/ruleset.ts";
import { badgeFigures, painterNames, resultButtonPlaces } from "@/model/settings.ts";
import type { Settings } from "@/model/settings.ts";
import { atOnce } from "@/model/steps.ts";
import { defaultSettings } from "@/settings/default-settings.ts";

import { fakeFilter, fakeList } from "../../support/fake-settings.ts";

const byId = { selector: ({ id }: { readonly id: string }) => id, maxLength: 4 };
const id = fc.string({ unit: "grapheme", minLength: 1 });
const name = fc.string({ unit: "grapheme" });
const enabled = fc.boolean();
const color = fc.integer({ min: 1, max: 8 });
const action = fc.constantFrom(...actions);
const condition = fc.constantFrom("word", "site:a.com", "pages<30");
const flags = Object.fromEntries(
  Object.entries(defaultKeywordOptions).map(([key, value]) => [
    key,
    typeof value === "boolean" ? fc.boolean() : fc.constant(value),
  ]),
);

const list = fc.record({
  id,
  name,
  color,
  enabled,
  lines: fc.array(fc.string({ unit: "grapheme" })),
  options: fc.record(flags).map((options) => ({ ...defaultKeywordOptions, ...options })),
});
const filter = fc.record({ id, name, color, enabled, condition, action }).map((parts) => fakeFilter(parts));
const recipe = fc.record({ id, enabled, data: fc.record({ name, version: fc.nat() }) });
const subscription = fc.record({
  id,
  enabled,
  name,
  address: fc.webUrl({ validSchemes: ["https"] }),
  interval: fc.integer({ min: 1, max: 24 * 28 }),
});
const anySettings: fc.Arbitrary<Settings> = fc.record({
  enabled,
  pausedSites: fc.uniqueArray(fc.domain()),
  painter: fc.constantFrom(...painterNames),
  badge: fc.constantFrom(...badgeFigures),
  resultButtons: fc.constantFrom(...resultButtonPlaces),
  scrollMarkers: fc.boolean(),
  lists: fc.uniqueArray(list, byId),
  filters: fc.uniqueArray(filter, byId),
  recipes: fc.uniqueArray(recipe, byId),
  subscriptions: fc.uniqueArray(subscription, { selector: ({ address }) => address, maxLength: 4 }),
});
const ruleset: fc.Arbitrary<Ruleset> = fc.record({
  id,
  name,
  enabled,
  address: fc.constant(null),
  rules: fc.array(fc.record({ condition, action, color, line: fc.nat() }), { minLength: 1 }),
});

const restore = (text: string, settings: Settings, rulesets: readonly Ruleset[] = []) => {
  const choices = new Map([["rules-0", { asFilters: false }]]);
  const plan = atOnce(
    planImport({ settings, rulesets }, readImport(text, { fileName: "x.json" }), choices, (key) => key),
  );
  return { settings: plan.change(settings), rulesets: plan.rulesets, parts: plan.parts };
};
/** Arbitrary subscriptions differ by their addresses; this makes them differ by their ids, too. */
const withSubscriptionIds = (settings: Settings): Settings => ({
  ...settings,
  subscriptions: [...new Map(settings.subscriptions.map((one) => [one.id, one])).values()],
});
const withoutIds = (items: readonly { readonly id: string }[]) => items.map((item) => ({ ...item, id: "" }));

describe("a file of Winnow's own", () => {
  test("brings everything back as it was, with all switches", () => {
    fc.assert(
      fc.property(anySettings, fc.array(ruleset, { maxLength: 3 }), (settings, rulesets) => {
        const unique = withSubscriptionIds(settings);
        const restored = restore(atOnce(writeWinnow(unique, rulesets)), defaultSettings);
        // A subscription and a ruleset are new ones, with the same content.
        expect({ ...restored.settings, subscriptions: withoutIds(restored.settings.subscriptions) }).toEqual({
          ...unique,
          subscriptions: withoutIds(unique.subscriptions),
        });
        expect(withoutIds(restored.rulesets)).toEqual(withoutIds(rulesets));
      }),
    );
  });

  test("changes nothing where it was written", () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const unique = withSubscriptionIds(settings);
        const restored = restore(atOnce(writeWinnow(unique)), unique);
        expect(restored.settings).toEqual(unique);
        expect(restored.parts.filter(({ taken }) => taken)).toEqual([]);
      }),
    );
  });

  test("takes nothing away unless it is asked to, and tells all that would go", () => {
    const mine = fakeList({ id: "a", name: "Mine", lines: ["one", "two", "three", "four"] });
    const rule = fakeFilter({ id: "f", name: "Rule", condition: "two words" });
    const now = { ...defaultSettings, lists: [mine], filters: [rule] };
    const older = { ...mine, lines: ["zero", "one", "two"] };
    const olderRule = { ...rule, condition: "word" };
    const added = { ...rule, id: "g" };
    const text = atOnce(writeWinnow({ ...defaultSettings, lists: [older], filters: [olderRule, added] }));

    const careful = restore(text, now);
    expect(careful.settings).toEqual({
      ...now,
      lists: [{ ...mine, lines: ["one", "two", "three", "four", "zero"] }],
      filters: [rule, added],
    });
    expect(careful.parts).toMatchObject([
      { kind: "list", exactly: false, replaced: [{ before: mine, after: older }], added: 1, removed: 0, same: 2 },
      { kind: "filters", exactly: false, replaced: [{ before: rule, after: olderRule }], added: 1, changed: 0 },
      { kind: "preferences", exactly: null, replaced: [] },
    ]);

    const exact = atOnce(
      planImport(
        { settings: now, rulesets: [] },
        readImport(text),
        new Map([
          ["own-a", { exactly: true }],
          ["filters", { exactly: true }],
        ]),
        (key) => key,
      ),
    );
    expect(exact.change(now)).toEqual({ ...now, lists: [older], filters: [olderRule, added] });
    expect(exact.parts).toMatchObject([{ added: 1, removed: 2, same: 2 }, { added: 1, changed: 1 }, {}]);
  });

  test("whose lists only lack lines proposes nothing", () => {
    const mine = fakeList({ id: "a", lines: ["one", "two"] });
    const text = atOnce(writeWinnow({ ...defaultSettings, lists: [{ ...mine, lines: ["one"] }] }));
    const restored = restore(text, { ...defaultSettings, lists: [mine] });
    expect(restored.parts).toMatchObject([{ kind: "list", taken: false, added: 0, removed: 0 }, { taken: false }]);
  });

  test("switches a recipe that is there as the file has it, and says that it changes", () => {
    const data = { name: "Example", pages: [] };
    const off = { ...defaultSettings, recipes: [{ id: "mine", enabled: false, data }] };
    const on = { ...defaultSettings, recipes: [{ id: "other", enabled: true, data }] };
    const restored = restore(atOnce(writeWinnow(off)), on);
    expect(restored.settings.recipes).toEqual([{ id: "other", enabled: false, data }]);
    expect(restored.parts).toMatchObject([{ kind: "recipes", changed: 1, taken: true }, { kind: "preferences" }]);
  });

  test("makes filters that are off of rules that were off", () => {
    const rules = [{ condition: "site:a.com", action: "hide" as const, line: 1 }];
    const text = atOnce(writeWinnow(defaultSettings, [{ id: "r", name: "R", enabled: false, address: null, rules }]));
    const plan = atOnce(
      planImport(
        { settings: { ...defaultSettings, lists: [fakeList()] }, rulesets: [] },
        readImport(text),
        new Map([["rules-0", { asFilters: true }]]),
        (key) => key,
      ),
    );
    expect(plan.change(defaultSettings).filters).toMatchObject([{ condition: "site:a.com", enabled: false }]);
  });

  test("of two rulesets of one name adds the rules of both to the one that is there", () => {
    const rule = (host: string) => ({ condition: `site:${host}`, action: "hide", line: 1 }) as const;
    const there: Ruleset = { id: "there", name: "uBlacklist", enabled: true, address: null, rules: [rule("old.test")] };
    const text = atOnce(
      writeWinnow(defaultSettings, [
        { ...there, id: "a", rules: [rule("one.test")] },
        { ...there, id: "b", name: "ublacklist", rules: [rule("two.test"), rule("one.test")] },
      ]),
    );
    const { rulesets, parts } = restore(text, defaultSettings, [there]);
    expect(rulesets).toMatchObject([
      { id: "there", rules: ["old.test", "one.test", "two.test"].map((host) => ({ condition: `site:${host}` })) },
    ]);
    expect(parts.filter(({ kind }) => kind === "rules").map(({ added, same }) => [added, same])).toEqual([
      [1, 0],
      [1, 1],
    ]);
  });
});
