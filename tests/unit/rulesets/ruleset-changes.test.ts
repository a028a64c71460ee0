import { expect, test } from "vitest";

import type { Rule } from "@/model/ruleset.ts";
import type { RulesetContent } from "@/rulesets/ruleset-parts.ts";
import { createRulesetStore, ReplacedMeanwhile } from "@/rulesets/ruleset-store.ts";

import { fakeStorage } from "../../support/quota-storage.ts";

const content = (id: string, label: string, count = 3): RulesetContent => ({
  id,
  name: label,
  enabled: true,
  address: null,
  rules: Array.from({ length: count }, (_, index): Rule => {
    return { condition: `site:${label}${index}.test`, action: "hide", line: index + 1 };
  }),
  lists: [],
  recipes: [],
});

const oneDevice = () => {
  const { local } = fakeStorage();
  const store = createRulesetStore(local, (run) => run());
  const parts = (): number => [...local.items.keys()].filter((key) => key.startsWith("ruleset.")).length;
  const names = async (): Promise<string[]> => (await store.load()).map(({ name }) => name);
  return { local, store, parts, names };
};

test("every import and deletion can be taken back, in any order and again", async () => {
  const { store, names } = oneDevice();
  await store.put(content("a", "first"));
  const second = await store.put(content("b", "second"));
  const third = await store.put(content("b", "third"));
  const gone = await store.remove("a");
  expect(await names()).toEqual(["third"]);
  expect(await store.undo(gone!)).toBe(true);
  expect(await names()).toEqual(["first", "third"]);
  expect(await store.undo(third!)).toBe(true);
  expect(await store.read("b")).toEqual(content("b", "second"));
  expect(await store.undo(second!)).toBe(true);
  expect(await names()).toEqual(["first"]);
  const [undone] = await store.changes();
  expect(undone).toMatchObject({ name: "second", became: "deleted" });
  expect(await store.undo(undone!.number)).toBe(true);
  expect(await store.read("b")).toEqual(content("b", "second"));
  expect(await store.remove("nobody")).toBeNull();
  expect(await store.undo(99)).toBe(false);
});

test("so many changes are kept, and nothing stays of those that are let go", async () => {
  const { store, parts } = oneDevice();
  for (let count = 0; count < 40; count++) await store.put(content("a", `state${count}`));
  await store.sweep(0);
  expect(await store.changes()).toHaveLength(30);
  // Each state has one shard, the rules without a host and what else came with it.
  expect(parts()).toBe(31 * 3);
});

test("large states go sooner, but for the last", async () => {
  const { store } = oneDevice();
  const stored = content("a", "large");
  await store.put(stored);
  const [{ rules: _, ...ruleset }] = (await store.load()) as [Awaited<ReturnType<typeof store.load>>[0]];
  const { withChange } = await import("@/rulesets/ruleset-changes.ts");
  const large = { ...ruleset, rules: 300_000 };
  const once = withChange([], [large], large, null, 1);
  const twice = withChange(once, [large], large, null, 2);
  expect(twice.map(({ time }) => time)).toEqual([2]);
});

test("a stored history of rulesets that is none is empty", async () => {
  const { local, store, names } = oneDevice();
  await store.put(content("a", "first"));
  for (const stored of ["rubbish", {}, [null, 1, { number: "x" }]]) {
    local.items.set("ruleset-changes", stored);
    expect(await store.changes()).toEqual([]);
    expect(await store.undo(1)).toBe(false);
  }
  expect(await names()).toEqual(["first"]);
});

const rulesOf = (...hosts: readonly string[]): readonly Rule[] =>
  hosts.map((host, index) => ({ condition: `site:${host}.test`, action: "hide", line: index + 1 }));
const withRules = (...hosts: readonly string[]): RulesetContent => ({ ...content("a", "N"), rules: rulesOf(...hosts) });

test("what came since the change that is taken back stays, and what was switched since then, too", async () => {
  const { store } = oneDevice();
  const hosts = async () => (await store.read("a"))?.rules.map(({ condition }) => condition.slice(5, -5));
  const first = await store.put(withRules("base"));
  const one = await store.put(withRules("base", "one"));
  const two = await store.put(withRules("base", "one", "two"));
  await store.change("a", { enabled: false });
  expect(await store.undo(one!)).toBe(true);
  expect(await hosts()).toEqual(["base", "two"]);
  expect((await store.load())[0]?.enabled).toBe(false);
  expect(await store.undo(first!)).toBe(true);
  expect(await hosts()).toEqual(["two"]);
  expect(await store.undo(two!)).toBe(true);
  expect(await hosts()).toBeUndefined();
});

test("taking an undoing back brings again what that took away, beside what came since", async () => {
  const { store } = oneDevice();
  const hosts = async () => (await store.read("a"))?.rules.map(({ condition }) => condition.slice(5, -5)).toSorted();
  await store.put(withRules("base"));
  const one = await store.put(withRules("base", "one"));
  await store.undo(one!);
  const [undoing] = await store.changes();
  await store.put(withRules("base", "two"));
  await store.undo(undoing!.number);
  expect(await hosts()).toEqual(["base", "one", "two"]);
});

test("a ruleset that was deleted since then stays deleted", async () => {
  const { store, names } = oneDevice();
  await store.put(withRules("base"));
  const one = await store.put(withRules("base", "one"));
  const gone = await store.remove("a");
  await store.undo(one!);
  expect(await names()).toEqual([]);
  await store.undo(gone!);
  expect((await store.read("a"))?.rules).toHaveLength(2);
});

test("what was worked out from another state is not put in its place", async () => {
  const { store } = oneDevice();
  const hosts = async () => (await store.read("a"))?.rules.map(({ condition }) => condition.slice(5, -5));
  await store.put(withRules("base"), null);
  const [{ generation }] = (await store.load()) as [Awaited<ReturnType<typeof store.load>>[0]];
  await expect(store.put(withRules("other"), null)).rejects.toThrow(ReplacedMeanwhile);
  await store.put(withRules("base", "one"), generation);
  await expect(store.put(withRules("base", "two"), generation)).rejects.toThrow(ReplacedMeanwhile);
  expect(await hosts()).toEqual(["base", "one"]);
  await store.remove("a");
  await expect(store.put(withRules("base", "two"), generation)).rejects.toThrow(ReplacedMeanwhile);
  expect(await store.load()).toEqual([]);
});
