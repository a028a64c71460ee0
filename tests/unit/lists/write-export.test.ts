import { describe, expect, test } from "vitest";

import { writeGoggle } from "@/lists/goggles/write-goggle.ts";
import { readImport } from "@/lists/read-import.ts";
import { writeUblacklist } from "@/lists/ublacklist/write-ruleset.ts";
import { writeExport } from "@/lists/write/write-export.ts";
import type { ExportWriter } from "@/lists/write/write-export.ts";
import { writeDomains, writeWords } from "@/lists/write/write-plain-text.ts";
import { defaultKeywordOptions } from "@/model/keyword-list.ts";
import type { Ruleset } from "@/model/ruleset.ts";
import type { Settings } from "@/model/settings.ts";
import { atOnce } from "@/model/steps.ts";
import { defaultSettings } from "@/settings/default-settings.ts";

import { fakeFilter, fakeList } from "../../support/fake-settings.ts";

const exported = (writer: ExportWriter, settings: Partial<Settings>, rulesets: readonly Ruleset[] = []) => {
  const { text, notExpressed, approximated } = atOnce(
    writeExport(writer, { ...defaultSettings, ...settings }, rulesets),
  );
  const told = (issues: typeof approximated) => issues.map(({ what, problem }) => [what, problem.code]);
  return { text, notExpressed: told(notExpressed), approximated: told(approximated) };
};
const ruleset = (name: string, enabled: boolean): Ruleset => ({
  id: name,
  name,
  enabled,
  address: null,
  rules: [{ condition: `site:${name}.example`, action: "hide", line: 1 }],
});

test.each([
  ["uBlacklist", writeUblacklist],
  ["a goggle", writeGoggle],
  ["words", writeWords],
  ["domains", writeDomains],
])("%s: what no other tool can hold is said", (_, writer) => {
  const settings: Partial<Settings> = {
    recipes: [{ id: "r", enabled: true, data: { name: "Shop" } }],
    subscriptions: [{ id: "s", enabled: true, name: "", address: "https://s.example/l.txt", interval: 24 }],
    pausedSites: ["quiet.example"],
  };
  const { notExpressed, text } = exported(writer, settings, [ruleset("off", false)]);
  expect(notExpressed).toEqual([
    ["off", "export-off"],
    ["Shop", "export-recipe"],
    ["https://s.example/l.txt", "export-subscription"],
    ["quiet.example", "export-paused"],
  ]);
  expect(text).not.toContain("off.example");
});

test("a ruleset that is on is written", () => {
  expect(exported(writeDomains, {}, [ruleset("on", true)])).toMatchObject({ text: "on.example\n", notExpressed: [] });
});

describe("words", () => {
  test("say that several lists become one, are on, and lose their options", () => {
    const lists = [
      fakeList({ id: "a", name: "A", options: { ...defaultKeywordOptions, wholeWord: true } }),
      fakeList({ id: "b", name: "B", enabled: false }),
    ];
    expect(exported(writeWords, { lists }).approximated).toEqual([
      ["A, B", "export-one-list"],
      ["B", "export-list-on"],
      ["A", "export-list-options"],
    ]);
    expect(exported(writeWords, { lists: [fakeList({ name: "C" })] }).approximated).toEqual([]);
  });
});

describe("a goggle", () => {
  const goggleOf = (condition: string) => {
    const { text, ...told } = exported(writeGoggle, { filters: [fakeFilter({ condition, action: "hide" })] });
    return { line: text.split("\n").at(-2), ...told };
  };

  test("says how words are compared, and what Brave Search does not do yet", () => {
    expect(goggleOf("title:spam")).toEqual({
      line: "spam$discard,intitle",
      notExpressed: [],
      approximated: [
        ["title:spam", "export-compared"],
        ["title:spam", "export-goggle-announced"],
      ],
    });
    expect(goggleOf("site:a.example url:/x/i")).toMatchObject({ line: "x$discard,site=a.example", approximated: [] });
  });

  test("has no comment in place of an instruction", () => {
    const { line = "" } = goggleOf("title:!x");
    expect(line).toBe("*!x$discard,intitle");
    expect(readImport(line, { format: "goggle" }).rulesets[0]?.rules).toHaveLength(1);
  });
});

test.each([
  ["goggle", writeGoggle],
  ["domains", writeDomains],
] as const)("a top-level domain reads back from %s", (format, writer) => {
  const { text } = exported(writer, { filters: [fakeFilter({ condition: "site:com", action: "hide" })] });
  expect(readImport(text, { format }).rulesets[0]?.rules).toMatchObject([{ condition: "site:com", action: "hide" }]);
});
