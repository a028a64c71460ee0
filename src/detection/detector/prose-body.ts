import type { PageTexts } from "@/detection/detector/page-texts.ts";
import type { PageTree } from "@/detection/detector/page-tree.ts";

/** Elements that authors put paragraphs in. */
const paragraphTags = new Set(["p", "div", "td", "pre", "font", "article", "blockquote", "section", "dd"]);

/** A paragraph says this much; less is a caption or a line of figures. */
const leastParagraph = 120;

/** Of a paragraph at most this share is links, else it is a menu. */
const mostLinksInParagraph = 0.5;

/** A paragraph that holds more elements than this is a layout. */
const mostInsideParagraph = 40;

/** The paragraphs of a page, in its order: parallel lists. */
export interface Paragraphs {
  readonly indices: readonly number[];
  readonly weights: readonly number[];
}

/** Finds the paragraphs of a page: what holds much text, few links and no blocks. */
export function findParagraphs(tree: PageTree, texts: PageTexts): Paragraphs {
  const indices: number[] = [];
  const weights: number[] = [];
  for (let index = 1; index < tree.tags.length; index++) {
    const end = tree.ends[index]!;
    if (end - index > mostInsideParagraph || !paragraphTags.has(tree.tags[index]!.name)) continue;
    if (tree.blocksBefore[end]! > tree.blocksBefore[index + 1]!) continue;
    const weight = texts.weight(index);
    if (weight < leastParagraph || texts.linkWeight(index) > weight * mostLinksInParagraph) continue;
    indices.push(index);
    weights.push(weight);
  }
  return { indices, weights };
}

/**
 * How much there is to read in the largest run of paragraphs with one parent, outside the given elements (disjoint,
 * in the page's order): the body of an article, where the page is one.
 */
export function weighProseBody(tree: PageTree, { indices, weights }: Paragraphs, outside: readonly number[]): number {
  const bodies = new Map<number, number>();
  let largest = 0;
  let next = 0;
  for (let place = 0; place < indices.length; place++) {
    const index = indices[place]!;
    while (next < outside.length && tree.ends[outside[next]!]! <= index) next++;
    if (next < outside.length && outside[next]! <= index) continue;
    const parent = tree.parents[index]!;
    const body = (bodies.get(parent) ?? 0) + weights[place]!;
    bodies.set(parent, body);
    largest = Math.max(largest, body);
  }
  return largest;
}
