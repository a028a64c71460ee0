import type { Block } from "./make-page.ts";

/** As a reader compares: without accents, and capitals the same as small letters. */
const fold = (text: string): string =>
  text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss").normalize("NFC");

/**
 * How often each keyword stands in the blocks as they were meant, by the plainest way there is: each keyword looked for
 * in each block, one after the other, overlapping ones counted, never from or to the middle of a character.
 */
export const countOccurrences = (blocks: readonly Block[], keywords: readonly string[]): readonly number[] => {
  const folded = blocks.map((block) => {
    let text = "";
    const edges = new Set<number>([0]);
    for (const { meant } of block) {
      text += fold(meant);
      edges.add(text.length);
    }
    return { text, edges };
  });
  const said = new Set<string>();
  return keywords.map((keyword) => {
    const wanted = fold(keyword);
    let count = 0;
    // Of keywords that say the same the first one counts.
    if (said.has(wanted)) return count;
    said.add(wanted);
    for (const { text, edges } of folded) {
      for (let start = text.indexOf(wanted); start >= 0; start = text.indexOf(wanted, start + 1)) {
        if (edges.has(start) && edges.has(start + wanted.length)) count++;
      }
    }
    return count;
  });
};
