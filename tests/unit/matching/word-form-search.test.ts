import { expect, test } from "vitest";

import { HitCollector } from "@/matching/hit-collector.ts";
import { WordFormSearch } from "@/matching/word-form-search.ts";
import { defaultKeywordOptions } from "@/model/keyword-list.ts";
import { createFold, createStringFold } from "@/text/fold-text.ts";

test("what is too long for a word is not taken to have endings, and found as it is", () => {
  const profile = { ...defaultKeywordOptions, diacriticsSensitive: true };
  let longest = 0;
  const stem = (word: string): string => {
    longest = Math.max(longest, word.length);
    return word.replace(/s$/u, "");
  };
  const search = new WordFormSearch(stem, createFold(profile), createStringFold(profile));
  const from = { id: "a", number: 0, firstOrder: 0, fields: 1, wholeWord: false, segmentWords: false };
  const long = "y".repeat(500);
  search.add("harbour", { order: 0, from, line: 0, fields: 1 });
  search.add(long, { order: 1, from, line: 1, fields: 1 });
  const text = `${"á".repeat(50_000)} harbours ${long}s ${long}`;
  const hits = new HitCollector();
  hits.begin("title", 1, text);
  search.find(text, 1, hits);
  expect(hits.finish().map(({ line }) => line)).toEqual([0, 1]);
  expect(longest).toBeLessThan(1000);
});
