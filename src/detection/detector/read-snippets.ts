import type { ClassNames } from "@/detection/detector/class-names.ts";
import { countLetters } from "@/detection/detector/count-letters.ts";
import type { PageTexts } from "@/detection/detector/page-texts.ts";
import type { PageTree } from "@/detection/detector/page-tree.ts";
import { isAddress } from "@/detection/detector/shown-address.ts";
import { findTextPieces } from "@/detection/detector/text-pieces.ts";
import { evenly } from "@/detection/evenly.ts";

/** One result, as far as it is known before its snippet is. */
export interface TitledResult {
  /** Its root and further parts. */
  readonly elements: readonly number[];
  readonly title: number;
}

/** What snippets look like is learned from this many results. */
const sampleSize = 12;

/** A snippet says this much in letters on average; less is a line of figures or a label. */
const leastLetters = 15;

/** A lone snippet, unlike those of the other results, has to be this long to be told from other lines. */
const leastLettersAlone = 40;

/** Longer is not better from here on: the rest of a text that is shown in full says no more about its role. */
const enoughLetters = 300;

/** What linked text is worth beside plain text. */
const worthOfLinks = 0.4;

/** What further pieces of one look are worth beside the longest: many short ones are a list of other things. */
const worthOfFurther = 0.3;

/** Learns from results what snippets look like; the reader it returns finds the elements of any result's snippet. */
export function learnSnippets(
  tree: PageTree,
  names: ClassNames,
  texts: PageTexts,
  results: readonly TitledResult[],
): (result: TitledResult) => readonly number[] {
  const keyOf = (piece: number): number => pieceKey(tree, names, piece);
  const piecesOf = ({ elements, title }: TitledResult): readonly number[] =>
    elements.flatMap((element) => findTextPieces(tree, texts, element, title));
  const sample = evenly([...results.keys()], sampleSize).map((place) => {
    const said = texts.text(results[place]!.title);
    return piecesOf(results[place]!).filter((piece) => texts.text(piece) !== said);
  });
  const ranking = rankKeys(tree, texts, sample, keyOf);
  return (result) => {
    const own = piecesOf(result).filter((piece) => !isAddress(tree, texts, piece));
    for (const key of ranking) {
      const found = own.filter((piece) => keyOf(piece) === key);
      if (found.length > 0) return found.filter((piece) => tree.parents[piece] === tree.parents[found[0]!]);
    }
    const longest = own
      .filter((piece) => texts.linkWeight(piece) < texts.weight(piece) / 2)
      .toSorted((a, b) => countLetters(texts.text(b)) - countLetters(texts.text(a)))[0];
    return longest !== undefined && countLetters(texts.text(longest)) >= leastLettersAlone ? [longest] : [];
  };
}

/** The keys of pieces that are snippets, the most telling first. */
function rankKeys(
  tree: PageTree,
  texts: PageTexts,
  sample: readonly (readonly number[])[],
  keyOf: (piece: number) => number,
): readonly number[] {
  const groups = new Map<number, { said: number; results: number; all: string[] }>();
  for (const pieces of sample) {
    const said = new Map<number, number>();
    for (const piece of pieces) {
      if (isAddress(tree, texts, piece)) continue;
      const linked = Math.min(1, texts.linkWeight(piece) / texts.weight(piece));
      const worth = countLetters(texts.text(piece)) * (1 - linked * (1 - worthOfLinks));
      const key = keyOf(piece);
      const group = groups.get(key) ?? { said: 0, results: 0, all: [] };
      groups.set(key, group);
      if (!said.has(key)) group.results++;
      const before = said.get(key) ?? 0;
      said.set(key, Math.max(before, worth) + worthOfFurther * Math.min(before, worth));
      group.all.push(texts.text(piece));
    }
    for (const [key, worth] of said) groups.get(key)!.said += Math.min(worth, enoughLetters);
  }
  return [...groups]
    .map(([key, { said, results, all }]) => {
      const distinct = new Set(all).size / all.length;
      return { key, mean: (said / results) * distinct, score: said * distinct };
    })
    .filter(({ mean }) => mean >= leastLetters)
    .toSorted((a, b) => b.score - a.score)
    .map(({ key }) => key);
}

/** The same number for pieces alike: they have the same names, and in a table the same column. */
function pieceKey(tree: PageTree, names: ClassNames, piece: number): number {
  const parent = tree.parents[piece]!;
  if (tree.tags[piece]!.name !== "td") return names.kind(piece) * 65_536 + names.kind(parent);
  let column = 1;
  for (let cell = parent + 1; cell < piece; cell = tree.ends[cell]!) column++;
  return -(names.kind(parent) * 65_536 + column);
}
