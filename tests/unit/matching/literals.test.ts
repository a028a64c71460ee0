import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";

import { compileKeywords } from "@/matching/compile-keywords.ts";
import { defaultKeywordOptions } from "@/model/keyword-list.ts";
import type { KeywordOptions } from "@/model/keyword-list.ts";
import type { Span } from "@/model/span.ts";
import { createFold } from "@/text/fold-text.ts";

import { textsWithKeywords } from "../text/texts.ts";
import { naiveHits } from "./naive-hits.ts";

// Only ends a run that hangs: thousands of runs take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const runs = Number(process.env["SOAK"] ?? 1000);

const optionSets: fc.Arbitrary<KeywordOptions> = fc.record({
  caseSensitive: fc.boolean(),
  wholeWord: fc.boolean(),
  segmentWords: fc.constant(false),
  diacriticsSensitive: fc.boolean(),
  foldKana: fc.boolean(),
  foldHan: fc.boolean(),
  dottedI: fc.constantFrom("default", "turkish", "lithuanian"),
  wordForms: fc.constant("none"),
});

/** Keywords as quoted lines, which take everything literally; those that no line can hold are left out. */
const quoted = (keywords: readonly string[]): readonly string[] =>
  keywords.filter((keyword) => !keyword.includes("\n")).map((keyword) => `"${keyword}"`);

interface FoundHit {
  readonly line: number;
  readonly span: Span;
}

const hitsOf = (lines: readonly string[], options: KeywordOptions, title: string): readonly FoundHit[] =>
  compileKeywords([{ id: "a", name: "A", color: 1, enabled: true, lines, options }])
    .findHits({ title, snippet: "", meta: "", url: "", site: "" })
    .map(({ line, span }) => ({ line, span }));

const unread = (lines: readonly string[]): ReadonlySet<number> =>
  new Set(
    compileKeywords([
      { id: "a", name: "A", color: 1, enabled: true, lines, options: defaultKeywordOptions },
    ]).problems.map(({ line }) => line),
  );

describe("words and phrases", () => {
  test("are found exactly where a naive search over the folded text finds them, in order", () => {
    fc.assert(
      fc.property(textsWithKeywords, optionSets, ({ text, keywords }, options) => {
        const lines = quoted(keywords);
        const skipped = unread(lines);
        const folded = lines.map((line) => createFold(options)(line.slice(1, -1)).toString());
        const expected = lines
          .flatMap((line, index) =>
            // Of lines that say the same the first one counts.
            skipped.has(index) || folded.indexOf(folded[index] ?? "") < index
              ? []
              : naiveHits(line.slice(1, -1), options, text).map((span) => ({ line: index, span })),
          )
          .toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end || a.line - b.line);
        expect(hitsOf(lines, options, text)).toEqual(expected);
      }),
      { numRuns: runs },
    );
  });

  test("are found in text that folds to them", () => {
    fc.assert(
      fc.property(textsWithKeywords, optionSets, ({ text, keywords }, options) => {
        const fold = createFold(options);
        const lines = quoted(keywords);
        for (const { line, span } of hitsOf(lines, options, text)) {
          const found = fold(text.slice(span.start, span.end)).toString();
          // An ideograph that stands twice counts as one only where the whole text shows that damage.
          fc.pre(!/([\u4e00-\u9fff])\1/u.test(found));
          expect(found).toBe(fold((lines[line] ?? "").slice(1, -1)).toString());
        }
      }),
      { numRuns: runs },
    );
  });

  test("are the same to a list with and without quotes, which are read in other ways", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abAB1éß⼀一路字- "), minLength: 1, maxLength: 6 });
    const plain = fc.array(
      word.map((text) => text.trim()).filter((text) => text !== ""),
      { maxLength: 20 },
    );
    const text = fc.string({ unit: fc.constantFrom(..."abAB1éß⼀一路字- "), maxLength: 60 });
    fc.assert(
      fc.property(plain, text, optionSets, (lines, title, options) => {
        expect(hitsOf(lines, options, title)).toEqual(hitsOf(quoted(lines), options, title));
      }),
      { numRuns: runs },
    );
  });

  test("never run across the end of a block", () => {
    fc.assert(
      fc.property(textsWithKeywords, optionSets, ({ text, keywords }, options) => {
        for (const { span } of hitsOf(quoted(keywords), options, text)) {
          expect(text.slice(span.start, span.end)).not.toContain("\n");
        }
      }),
      { numRuns: runs },
    );
  });
});
