import { expect, test } from "vitest";

import { planImport } from "@/lists/plan-import.ts";
import type { PartChoice } from "@/lists/plan-import.ts";
import { readImport } from "@/lists/read-import.ts";
import { writeWinnow } from "@/lists/winnow-file.ts";
import type { Ruleset } from "@/model/ruleset.ts";
import { atOnce } from "@/model/steps.ts";
import { defaultSettings } from "@/settings/default-settings.ts";

const ruleset = (id: string, name: string, hosts: readonly string[]): Ruleset => ({
  id,
  name,
  enabled: true,
  address: null,
  rules: hosts.map((host, index) => ({ condition: `site:${host}`, action: "hide", line: index + 1 })),
});

const planned = (
  present: readonly Ruleset[],
  brought: readonly Ruleset[],
  choices: ReadonlyMap<string, PartChoice> = new Map(),
) => {
  const imported = readImport(atOnce(writeWinnow(defaultSettings, brought)));
  const plan = atOnce(
    planImport({ settings: defaultSettings, rulesets: present }, imported, choices, (key) => `new-${key}`),
  );
  return {
    counts: plan.parts.filter(({ kind }) => kind === "rules").map(({ added, same }) => [added, same]),
    rulesets: plan.rulesets.map(({ id, rules }) => [
      id,
      rules.map(({ line, condition }) => `${String(line)} ${condition}`),
    ]),
  };
};

const old = ruleset("x", "uBlacklist", ["old.com"]);

test("two rulesets that go to the same one are both in it, each counted with what the one before it brought", () => {
  const one = ruleset("1", "uBlacklist", ["one.com", "both.com"]);
  const two = ruleset("2", "ublacklist", ["both.com", "two.com"]);
  expect(planned([old], [one, two])).toEqual({
    counts: [
      [2, 0],
      [1, 1],
    ],
    rulesets: [["x", ["1 site:old.com", "2 site:one.com", "3 site:both.com", "5 site:two.com"]]],
  });
});

test("so are two that the reader sends there, and what is not taken is not", () => {
  const one = ruleset("1", "A", ["one.com"]);
  const two = ruleset("2", "B", ["two.com"]);
  const into = { into: "x" };
  const both = new Map<string, PartChoice>([
    ["rules-0", into],
    ["rules-1", into],
  ]);
  expect(planned([old], [one, two], both).rulesets).toEqual([
    ["x", ["1 site:old.com", "2 site:one.com", "3 site:two.com"]],
  ]);
  const second = new Map(both).set("rules-0", { ...into, taken: false });
  expect(planned([old], [one, two], second).rulesets).toEqual([["x", ["1 site:old.com", "2 site:two.com"]]]);
});

test("two of one name where there is none become two", () => {
  const one = ruleset("1", "A", ["one.com"]);
  expect(planned([], [one, { ...one, id: "2" }]).rulesets).toEqual([
    ["new-rules-0", ["1 site:one.com"]],
    ["new-rules-1", ["1 site:one.com"]],
  ]);
});
