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

const pieces = fc.constantFrom(" OR ", "a", " ", "(", ")", '"', "\\", "/", "[", "]", ":", "-", "“", "site:x.com");

test("the lines of any text are the text again", () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (signs) => {
      const text = signs.join("");
      expect(conditionOf(conditionLines(text))).toBe(text);
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
