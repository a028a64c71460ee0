import type { PageTexts } from "@/detection/detector/page-texts.ts";
import type { PageTree } from "@/detection/detector/page-tree.ts";

/** A paragraph says this much; less is a caption or a line of figures. */
const leastParagraph = 120;

/** Of a paragraph at most this share is links, else it is a menu. */
const mostLinksInParagraph = 0.5;

/** A paragraph that holds more elements than this is a layout. */
const mostInsideParagraph = 40;

/** The paragraphs of a page. */
export interface Paragraphs {
  /** Elements that are paragraphs if they say enough, in the page's order. */
  readonly indices: readonly number[];
  /** How much the one at a place says; 0 where that is too little, or a menu. */
  readonly weight: (place: number) => number;
}

/** Finds the paragraphs of a page; each is weighed when it is asked for, once. */
export function findParagraphs(tree: PageTree, texts: PageTexts): Paragraphs {
  const indices: number[] = [];
  for (let index = 1; index < tree.tags.length; index++) {
    const end = tree.ends[index]!;
    if (end - index > mostInsideParagraph || !tree.tags[index]!.paragraph) continue;
    if (tree.blocksBefore[end]! > tree.blocksBefore[index + 1]!) continue;
    indices.push(index);
  }
  const weights: number[] = [];
  return {
    indices,
    weight: (place) => {
      const known = weights[place];
      if (known !== undefined) return known;
      const index = indices[place]!;
      const weight = texts.weight(index);
      const counts = weight >= leastParagraph && texts.linkWeight(index) <= weight * mostLinksInParagraph;
      return (weights[place] = counts ? weight : 0);
    },
  };
}

/**
 * How much there is to read in the largest run of paragraphs with one parent, outside the given elements (disjoint,
 * in the page's order): the body of an article, where the page is one.
 */
export function weighProseBody(tree: PageTree, paragraphs: Paragraphs, outside: readonly number[]): number {
  const { indices } = paragraphs;
  const bodies = new Map<number, number>();
  let largest = 0;
  let next = 0;
  for (let place = 0; place < indices.length; place++) {
    const index = indices[place]!;
    while (next < outside.length && tree.ends[outside[next]!]! <= index) next++;
    if (next < outside.length && outside[next]! <= index) continue;
    const parent = tree.parents[index]!;
    const body = (bodies.get(parent) ?? 0) + paragraphs.weight(place);
    bodies.set(parent, body);
    largest = Math.max(largest, body);
  }
  return largest;
}
