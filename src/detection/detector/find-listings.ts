import type { DetectedListing } from "@/detection/detector/detected-listing.ts";
import { readPageTree, type PageTree } from "@/detection/detector/page-tree.ts";
import { readResult } from "@/detection/detector/read-result-parts.ts";

export type { DetectedListing } from "@/detection/detector/detected-listing.ts";

/** Fewer results than this are not told from chance. */
const leastResults = 3;
/** A result has a title and something to say: less text on average is a menu. */
const leastTextOfResult = 40;
/** The listing is what the page is about: it holds at least this share of its text. */
const leastShareOfText = 0.3;

interface Group {
  readonly roots: readonly number[];
  readonly text: number;
}

/** Finds the listings of a page, the main one first; none where the page is not a listing. */
export function findListings(document: Document): readonly DetectedListing[] {
  const body = document.body as HTMLElement | null;
  if (body === null) return [];
  const tree = readPageTree(body);
  const textOfPage = textLength(tree, 0);
  let best: Group | null = null;
  for (const roots of siblingGroups(tree)) {
    const text = roots.reduce((sum, root) => sum + textLength(tree, root), 0);
    if (text / roots.length < leastTextOfResult || text / textOfPage < leastShareOfText) continue;
    if (best === null || text > best.text) best = { roots, text };
  }
  if (best === null) return [];
  return [
    {
      results: best.roots.map((root) => readResult(tree.elements[root]!)),
      confidence: best.text / textOfPage,
      shape: "siblings",
      reasons: [`${best.roots.length} siblings alike`, `${Math.round((100 * best.text) / textOfPage)} % of the text`],
    },
  ];
}

/** Siblings with the same tag and first class that hold a link each. */
function siblingGroups(tree: PageTree): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (let index = 1; index < tree.elements.length; index++) {
    if (tree.linksBefore[tree.ends[index]!] === tree.linksBefore[index]) continue;
    const key = `${tree.parents[index]!} ${tree.tags[index]!} ${tree.elements[index]!.classList.item(0) ?? ""}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  }
  return [...groups.values()].filter((group) => group.length >= leastResults);
}

function textLength(tree: PageTree, index: number): number {
  let length = (tree.elements[index]!.textContent ?? "").replace(/\s+/g, " ").length;
  for (const { parent, element } of tree.silent) {
    if (parent >= index && parent < tree.ends[index]!) length -= (element.textContent ?? "").length;
  }
  return Math.max(0, length);
}
