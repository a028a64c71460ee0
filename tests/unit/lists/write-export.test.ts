import { describe, expect, test } from "vitest";

import { writeGoggle } from "@/lists/goggles/write-goggle.ts";
import { readImport } from "@/lists/read-import.ts";
import { writeUblacklist } from "@/lists/ublacklist/write-ruleset.ts";
import { writeExport } from "@/lists/write/write-export.ts";
import type { ExportWriter } from "@/lists/write/write-export.ts";
import { writeDomains, writeWords } from "@/lists/write/write-plain-text.ts";
import type { Action } from "@/model/filter.ts";
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

describe("uBlacklist, whose recipes tell a result's title and nothing else of its text", () => {
  const ruleOf = (condition: string) => {
    const { text, ...told } = exported(writeUblacklist, { filters: [fakeFilter({ condition, action: "hide" })] });
    return { line: text.split("\n").slice(3, -1).join("\n"), ...told };
  };

  test.each([
    "snippet:/spam/i",
    "meta:/x/",
    "site:a.example snippet:/x/",
    // Without the snippet, these would hide what they mean to spare, or everything.
    "-snippet:/keep/",
    "-foo",
    "-(title:/x/ OR meta:/y/)",
    "site:a.example -(/foo/ title:/x/)",
  ])("leaves out what would do nothing there or hide too much, and says so: %s", (condition) => {
    expect(ruleOf(condition)).toEqual({
      line: "",
      notExpressed: [[condition, "export-only-title"]],
      approximated: [],
    });
  });

  test.each([
    ["/foo/i", "title=~/foo/i"],
    ["-(-/foo/i title:/x/)", "!(!title=~/foo/i & title=~/x/)"],
    ["site:a.example /foo/", "*://*.a.example/* @if(title=~/foo/)"],
  ])("compares titles alone, which finds less, and says so: %s", (condition, line) => {
    expect(ruleOf(condition)).toEqual({ line, notExpressed: [], approximated: [[condition, "export-only-title"]] });
  });

  test("says both where words are compared otherwise, too, and nothing where only the title is asked", () => {
    const codes = ruleOf("foo").approximated.map(([, code]) => code);
    expect(codes).toEqual(["export-only-title", "export-compared"]);
    expect(ruleOf("-title:/x/")).toEqual({ line: "!title=~/x/", notExpressed: [], approximated: [] });
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

describe("that own filters go before imported rules is no order that another format has", () => {
  const outranked = (writer: ExportWriter, own: [string, Action], rule: [string, Action]) => {
    const rules = [{ condition: rule[0], action: rule[1], line: 1 }];
    const filters = [fakeFilter({ condition: own[0], action: own[1] })];
    const { approximated } = exported(writer, { filters }, [{ ...ruleset("r", true), rules }]);
    return approximated.some(([what, code]) => what === own[0] && code === "export-outranked");
  };
  const site = "site:a.com";

  test.each<[string, ExportWriter, Action, Action, boolean]>([
    ["uBlacklist", writeUblacklist, "hide", "keep", true],
    ["uBlacklist", writeUblacklist, "fold", "mark", true],
    ["uBlacklist", writeUblacklist, "dim", "hide", true],
    ["uBlacklist", writeUblacklist, "keep", "hide", false],
    ["uBlacklist", writeUblacklist, "hide", "hide", false],
    ["a goggle", writeGoggle, "keep", "hide", true],
    ["a goggle", writeGoggle, "dim", "fold", true],
    ["a goggle", writeGoggle, "hide", "keep", false],
    ["domains", writeDomains, "keep", "hide", true],
    ["domains", writeDomains, "hide", "keep", false],
  ])("%s: own %s, imported %s", (_, writer, own, rule, isSaid) => {
    expect(outranked(writer, [site, own], [site, rule])).toBe(isSaid);
  });

  test.each([
    ["site:a.com", "site:www.a.com", true],
    ["site:www.a.com", "site:a.com", true],
    ["site:a.com", "title:spam", true],
    ["spam", "site:a.com", true],
    ["site:a.com", "site:b.com", false],
    ["site:a.com", "site:nota.com", false],
    ["url=https://www.a.com/x", "site:a.com title:x", true],
    ["url=https://www.a.com/x", "site:b.com", false],
  ])("it is said where both may be true of a result: own %s, imported %s", (own, rule, isSaid) => {
    expect(outranked(writeUblacklist, [own, "hide"], [rule, "keep"])).toBe(isSaid);
  });
});
