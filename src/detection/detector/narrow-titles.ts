import type { ClassNames } from "@/detection/detector/class-names.ts";
import { countLetters } from "@/detection/detector/count-letters.ts";
import type { PageTexts } from "@/detection/detector/page-texts.ts";
import type { PageTree } from "@/detection/detector/page-tree.ts";
import { findTextPieces, ownTexts } from "@/detection/detector/text-pieces.ts";
import { evenly } from "@/detection/evenly.ts";

/** The part of an element that is the title. */
export interface NarrowTitle {
  readonly title: number;
  /** The title is only what stands right in that element, between badges and figures. */
  readonly ownTextOnly: boolean;
}

/** How titles' elements are built is learned from this many. */
const sampleSize = 12;

/** A fixed build is one that this share of them has. */
const shareOfBuild = 0.8;

/** A title differs from result to result; a badge is the same on many. */
const leastDistinct = 0.7;

/** Elements that mark words of a running text rather than parts. */
const wordTags = new Set(["b", "em", "i", "mark", "strong", "wbr", "br", "sub", "sup"]);

/** Names that authors give to titles. */
const titleName = /(?:^|[^a-z])(?:title|ttl|headline|heading|subject|name)(?:[^a-z]|$)/i;

const wholeTitle = (title: number): NarrowTitle => ({ title, ownTextOnly: false });

/**
 * Learns from the elements that hold titles which part of them is the title, where they hold more, as where a whole
 * card is one link with a label, a title and a date. Highlighted words in a title are not parts of it.
 */
export function learnNarrowing(
  tree: PageTree,
  names: ClassNames,
  texts: PageTexts,
  titles: readonly number[],
): (title: number) => NarrowTitle {
  const sample = evenly(titles, sampleSize);
  const builds = sample.map((title) => innerPieces(tree, texts, title));
  const kinds = new Map<number, number[]>();
  for (const piece of builds.flat()) kinds.set(names.kind(piece), [...(kinds.get(names.kind(piece)) ?? []), piece]);
  const lasting = [...kinds].filter(([, pieces]) => pieces.length >= sample.length * shareOfBuild);
  if (lasting.length === 0) return wholeTitle;

  const telling = lasting.filter(([, pieces]) => !areLabels(texts, pieces));
  const besidePieces = sample.map((title) => ownTexts(tree.elements[title]!));
  if (besidePieces.some((own) => own.length > 0)) {
    const badged = telling.length === 0 && besidePieces.every((own) => own.length === 1);
    return badged ? (title) => ({ title, ownTextOnly: true }) : wholeTitle;
  }

  const namedIn = (title: number): number =>
    innerPieces(tree, texts, title).find((piece) => isNamedTitle(tree, title, piece)) ?? -1;
  if (sample.filter((title) => namedIn(title) >= 0).length >= sample.length * shareOfBuild) {
    return (title) => wholeTitle(Math.max(title, namedIn(title)));
  }

  const [chosen] = telling;
  if (chosen === undefined) return wholeTitle;
  const [kind, pieces] = chosen;
  const ownTextOnly = pieces.every((piece) =>
    lasting.some(([, others]) => others.some((other) => other > piece && other < tree.ends[piece]!)),
  );
  return (title) => {
    for (let inside = title + 1; inside < tree.ends[title]!; inside++) {
      if (names.kind(inside) === kind) return { title: inside, ownTextOnly };
    }
    return wholeTitle(title);
  };
}

/** Whether pieces are badges, dates or numbers rather than titles. */
function areLabels(texts: PageTexts, pieces: readonly number[]): boolean {
  const said = pieces.map(texts.text);
  if (new Set(said).size < said.length * leastDistinct) return true;
  return said.filter((text) => countLetters(text) > text.length / 2).length < said.length / 2;
}

/** The parts of a title's element, without those that mark words in its text. */
function innerPieces(tree: PageTree, texts: PageTexts, title: number): readonly number[] {
  const pieces: number[] = [];
  for (let child = title + 1; child < tree.ends[title]!; child = tree.ends[child]!) {
    if (!wordTags.has(tree.tags[child]!.name)) pieces.push(...findTextPieces(tree, texts, child, -1));
  }
  return pieces;
}

/** Whether a piece, or an element between it and the title's element, is called a title or heading. */
function isNamedTitle(tree: PageTree, title: number, piece: number): boolean {
  for (let at = piece; at > title; at = tree.parents[at]!) {
    const element = tree.elements[at]!;
    if (element.getAttribute("role") === "heading" || titleName.test(element.getAttribute("class") ?? "")) return true;
  }
  return false;
}
