import fc from "fast-check";
import { expect, test } from "vitest";

import { parseCondition } from "@/filters/parse-condition.ts";
import { printCondition } from "@/filters/print-condition.ts";

import { arbitraryCondition } from "./arbitrary-condition.ts";

const anyUnit = fc.nat(0xffff).map((code) => String.fromCharCode(code));

test("what is printed reads back as the same condition", () => {
  fc.assert(
    fc.property(arbitraryCondition, (condition) => {
      expect(parseCondition(printCondition(condition))).toEqual({ ok: true, condition });
    }),
    { numRuns: 1000 },
  );
});

test("the normal form of any text that reads is a fixed point", () => {
  const pieces = `a OR AND NOT - ( ) " pages >= 30 size<5 MB .. site: x.y list: has: / \\ k = title: age<2 y “ ： 1:30 *`;
  const piece = fc.constantFrom(" ", "date>2024-02-30", ...pieces.split(" "));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (some) => {
      const text = some.join("");
      const parsed = parseCondition(text);
      const column = parsed.ok ? 1 : (parsed.problem.column ?? 0);
      expect(column >= 1 && column <= text.length + 1).toBe(true);
      expect(parsed.ok ? parseCondition(printCondition(parsed.condition)) : parsed).toEqual(parsed);
    }),
    { numRuns: 2000 },
  );
});

test("any text at all is read or told, never thrown at", () => {
  fc.assert(
    fc.property(fc.string({ unit: anyUnit }), (text) => {
      expect(typeof parseCondition(text).ok).toBe("boolean");
    }),
    { numRuns: 300 },
  );
});

test("nesting and length have bounds that are told", () => {
  const codes = ["(".repeat(5000), "-".repeat(5000) + "a", "NOT ".repeat(2000) + "a", "a ".repeat(20_000)].map(
    (text) => {
      const parsed = parseCondition(text);
      return parsed.ok ? "read" : parsed.problem.code;
    },
  );
  expect(codes).toEqual(["condition-too-deep", "condition-too-deep", "condition-too-deep", "condition-too-long"]);
});
