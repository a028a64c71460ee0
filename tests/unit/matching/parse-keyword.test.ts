import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";

import { parseKeyword } from "@/matching/parse-keyword.ts";

// Only ends a run that hangs: thousands of runs take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

describe("a keyword line", () => {
  test.each([
    ["word", null, "literal", "word"],
    ["  a phrase  ", null, "literal", "a phrase"],
    ['"a * b"', null, "literal", "a * b"],
    ['"/not a regex/"', null, "literal", "/not a regex/"],
    ["wild*card", null, "wildcard", "wild*card"],
    ["on?", null, "wildcard", "on?"],
    ["title:word", "title", "literal", "word"],
    ["Snippet: two words", "snippet", "literal", "two words"],
    ['meta:"quoted"', "meta", "literal", "quoted"],
    ["url:blog*", "url", "wildcard", "blog*"],
    ["site:example.com", "site", "literal", "example.com"],
    ["http://example.com", null, "literal", "http://example.com"],
    ["c:drive", null, "literal", "c:drive"],
  ])("%s", (line, field, kind, text) => {
    expect(parseKeyword(line)).toEqual({ kind: "keyword", keyword: { field, pattern: { kind, text } } });
  });

  test.each([
    ["", "blank"],
    ["   \t", "blank"],
    ["\u3000", "blank"],
    ["# comment", "comment"],
    ["  #", "comment"],
  ])("%j is %s", (line, kind) => {
    expect(parseKeyword(line)).toEqual({ kind });
  });

  test.each([
    ['"open', "keyword-quote-open", [], 1],
    ['  "a" b', "keyword-quote-open", [], 3],
    ['"', "keyword-quote-open", [], 1],
    ['""', "keyword-empty", [], 1],
    [`title:${"x".repeat(1001)}`, "keyword-too-long", ["1000"], 1007],
    ['"  "', "keyword-empty", [], 1],
    ["title:", "keyword-empty", [], 7],
    ["title:\u00ad\u200b", "keyword-empty", [], 7],
    ["\u0301", "keyword-empty", [], 1],
    ["url:  *?", "keyword-only-wildcards", [], 7],
    ["/open", "regex-open", [], 1],
    ["/", "regex-open", [], 1],
    ["url:/path", "regex-open", [], 5],
    ["/a/x", "regex-flags", ["x"], 4],
    ["/a/gg", "regex-flags", ["gg"], 4],
    ["/a/gig", "regex-flags", ["gig"], 4],
    ["/etc/passwd", "regex-flags", ["passwd"], 6],
    ["//", "keyword-empty", [], 1],
    ["title:/a\\1/", "regex-unsupported", ["\\1"], 9],
    ["/(a*)\\1b/", "regex-reference", [], 2],
    ["/(?:a{100}){100}/", "regex-too-large", [], 2],
  ])("%j is a problem: %s", (line, code, args, column) => {
    expect(parseKeyword(line)).toEqual({ kind: "problem", problem: { code, args, column } });
  });

  test("an invalid regular expression is reported in the words of the browser", () => {
    expect(parseKeyword("/(/")).toMatchObject({ kind: "problem", problem: { code: "regex-invalid", column: 2 } });
  });

  test.each(["/a/gi", "/a/u", "/\\p{Lu}/", "/a/m"])("%s is a regular expression", (line) => {
    expect(parseKeyword(line)).toMatchObject({ kind: "keyword", keyword: { pattern: { kind: "regex" } } });
  });

  test("is always read or reported, whatever it holds", () => {
    const line = fc.string({
      unit: fc.constantFrom(...'/\\()[]{}*+?|^$."#:aä1一\ud800 \t'.split(""), "title:", "\\1"),
      maxLength: 16,
    });
    fc.assert(
      fc.property(line, (text) => {
        const parsed = parseKeyword(text);
        if (parsed.kind !== "problem") return;
        expect(parsed.problem.column).toBeGreaterThanOrEqual(1);
        expect(parsed.problem.column).toBeLessThanOrEqual(text.length + 1);
      }),
      { numRuns: 3000 },
    );
  });
});
