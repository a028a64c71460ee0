import fc from "fast-check";
import { expect, test, vi } from "vitest";

import { compileKeywords } from "@/matching/compile-keywords.ts";
import { compileGlob, findGlob } from "@/matching/glob.ts";
import { defaultKeywordOptions } from "@/model/keyword-list.ts";
import { createFold, createStringFold } from "@/text/fold-text.ts";

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

/** The steps that it takes to look for a keyword of which no occurrence counts. */
const stepsFor = (line: string, text: string): number => {
  const steps = { left: 1e9 };
  const glob = compileGlob(line, createStringFold(defaultKeywordOptions))!;
  expect(findGlob(glob, createFold(defaultKeywordOptions)(text), steps, () => false)).toBe(true);
  return 1e9 - steps.left;
};

test.each([
  ["a*zq", "a"],
  ["a*b*c*d*e", "abcd"],
  ["a*?*zq", "a"],
  ["*a", "a"],
  ["a*", "a"],
  ["*a*b c*", "aaaab c"],
])("steps grow with the text and no faster: %s in %s", (line, text) => {
  expect(stepsFor(line, text.repeat(4000))).toBeLessThan(5 * stepsFor(line, text.repeat(1000)));
  expect(stepsFor(line, text.repeat(4000))).toBeLessThan(50 * text.length * 4000);
});

test("what all keywords of a list would take too long for is left out, and said", () => {
  const lines = [...Array.from({ length: 100 }, (_, number) => `a*zq${number}`), "zq*"];
  const list = { id: "a", name: "A", color: 1, enabled: true, lines, options: defaultKeywordOptions } as const;
  const matcher = compileKeywords([list]);
  const nowhere = { snippet: "", meta: "", url: "", site: "" };
  const all = lines.map((line) => line.slice(2)).join(" ");
  expect(matcher.findHits({ ...nowhere, title: `azq7 ${all} ${"a".repeat(1000)}` }).length).toBeGreaterThan(100);
  expect(matcher.problems).toEqual([]);
  matcher.findHits({ ...nowhere, title: `${all} ${"a".repeat(300_000)}` });
  expect(matcher.problems).toMatchObject([{ code: "keyword-too-much", list: "a" }]);
});

test("keywords with the same words between their stars are all found, in their own fields", () => {
  const lines = ["*harbour", "harbour*", "title:har*harbour", "snippet:harbour?", "title:harbour?"];
  expect(spansOf(lines[0]!, "xharbour")).toEqual([[0, 8]]);
  const list = { id: "a", name: "A", color: 1, enabled: true, lines, options: defaultKeywordOptions } as const;
  const hits = compileKeywords([list]).findHits({ title: "harxharbours", snippet: "", meta: "", url: "", site: "" });
  expect(hits.map(({ line, span }) => [line, span.start, span.end])).toEqual([
    [0, 0, 11],
    [2, 0, 11],
    [1, 4, 12],
    [4, 4, 12],
  ]);
});
