import { describe, expect, test } from "vitest";

import { planImport } from "@/lists/plan-import.ts";
import type { PartChoice } from "@/lists/plan-import.ts";
import { readImport } from "@/lists/read-import.ts";
import { writeWinnow } from "@/lists/winnow-file.ts";
import { defaultKeywordOptions } from "@/model/keyword-list.ts";
import type { KeywordList } from "@/model/keyword-list.ts";
import type { Ruleset } from "@/model/ruleset.ts";
import { atOnce } from "@/model/steps.ts";
import { defaultSettings } from "@/settings/default-settings.ts";

import { fakeList } from "../../support/fake-settings.ts";

/** What becomes of a text beside one list, and which lists there are then. */
const withList = (there: Partial<KeywordList>, text: string, choice: PartChoice = {}) => {
  const settings = { ...defaultSettings, lists: [fakeList({ id: "there", name: "Ads", lines: ["foo"], ...there })] };
  const plan = atOnce(
    planImport({ settings, rulesets: [] }, readImport(text), new Map([["list-0", choice]]), () => "new"),
  );
  const [part] = plan.parts;
  return { into: part?.into, lost: part?.lost, lists: plan.change(settings).lists };
};

const group = (told: object): string =>
  JSON.stringify({
    version: "21",
    groups: { a: { name: "Ads", words: ["IT", "us"], color: "#ff0000", enabled: true, ...told } },
  });

describe("a list of the same name", () => {
  test("gets the words of one that is compared alike", () => {
    const { into, lost, lists } = withList({}, group({}));
    expect([into, lost]).toEqual(["there", []]);
    expect(lists.map(({ lines }) => lines)).toEqual([["foo", "IT", "us"]]);
  });

  test.each([
    ["asks for its capitals", { caseSensitive: true }, "options"],
    ["asks for whole words", { findWords: true }, "options"],
    ["is switched off", { enabled: false }, "switchedOff"],
  ])("gets none of one that %s, unless the reader wants it, and then it is said", (_, told, what) => {
    const own = withList({}, group(told));
    expect([own.into, own.lost]).toEqual([null, []]);
    expect(own.lists.map(({ id, lines }) => [id, lines])).toEqual([
      ["there", ["foo"]],
      ["new", ["IT", "us"]],
    ]);
    expect(own.lists[1]).toMatchObject({
      enabled: !("enabled" in told),
      options: { caseSensitive: "caseSensitive" in told, wholeWord: "findWords" in told },
    });
    const chosen = withList({}, group(told), { into: "there" });
    expect([chosen.into, chosen.lost]).toEqual(["there", [what]]);
    expect(chosen.lists).toHaveLength(1);
  });

  test("gets the words of one that has the same properties", () => {
    const options = { ...defaultKeywordOptions, caseSensitive: true };
    expect(withList({ options, enabled: false }, group({ caseSensitive: true, enabled: false }))).toMatchObject({
      into: "there",
      lost: [],
    });
  });

  test("is told from others of its name by its properties: what is imported twice is there once", () => {
    const text = group({ caseSensitive: true, enabled: false });
    const settings = { ...defaultSettings, lists: [fakeList({ id: "there", name: "Ads", lines: ["foo"] })] };
    const plan = (present: typeof settings) =>
      atOnce(planImport({ settings: present, rulesets: [] }, readImport(text), new Map(), () => "new"));
    const once = plan(settings).change(settings);
    expect(plan({ ...settings, lists: [...once.lists] }).parts).toMatchObject([{ into: "new", added: 0, same: 2 }]);
  });

  test("keeps its own properties where the words come with none, and it is said", () => {
    const options = { ...defaultKeywordOptions, wholeWord: true };
    const words = "# Winnow: Ads\nIT\nus\n";
    expect(withList({ options, enabled: false }, words)).toMatchObject({
      into: "there",
      lost: ["options", "switchedOn"],
    });
  });
});

describe("a ruleset of the same name", () => {
  const ruleset = (id: string, enabled: boolean, host: string): Ruleset => ({
    id,
    name: "uBlacklist",
    enabled,
    address: null,
    rules: [{ condition: `site:${host}`, action: "hide", line: 1 }],
  });
  const withRuleset = (there: boolean, given: boolean, choice: PartChoice = {}) => {
    const imported = readImport(atOnce(writeWinnow(defaultSettings, [ruleset("x", given, "new.example")])));
    const present = { settings: defaultSettings, rulesets: [ruleset("there", there, "old.example")] };
    const plan = atOnce(planImport(present, imported, new Map([["rules-0", choice]]), () => "new"));
    const part = plan.parts.find(({ kind }) => kind === "rules");
    return [part?.into, part?.lost, plan.rulesets.map(({ id, enabled, rules }) => [id, enabled, rules.length])];
  };

  test("gets rules that are on or off as it is", () => {
    expect(withRuleset(true, true)).toEqual(["there", [], [["there", true, 2]]]);
    expect(withRuleset(false, false)).toEqual(["there", [], [["there", false, 2]]]);
  });

  test("gets none that are off while it is on, unless the reader wants it, and then it is said", () => {
    expect(withRuleset(true, false)).toEqual([null, [], [["new", false, 1]]]);
    expect(withRuleset(true, false, { into: "there" })).toEqual(["there", ["switchedOff"], [["there", true, 2]]]);
  });

  test("stays off where rules come that are on, and it is said", () => {
    expect(withRuleset(false, true)).toEqual(["there", ["switchedOn"], [["there", false, 2]]]);
  });
});
