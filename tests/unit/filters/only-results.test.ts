import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { not } from "@/filters/condition.ts";
import { allButText, onlyShown } from "@/filters/only-results.ts";
import { parseCondition } from "@/filters/parse-condition.ts";
import { printCondition } from "@/filters/print-condition.ts";

import { arbitraryCondition } from "./arbitrary-condition.ts";

describe("the condition of all but some results", () => {
  test.each([
    ["pages>=30", "-pages>=30"],
    [" steel ", "-steel"],
    ["30<pages", "-(30<pages)"],
    ["pages >= 30", "-(pages >= 30)"],
    ["a OR b", "-(a OR b)"],
    ["-transaction", "-(-transaction)"],
    ["pages>=", "-(pages>=)"],
    ["", "-()"],
    ["foo) OR (bar", "-(foo) OR (bar)("],
    ["a OR b) (c OR (d)", "-(a OR b) (c OR (d))("],
  ])("of %j it is %j, which reads back", (typed, text) => {
    expect(allButText(typed)).toBe(text);
    expect(onlyShown(text)).toBe(typed.trim());
  });

  test.each([
    ["-(a) OR (b)", null],
    ["-a b", null],
    ["-a -b", null],
    ["a", null],
    ["-(a) (b", null],
    ["pages!=10..20", null],
    ["", null],
    ["-", null],
    ["-pages>=", null],
    ["NOT pages>=30", "pages>=30"],
    ["not a", null],
    ["NOT (a OR b)", "a OR b"],
    ["−(a b)", "a b"],
    ["-((a) (b))", "(a) (b)"],
    ['-"a b"', '"a b"'],
    ["-has:size", "has:size"],
    ["-(pages>=", null],
    ["-(pages>=)(", null],
    ["-(a)(", null],
  ])("%j is that of all but %j", (text, shown) => {
    expect(onlyShown(text)).toBe(shown);
  });

  test("it is the opposite of what was typed, and always read back", () => {
    fc.assert(
      fc.property(arbitraryCondition, (condition) => {
        const typed = printCondition(condition);
        const text = allButText(typed);
        const parsed = parseCondition(text);
        expect(parsed.ok && parsed.condition).toEqual(not(condition));
        expect(onlyShown(text)).toBe(typed);
      }),
    );
  });

  test("of what cannot be read it cannot be read either, and what was typed is read back", () => {
    const pieces = fc.constantFrom(
      "(",
      ")",
      "(",
      ")",
      " ",
      "a",
      "b",
      " OR ",
      "-",
      "NOT ",
      '"',
      "/",
      "\\",
      "pages>=",
      "3",
      ":",
    );
    const texts = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join("").trim());
    fc.assert(
      fc.property(texts, (typed) => {
        const plain = parseCondition(typed);
        const text = allButText(typed);
        const parsed = parseCondition(text);
        const read = parsed.ok ? parsed.condition : null;
        expect(plain.ok ? read : [read, onlyShown(text)]).toEqual(plain.ok ? not(plain.condition) : [null, typed]);
      }),
      { numRuns: 3000 },
    );
  });
});
