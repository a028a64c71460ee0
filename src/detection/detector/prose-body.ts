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

/**
 * How much there is to read in the largest run of paragraphs with one parent, outside the given elements (disjoint,
 * in the page's order): the body of an article, where the page is one.
 */
export function weighProseBody(tree: PageTree, texts: PageTexts, outside: readonly number[]): number {
  const bodies = new Map<number, number>();
  let largest = 0;
  let next = 0;
  for (let index = 1; index < tree.tags.length; index++) {
    while (next < outside.length && outside[next]! < index) next++;
    if (outside[next] === index) {
      index = tree.ends[index]! - 1;
      continue;
    }
    if (!paragraphTags.has(tree.tags[index]!.name) || tree.ends[index]! - index > mostInsideParagraph) continue;
    if (tree.blocksBefore[tree.ends[index]!]! > tree.blocksBefore[index + 1]!) continue;
    const weight = texts.weight(index);
    if (weight < leastParagraph || texts.linkWeight(index) > weight * mostLinksInParagraph) continue;
    const body = (bodies.get(tree.parents[index]!) ?? 0) + weight;
    bodies.set(tree.parents[index]!, body);
    largest = Math.max(largest, body);
  }
  return largest;
}
