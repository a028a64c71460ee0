import fc from "fast-check";
import { expect, test } from "vitest";

import { parseCondition } from "@/filters/parse-condition.ts";
import { printCondition } from "@/filters/print-condition.ts";
import { conditionLines, conditionOf } from "@/sync/split-alternatives.ts";

import { arbitraryCondition } from "../filters/arbitrary-condition.ts";

test.each([
  ["", []],
  ["a", ["a"]],
  ["a OR b c OR -d", ["a", "b c", "-d"]],
  ["(a OR b) OR c", ["(a OR b)", "c"]],
  ["title:/a OR b/i OR url:x.com/y OR c", ["title:/a OR b/i", "url:x.com/y", "c"]],
  ["-/[/] OR ]/ OR b", ["-/[/] OR ]/", "b"]],
  ['"a OR \\" OR b" OR c', ['"a OR \\" OR b"', "c"]],
  ["a OR /b OR c", ["a OR /b OR c"]],
  ["a OR (b", ["a OR (b"]],
  ["a OR b)", ["a OR b)"]],
  ['a OR "b', ['a OR "b']],
  ["“a OR b” OR c", ["“a OR b” OR c"]],
  ["a OR ", ["a", ""]],
])("%s", (condition, lines) => {
  expect(conditionLines(condition)).toEqual(lines);
});

test.each([
  ["beside something half-typed", "(x -title:() OR a OR b", ["x -title:("], ["x -title:(", "a", "b"]],
  ["among others", 'a OR ("x) OR b', ['"x', "a"], ["a", '"x', "b"]],
  ["beside two that are half-typed", "(x() OR (y() OR a", ["x(", "y("], ["x(", "y(", "a"]],
  ["before all that stood there", "a OR ((x() OR b)", ["x(", "b"], ["a", "x(", "b"]],
  ["which looks like two", "(a) OR (b) OR c", ["a) OR (b"], ["a) OR (b", "c"]],
  ["alone in parentheses of its own", "(x -title:()", ["x -title:("], ["(x -title:()"]],
  ["in quotes", '"a OR (x() OR b"', ["x("], ['"a OR (x() OR b"']],
  ["of which no more is known", "(x() OR a", ["y("], ["(x() OR a"]],
])("what is known: %s", (_, condition, known, lines) => {
  expect(conditionLines(condition, known)).toEqual(lines);
});

const pieces = fc.constantFrom(" OR ", "a", " ", "(", ")", '"', "\\", "/", "[", "]", ":", "-", "“", "site:x.com");

test("the lines of any text are the text again", () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (signs) => {
      const text = signs.join("");
      expect(conditionOf(conditionLines(text))).toBe(text);
    }),
  );
});

test("lines that are known come out of the text again, half-typed or not", () => {
  const line = fc.constantFrom(
    "a",
    "-b c",
    "(a OR b)",
    '"a OR b"',
    "a (",
    "(a OR",
    "a OR (b",
    '"a',
    "/a OR b",
    "a) OR (b",
    "“a",
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      expect(conditionLines(conditionOf(lines), lines)).toEqual(lines);
    }),
  );
});

test("whatever is known, the lines of a text are the text again", () => {
  const texts = fc.array(pieces, { minLength: 1, maxLength: 8 }).map((signs) => signs.join(""));
  fc.assert(
    fc.property(fc.array(texts, { maxLength: 5 }), fc.array(texts, { maxLength: 3 }), (lines, more) => {
      const text = conditionOf(lines);
      expect(conditionOf(conditionLines(text, ...[...lines, ...more].map((one) => [one])))).toBe(text);
    }),
  );
});

test("each line of a condition is a condition, and together they are true where it is", () => {
  fc.assert(
    fc.property(arbitraryCondition, (condition) => {
      const printed = printCondition(condition);
      const parts = conditionLines(printed).flatMap((line) => {
        const parsed = parseCondition(line);
        if (!parsed.ok) throw new Error(`${line}: ${parsed.problem.code}`);
        return parsed.condition.kind === "any" ? parsed.condition.parts : [parsed.condition];
      });
      const whole = parseCondition(printed);
      if (!whole.ok) throw new Error(whole.problem.code);
      const wanted = whole.condition.kind === "any" ? whole.condition.parts : [whole.condition];
      expect(parts.map(printCondition)).toEqual(wanted.map(printCondition));
    }),
  );
});
