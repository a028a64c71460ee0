import fc from "fast-check";
import { expect, test, vi } from "vitest";

import { LiteralIndex, ownKind } from "@/matching/literal-index.ts";
import { defaultKeywordOptions } from "@/model/keyword-list.ts";
import { createFold } from "@/text/fold-text.ts";
import type { FoldedText } from "@/text/folded-text.ts";

// Only ends a run that hangs: thousands of runs take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const fold = createFold(defaultKeywordOptions);

const indexOf = (texts: readonly string[], kindOf: (text: number) => number = () => 0): LiteralIndex => {
  const index = new LiteralIndex(kindOf);
  for (const text of texts) index.add(text);
  index.build();
  return index;
};

const occurrencesOf = (sorted: readonly string[], text: string): readonly string[] => {
  const { count, texts, starts, ends } = indexOf(sorted).find(fold(text));
  return Array.from({ length: count }, (_, at) => `${sorted[texts[at]!]}@${starts[at]}-${ends[at]}`).toSorted();
};

const naiveOccurrences = (sorted: readonly string[], text: string): readonly string[] =>
  sorted
    .flatMap((keyword) =>
      Array.from({ length: text.length }, (_, start) => start)
        .filter((start) => text.startsWith(keyword, start))
        .map((start) => `${keyword}@${start}-${start + keyword.length}`),
    )
    .toSorted();

test("keywords that are beginnings and parts of each other are all found", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { maxLength: 150 }),
      fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 60 }),
      (words, text) => {
        const sorted = words.toSorted();
        expect(occurrencesOf(sorted, text)).toEqual(naiveOccurrences(sorted, text));
      },
    ),
  );
});

test("keywords with the same beginning are told apart at its end", () => {
  const sorted = Array.from({ length: 3000 }, (_, number) => `the same beginning ${number}`).toSorted();
  expect(occurrencesOf(sorted, "the same beginning 1234")).toEqual(
    [
      "the same beginning 1@0-20",
      "the same beginning 12@0-21",
      "the same beginning 123@0-22",
      "the same beginning 1234@0-23",
    ].toSorted(),
  );
});

/** A folded text that counts how often one of its units is read. */
const countReads = (text: string): { readonly folded: FoldedText; readonly reads: () => number } => {
  const { units, length } = fold(text);
  let reads = 0;
  const counted = new Proxy(units.slice(), {
    get: (target, name) => {
      reads++;
      return Reflect.get(target, name) as unknown;
    },
  });
  return { folded: { units: counted, length } as FoldedText, reads: () => reads };
};

test("where keywords are beginnings of each other, a place costs no more than it is long and holds hits", () => {
  const keywords = Array.from({ length: 900 }, (_, number) => "a".repeat(number + 1));
  const otherwise = keywords.map((keyword) => `${keyword}b`);
  for (const [texts, text] of [
    [keywords, `${"a".repeat(500)}c`],
    [otherwise, "a".repeat(700)],
    [[...keywords, ...otherwise], `${"a".repeat(300)}b${"a".repeat(200)}`],
  ] as const) {
    const { folded, reads } = countReads(text);
    const { count } = indexOf(texts).find(folded);
    expect(count).toBe(naiveOccurrences(texts, text).length);
    // At a place the text goes on like keywords for as long as it is.
    expect(reads()).toBeLessThan(3 * (count + (text.length * (text.length + 1)) / 2) + 10 * text.length);
  }
});

test("a search that would have no end is given up, and says where", () => {
  const keywords = Array.from({ length: 1000 }, (_, number) => "a".repeat(number + 1));
  const { folded, reads } = countReads("a".repeat(20_000));
  const found = indexOf(keywords).find(folded);
  expect([found.count, found.stoppedAt]).toEqual([200_000, expect.toSatisfy((text: number) => text >= 0)]);
  const barren = indexOf(keywords.map((keyword) => `${keyword}b`));
  expect(barren.find(folded)).toMatchObject({ count: 0, stoppedAt: expect.toSatisfy((text: number) => text >= 0) });
  expect(reads()).toBeLessThan(25_000_000);
  expect(barren.find(fold("an aab"))).toMatchObject({ count: 2, stoppedAt: -1 });
});

test("no keywords find nothing", () => {
  expect(occurrencesOf([], "text")).toEqual([]);
});

test("occurrences come in the order of their starts", () => {
  const { count, starts } = indexOf(["ab", "abc", "bca", "ca"]).find(fold("abcabcabc"));
  const found = Array.from(starts.subarray(0, count));
  expect(found).toEqual(found.toSorted((a, b) => a - b));
  expect(count).toBe(10);
});

test("of texts that say the same, each kind is known once, and all of those that are of no kind", () => {
  const kinds = [1, 1, 2, ownKind, 1, ownKind, 2];
  const index = indexOf(
    kinds.map(() => "same"),
    (text) => kinds[text]!,
  );
  const { count, texts } = index.find(fold("the same"));
  const known: number[] = [];
  for (let text = texts[0]!; text >= 0; text = index.nextSame(text)) known.push(text);
  expect([count, known]).toEqual([1, [0, 2, 3, 5]]);
});
