import { createFold } from "./fold-text.ts";

/** Units: the segmenter takes a quarter of a microsecond for each, and a block that long is no text to read. */
const longestBlock = 10_000;

/** Folds forms of characters, such as radicals, that the segmenter does not know, and nothing that means anything. */
const fold = createFold({
  caseSensitive: true,
  diacriticsSensitive: true,
  foldKana: false,
  foldHan: false,
  dottedI: "default",
});

let segmenter: Intl.Segmenter | undefined;

/**
 * Where words begin or end in one block of text, as the browser's segmenter finds them, which knows the words of
 * Chinese, Japanese, Thai and other scripts without spaces. Null where the block is too long to ask.
 */
export const segmentWords = (block: string): ReadonlySet<number> | null => {
  if (block.length > longestBlock) return null;
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "word" });
  const folded = fold(block);
  const boundaries = new Set([block.length]);
  for (const { index } of segmenter.segment(folded.toString())) boundaries.add(folded.originalStart(index));
  return boundaries;
};
