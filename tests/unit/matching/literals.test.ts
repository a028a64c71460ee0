import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";

import { compileKeywords } from "@/matching/compile-keywords.ts";
import type { Hit } from "@/model/hit.ts";
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

/** What a line can hold of keywords. */
const quotable = (keywords: readonly string[]): readonly string[] =>
  keywords.filter((keyword) => !keyword.includes("\n"));

/** Keywords as quoted lines, which take everything literally. */
const quoted = (keywords: readonly string[]): readonly string[] => quotable(keywords).map((keyword) => `"${keyword}"`);

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

/**
 * What stands for a keyword in a line of its own: a phrase, a wildcard, an expression, or any of these in one field.
 */
const anyLine = (keyword: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom("", "title:", "snippet:"),
      fc.constantFrom(`"${keyword}"`, `${keyword.slice(0, 1)}*`, `/${keyword.slice(0, 1).replace(/\W/u, ".")}/`),
    )
    .map((parts) => parts.join(""));

describe("words and phrases", () => {
  test("have as first hit of each keyword the first of its hits, and for one text after the other", () => {
    const linesOver = fc
      .array(textsWithKeywords, { minLength: 1, maxLength: 3 })
      .chain((texts) =>
        fc
          .tuple(...quotable(texts.flatMap(({ keywords }) => keywords)).map(anyLine))
          .map((lines) => ({ lines, texts: texts.map(({ text }) => text) })),
      );
    fc.assert(
      fc.property(linesOver, ({ lines, texts }) => {
        const list = { id: "a", name: "A", color: 1, enabled: true, lines, options: defaultKeywordOptions };
        const matcher = compileKeywords([list]);
        for (const text of texts) {
          const fields = { title: text.slice(0, 20), snippet: text, meta: "", url: "", site: "" };
          const firsts = new Map<number, Hit>();
          for (const hit of matcher.findHits(fields)) if (!firsts.has(hit.line)) firsts.set(hit.line, hit);
          const byLine = (a: Hit, b: Hit): number => a.line - b.line;
          const found = matcher.findFirsts(fields);
          expect(found.map(({ line, field }) => ({ line, field })).toSorted((a, b) => a.line - b.line)).toEqual(
            [...firsts.values()].toSorted(byLine).map(({ line, field }) => ({ line, field })),
          );
          for (const hit of found) expect(matcher.findHits(fields)).toContainEqual(hit);
        }
      }),
      { numRuns: runs / 10 },
    );
  });

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
