import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { readImport } from "@/lists/read-import.ts";
import { writeWinnow } from "@/lists/winnow-file.ts";
import { atOnce } from "@/model/steps.ts";
import { defaultSettings } from "@/settings/default-settings.ts";

import { fakeFilter, fakeList } from "../../support/fake-settings.ts";

const settings = {
  ...defaultSettings,
  painter: "mark" as const,
  pausedSites: ["news.example"],
  lists: [fakeList({ id: "a", lines: ["支持", "/x/i"] })],
  filters: [fakeFilter({ id: "f", condition: "pages<30" })],
};
const rules = [
  { condition: "site:example.com", action: "hide" as const, line: 3 },
  { condition: "site:example.org", action: "mark" as const, color: 4, line: 4 },
];
const ruleset = { id: "r", name: "Mine", enabled: true, address: null, rules };

const codesOf = (text: string) => readImport(text).problems.map(({ code }) => code);

describe("a file of Winnow's own", () => {
  test("holds everything, and reads back the same", () => {
    expect(readImport(atOnce(writeWinnow(settings, [ruleset])))).toMatchObject({
      format: { name: "winnow" },
      settings,
      rulesets: [{ name: "Mine", rules }],
      problems: [],
    });
    expect(readImport(`\uFEFF${atOnce(writeWinnow(settings))}`)).toMatchObject({ settings, rulesets: [] });
  });

  test("names rules whose conditions cannot be read, and leaves them out", () => {
    const broken = ["title:(", "", "pages >"].map((condition) => ({ condition, action: "hide" as const, line: 9 }));
    const read = readImport(atOnce(writeWinnow(settings, [{ ...ruleset, rules: [...rules, ...broken] }])));
    expect(read.rulesets).toEqual([{ name: "Mine", enabled: true, rules }]);
    expect(read.notUnderstood).toMatchObject(
      broken.map(({ condition: text }) => ({ line: 0, text, problem: { code: expect.any(String) } })),
    );
    expect(read.problems).toEqual([]);
  });

  test("reads back any lines and names exactly", () => {
    // A line with a break in it would be two.
    const line = fc.string({ unit: "binary" }).filter((text) => !/[\n\r]/u.test(text));
    fc.assert(
      fc.property(fc.array(line), fc.string({ unit: "grapheme" }), (lines, name) => {
        const lists = [fakeList({ id: "a", name, lines })];
        expect(readImport(atOnce(writeWinnow({ ...settings, lists }))).settings?.lists).toEqual(lists);
      }),
    );
  });

  test.each([
    [atOnce(writeWinnow(settings)).slice(0, 40), "import-broken-json"],
    ['{"lists": []}', "import-unknown-json"],
    ["[]", "import-unknown-json"],
    ['{"format": "winnow-settings", "version": 1}', "backup-not-ours"],
    ['{"format": "winnow-settings", "settings": {}}', "backup-not-ours"],
    ['{"format": "winnow-settings", "version": 99, "settings": {"lists": []}}', "backup-newer"],
    ["", "import-empty"],
    ["\u0000\u0001", "import-binary"],
  ])("that is %j is refused with a reason", (text, code) => {
    expect(codesOf(text)).toEqual([code]);
    expect(readImport(text).settings).toBeNull();
  });

  test("with parts that can't be read gives the rest and says so", () => {
    const damaged = { ...settings, lists: [...settings.lists, { id: 5 }] };
    const wrong = [{ condition: 5, action: "hide" }, { condition: "x", action: "explode" }, ...rules];
    const file = { format: "winnow-settings", version: 1, settings: damaged, rulesets: [{ name: "R", rules: wrong }] };
    expect(readImport(JSON.stringify(file))).toMatchObject({
      settings,
      rulesets: [{ name: "R", rules }],
      problems: [{ code: "backup-partly-unreadable", args: ["3"] }],
    });
  });
});
