import type { KeywordOptions } from "@/model/keyword-list.ts";
import type { Span } from "@/model/span.ts";
import { createFold } from "@/text/fold-text.ts";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

const graphemeEdges = (text: string): ReadonlySet<number> =>
  new Set([...Array.from(graphemes.segment(text), ({ index }) => index), text.length]);

const letter = /[\p{L}\p{M}\p{N}\p{Pc}]/u;
const unspaced =
  /(?!\p{scx=Latn})[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Java}\p{scx=Bali}\p{scx=Lana}\p{scx=Tale}\p{scx=Talu}]/u;

const isInWord = (text: string, index: number): boolean => {
  const before = Array.from(text.slice(0, index)).at(-1) ?? "";
  const after = Array.from(text.slice(index))[0] ?? "";
  return [before, after].every((character) => letter.test(character) && !unspaced.test(character));
};

/**
 * All hits of one word or phrase, found in the slowest and plainest way: every place of the folded text is compared
 * with the folded keyword, and every edge is looked up among all edges of characters.
 */
export const naiveHits = (keyword: string, options: KeywordOptions, text: string): readonly Span[] => {
  const fold = createFold(options);
  const wanted = fold(keyword).toString();
  const folded = fold(text);
  const plain = folded.toString();
  const edges = graphemeEdges(text);
  const hits: Span[] = [];
  for (let start = 0; start + wanted.length <= plain.length; start++) {
    if (plain.slice(start, start + wanted.length) !== wanted) continue;
    const span = folded.spanOf(start, start + wanted.length);
    if (span === null || !edges.has(span.start) || !edges.has(span.end)) continue;
    if (options.wholeWord && (isInWord(text, span.start) || isInWord(text, span.end))) continue;
    hits.push(span);
  }
  return hits;
};
