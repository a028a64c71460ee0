import { describe, expect, test } from "vitest";

import { compileFilters } from "@/deciding/compile-filters.ts";
import { readImport } from "@/lists/read-import.ts";

import { plainFilter, plainResult } from "../../support/plain-records.ts";

const rulesOf = (...lines: readonly string[]) =>
  readImport(lines.join("\n"), { format: "ublacklist" }).rulesets.flatMap(({ rules }) =>
    rules.map(({ condition, action, color }) => [action, color ?? "", condition].join(" ").replace("  ", " ")),
  );

const problemOf = (line: string) => {
  const [issue] = readImport(line, { format: "ublacklist" }).notUnderstood;
  return issue && [issue.problem.code, issue.problem.column ?? 0];
};

/** Which of the titles a rule hides. */
const hiddenOf = (line: string, titles: readonly string[]) => {
  const rules = readImport(line, { format: "ublacklist" }).rulesets.flatMap((ruleset) => ruleset.rules);
  const judge = compileFilters(
    rules.map(({ condition, action }) => plainFilter(condition, { action })),
    [],
  );
  return titles.filter((title) => judge.decide(plainResult({ title }), [], 0).visibility === "hide");
};

test.each([
  ["title/^$/", [""]],
  ["!title/^$/", [" ", "a"]],
  [String.raw`title/^\s*$/`, ["", " "]],
  ["title/x*/", ["", " ", "a"]],
  ['title=""', [""]],
  ['title*=""', ["", " ", "a"]],
  ["path^='' & !title=''", [" ", "a"]],
  ['scheme$="" & host$="" & title="a"', ["a"]],
  ['host="" | path="" | title="a"', ["a"]],
  ["title/^a?$/", ["", "a"]],
])("what %s finds in an empty title, too, is hidden", (line, hidden) => {
  expect(hiddenOf(line, ["", " ", "a"])).toEqual(hidden);
});

describe("rules of uBlacklist", () => {
  test.each([
    ["*://*.example.com/*", "hide site:example.com"],
    ["*://*.Example.COM/* # with reasons", "hide site:example.com"],
    ["@*://*.example.com/*", "keep site:example.com"],
    ["@0*://*.example.com/*", "keep site:example.com"],
    ["https://*.example.com/*", "hide site:example.com url:/^https:/"],
    ["*://example.com/*", "hide site=example.com"],
    ["*://*.example.com/a", String.raw`hide site:example.com url:/^https?:\/\/[^\/]+\/a(?:#|$)/`],
    ["*://*/ads/*", String.raw`hide url:/^https?:\/\/[^\/]+\/ads\//`],
    ["<all_urls>", "hide url:/^https?:/"],
    ["/ads?/i", "hide url:/ads?/i"],
    ["url=~/a b/", "hide url:/a b/"],
    ["title/x/", "hide title:/x/"],
    ["title/^$/", "hide -title:/[^]/ OR title:/^$/"],
    ["title/x*/", "hide -title:/[^]/ OR title:/[^]/"],
    [String.raw`title="\xA9 \u00A9 \u{4F60} \a"`, "hide title:/^© © 你 a$/"],
    ["title = 'a\\'b'", "hide title:/^a'b$/"],
    ['title *= "A+" i', String.raw`hide title:/A\+/i`],
    ['host="example.com"', "hide site=example.com"],
    ['host$=".gov"', String.raw`hide site:gov site:/\.gov$/`],
    ['scheme="http"', "hide url:/^http:/"],
    ['path^="/a"', String.raw`hide url:/^https?:\/\/[^\/]+\/a/`],
    [String.raw`path=~/^\/a$/m`, String.raw`hide url:/^https?:\/\/[^\/]+(?=\/)(?:\/a(?=#|$))/`],
    ['$site="google"', "hide prop:$site=google"],
    ["$category ^= 'ima' i", "hide prop:$category=/^ima/i"],
    ['$category="x y"', 'hide prop:$category="x y"'],
    ["!$category=~/^(images|videos)$/", "hide -prop:$category=/^(images|videos)$/"],
    ['author*="Ann" | scheme="ftp"', "hide prop:author=/Ann/ OR url:/^#/"],
    ["path/(?<=a)b/", "hide prop:path=/(?<=a)b/"],
    ["path/a(^b)/", "hide prop:path=/a(^b)/"],
    [
      '*://*.example.com/* @if($category="images" & !$site="bing")',
      "hide site:example.com prop:$category=images -prop:$site=bing",
    ],
    ["!title/a/ & (title/b/ | title/c/)", "hide -title:/a/ (title:/b/ OR title:/c/)"],
    ["title/a/ | title/b/ & title/c/", "hide title:/a/ OR title:/b/ title:/c/"],
    ["*://*.example.com/* @if(title/a/ | title/b/)", "hide site:example.com (title:/a/ OR title:/b/)"],
  ])("%s", (line, rule) => {
    expect(rulesOf(line)).toEqual([rule]);
  });

  test("a highlight is shown and marked", () => {
    expect(rulesOf("@3 *://*.example.com/*")).toEqual(["keep site:example.com", "mark 3 site:example.com"]);
  });

  test("comments and blank lines say nothing", () => {
    const text = "\n# a comment\n   \n*://*.example.com/*\n";
    expect(readImport(text)).toMatchObject({ rulesets: [{ rules: [{ line: 4 }] }], notUnderstood: [] });
  });

  test.each([
    ["*://exam*ple.com/*", ["import-bad-host", 1]],
    ["*://example.com:80/*", ["import-bad-host", 1]],
    ["*://*.a_b.com/*", ["import-bad-host", 1]],
    ["*://*.ドメイン.com/*", ["import-bad-host", 1]],
    [String.raw`title="foo \xA"`, ["import-bad-escape", 12]],
    [String.raw`title="foo \00"`, ["import-bad-escape", 12]],
    [String.raw`title="\u{110000}"`, ["import-syntax", 7]],
    ["*://example.com", ["import-bad-pattern", 1]],
    ["*://*.example.com/* @if(title/a/", ["condition-unclosed-parenthesis", 24]],
    ["*://*.example.com/* and more", ["import-syntax", 21]],
    ["title/(/", ["regex-invalid", 6]],
    ["title/a/y", ["regex-flags", 9]],
    ['title="a', ["import-string-open", 7]],
    ['scheme="ftp"', ["import-never", 0]],
    ['path^="a"', ["import-never", 0]],
    ['author=""', ["import-empty-text", 1]],
    ['path=""', ["import-never", 0]],
    [`${"(".repeat(500)}title/a/`, ["condition-too-deep", 62]],
    ["@", ["import-syntax", 1]],
  ])("%s is left out", (line, problem) => {
    expect(problemOf(line)).toEqual(problem);
    expect(rulesOf(line, "*://*.example.com/*")).toEqual(["hide site:example.com"]);
  });

  test("the head names the ruleset, and the lines are counted with it", () => {
    const text = "---\nname: Mine\nhomepage: https://example.org\n---\n*://*.example.com/*\nwrong\n";
    expect(readImport(text)).toMatchObject({
      format: { name: "ublacklist" },
      rulesets: [{ name: "Mine", homepage: "https://example.org", rules: [{ line: 5 }] }],
      notUnderstood: [{ line: 6, text: "wrong" }],
    });
  });
});
