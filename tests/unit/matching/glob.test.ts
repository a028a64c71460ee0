import fc from "fast-check";
import { expect, test, vi } from "vitest";

import { compileKeywords } from "@/matching/compile-keywords.ts";
import { defaultKeywordOptions } from "@/model/keyword-list.ts";

// Only ends a run that hangs: thousands of runs take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const spansOf = (line: string, title: string): readonly (readonly [number, number])[] =>
  compileKeywords([{ id: "a", name: "A", color: 1, enabled: true, lines: [line], options: defaultKeywordOptions }])
    .findHits({ title, snippet: "", meta: "", url: "", site: "" })
    .map(({ span }) => [span.start, span.end]);

/** The same as an expression for the browser's engine, for patterns of letters and texts of letters and spaces. */
const asRegex = (line: string): RegExp => {
  const inner = line
    .replace(/^\*+|\*+$/gu, "")
    .replaceAll("?", "\\S")
    .replaceAll(/\*+/gu, "\\S*?");
  return new RegExp(`${line.startsWith("*") ? "\\w*?" : ""}${inner}${line.endsWith("*") ? "\\w*" : ""}`, "gu");
};

test("wildcards find what the expressions find that they stand for", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), minLength: 1, maxLength: 6 }),
      fc.string({ unit: fc.constantFrom("a", "b", "c", " "), maxLength: 20 }),
      (line, text) => {
        fc.pre(/[ab]/u.test(line) && /[*?]/u.test(line));
        expect(spansOf(line, text)).toEqual(
          Array.from(text.matchAll(asRegex(line)), (match) => [match.index, match.index + match[0].length]),
        );
      },
    ),
    { numRuns: 3000 },
  );
});

test("a match has its limits, so that no pattern takes long", () => {
  expect(spansOf("a*b", `a${"x".repeat(150)}b`)).toEqual([[0, 152]]);
  expect(spansOf("a*b", `a${"x".repeat(250)}b`)).toEqual([]);
  expect(spansOf("a*b*c*d*e", "a".repeat(200_000))).toEqual([]);
});
