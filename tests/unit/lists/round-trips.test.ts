import fc from "fast-check";
import { expect, test } from "vitest";

import { compileFilters } from "@/deciding/compile-filters.ts";
import { writeGoggle } from "@/lists/goggles/write-goggle.ts";
import { readImport } from "@/lists/read-import.ts";
import { writeUblacklist } from "@/lists/ublacklist/write-ruleset.ts";
import { writeDomains, writeWords } from "@/lists/write/write-plain-text.ts";
import type { Rule } from "@/model/ruleset.ts";
import { atOnce } from "@/model/steps.ts";

import { plainFilter, plainList, plainResult } from "../../support/plain-records.ts";

const pattern = fc
  .tuple(
    fc.constantFrom("*", "https"),
    fc.constantFrom("*", "a.com", "*.a.com", "*.b.org"),
    fc.constantFrom("/*", "/x", "/x*", "/x*y?z"),
  )
  .map(([scheme, host, path]) => `${scheme}://${host}${path}`);
const comparison = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("title", "url", "host", "path"),
      fc.constantFrom("=", "^=", "$=", "*="),
      fc.constantFrom('"/x"', "'.com'", '"a.com"', '"A \\"b\\" (c)"', '"/"'),
      fc.constantFrom("", "i"),
    )
    .map((parts) => parts.join("")),
  fc
    .tuple(
      fc.constantFrom("$site", "$category", "author", "constructor"),
      fc.constantFrom("=", "^=", "$=", "*="),
      fc.constantFrom('"images"', '"Ann B"', '"a\\nb"', '"x"'),
      fc.constantFrom("", "i"),
    )
    .map((parts) => parts.join("")),
  fc.constantFrom('scheme="ftp"', 'path="x"', "path/(?<=x)y/", "$category=~/^(images|web)$/"),
  fc.constantFrom("/x[/]y/", "title=~/a|b/i", "title/^A/", "host/^a/"),
);
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3 },
    comparison,
    tie("expression").map((inner) => `!(${inner})`),
    fc
      .tuple(tie("expression"), fc.constantFrom(" & ", " | "), tie("expression"))
      .map(([one, sign, other]) => `(${one}${sign}${other})`),
  ),
}));
const line = fc
  .tuple(
    fc.constantFrom("", "@", "@3 "),
    fc.oneof(
      pattern,
      expression,
      fc.tuple(pattern, expression).map(([where, what]) => `${where} @if(${what})`),
    ),
  )
  .map((parts) => parts.join(""));

const results = [
  plainResult({ url: "https://a.com/x", host: "a.com", title: "A b", snippet: "/x", properties: { $site: "x" } }),
  plainResult({
    url: "http://www.a.com/x/y?z",
    host: "www.a.com",
    title: 'A "b" (c)',
    properties: { $category: "images" },
  }),
  plainResult({ url: "https://c.b.org/xay?z#/x", host: "c.b.org", title: "a.com" }),
  plainResult({ url: "https://other.net/", host: "other.net", title: "/" }),
];
const verdictsBy = (rules: readonly Rule[]): unknown => {
  const filters = rules.map((rule, index) => plainFilter(rule.condition, { ...rule, id: String(index) }));
  const judge = compileFilters(filters, []);
  return results.map((result) => {
    const { visibility, mark } = judge.decide(result, [], 0);
    return [visibility, mark];
  });
};
const rulesIn = (text: string): readonly Rule[] =>
  readImport(text, { format: "ublacklist" }).rulesets.flatMap(({ rules }) => rules);

test("rules of uBlacklist mean the same when they were written out and read again", () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
      const rules = rulesIn(lines.join("\n"));
      const written = atOnce(writeUblacklist({ lists: [], filters: [], rules }));
      expect(written.notExpressed).toEqual([]);
      expect(written.approximated).toEqual([]);
      expect(verdictsBy(rulesIn(written.text))).toEqual(verdictsBy(rules));
    }),
  );
});

const instruction = fc
  .tuple(
    fc.constantFrom("", "/wiki/", "|https://a.com/*/b^", "x+y|"),
    fc.constantFrom("boost", "downrank", "discard"),
    fc.constantFrom(",site=a.com", ",site=b.org"),
    fc.constantFrom("", ",intitle"),
  )
  .map(([text, action, site, where]) => `${text}$${action}${site}${text === "" ? "" : where}`);

test("goggles are the same when they were read and written out again", () => {
  fc.assert(
    fc.property(fc.array(instruction, { minLength: 1, maxLength: 4 }), (lines) => {
      const rules = readImport(lines.join("\n"), { format: "goggle" }).rulesets.flatMap((ruleset) => ruleset.rules);
      const { text, notExpressed } = atOnce(writeGoggle({ lists: [], filters: [], rules }));
      expect(notExpressed).toEqual([]);
      const again = readImport(text).rulesets.flatMap((ruleset) => ruleset.rules);
      expect(again.map(({ condition, action }) => [condition, action])).toEqual(
        rules.map(({ condition, action }) => [condition, action]),
      );
    }),
  );
});

test("keywords are the same, line by line, when they were written out and read again", () => {
  const word = fc.constantFrom("alpha", "# note", "", "title:b", "/a+/i", '"x?"', "支持", "  spaced  ");
  fc.assert(
    fc.property(fc.array(word), (lines) => {
      const kept = [...lines, "last"];
      const { text } = atOnce(writeWords({ lists: [plainList("Mine", kept)], filters: [], rules: [] }));
      expect(readImport(text).lists).toMatchObject([{ name: "Mine", lines: kept }]);
    }),
  );
});

test.each([
  ["---", "a", "---", "b"],
  ["<b>bold</b>"],
  ['["a'],
  ["{}"],
  ["a$discard"],
  ["foo soft"],
  ["a:t"],
  ["a|https://b"],
  ["x # perma-ban"],
  ["a.com", "b.com"],
  ["pages:", "- matches: x"],
  ["! name: x", "a$boost"],
])("keywords that look like another format are keywords when they are read again: %s", (...lines) => {
  const { text } = atOnce(writeWords({ lists: [plainList("Mine", lines)], filters: [], rules: [] }));
  const read = readImport(text);
  expect(read).toMatchObject({ format: { name: "words", alternatives: [] }, lists: [{ name: "Mine", lines }] });
});

test("several lists are several when they are read again, each under its name", () => {
  const lists = [plainList("A  b", ["one", "", "two"]), plainList("", ["three, four"]), plainList("C", [])];
  const { text } = atOnce(writeWords({ lists, filters: [], rules: [] }));
  expect(readImport(text, { fileName: "f.txt" }).lists.map(({ name, lines }) => [name, lines])).toEqual([
    ["A b", ["one", "", "two"]],
    ["", ["three, four"]],
    ["C", []],
  ]);
});

test("of few lines with another format's shape it is left to the reader whether they are words", () => {
  for (const text of ["foo soft", "a$discard", "a:t", "a|https://b", "x # perma-ban", "---\na\n---\nb"]) {
    expect([text, readImport(text).format?.alternatives]).toEqual([text, expect.arrayContaining(["words"])]);
  }
  const many = Array.from({ length: 20 }, (_, index) => `*://*.a${String(index)}.com/*`).join("\n");
  expect(readImport(many).format?.alternatives).toEqual([]);
});

test("a lone keyword with a comma stays one", () => {
  const { text } = atOnce(writeWords({ lists: [plainList("Mine", ["hello, world"])], filters: [], rules: [] }));
  expect(readImport(text).lists[0]?.lines).toEqual(["hello, world"]);
  expect(readImport("hello, world").lists[0]?.lines).toEqual(["hello", "world"]);
});

test("what a format cannot say is named", () => {
  const filters = [
    plainFilter("site:a.com"),
    plainFilter("pages>3"),
    plainFilter("word", { action: "dim" }),
    plainFilter("word"),
    plainFilter("site:b.org", { action: "fold" }),
    plainFilter("site:c.org", { enabled: false }),
  ];
  const source = { lists: [plainList("Mine", ["x"])], filters, rules: [] };
  const codes = (issues: readonly { readonly problem: { readonly code: string } }[]) =>
    issues.map(({ problem }) => problem.code).toSorted();
  const ublacklist = atOnce(writeUblacklist(source));
  expect(codes(ublacklist.notExpressed)).toEqual(["export-action", "export-figures", "export-keywords", "export-off"]);
  expect(codes(ublacklist.approximated)).toEqual(["export-compared", "export-fold", "export-only-title"]);
  expect(atOnce(writeDomains(source)).text).toBe("a.com\n");
  expect(codes(atOnce(writeGoggle(source)).notExpressed)).toContain("export-condition");
});
