import type { ClassNames } from "@/detection/detector/class-names.ts";
import { learnNarrowing, type NarrowTitle } from "@/detection/detector/narrow-titles.ts";
import type { PageTexts } from "@/detection/detector/page-texts.ts";
import type { PageTree } from "@/detection/detector/page-tree.ts";
import type { TitleLook } from "@/detection/detector/title-look.ts";

/** Where one result's title is, as indices; -1 for what is not there. */
export interface TitlePlace extends NarrowTitle {
  /** The link that leads to the result. */
  readonly link: number;
}

/** Learns from results where titles and links are; the reader it returns finds them in any result. */
export function learnTitles(
  tree: PageTree,
  names: ClassNames,
  texts: PageTexts,
  look: TitleLook,
  roots: readonly number[],
): (root: number) => TitlePlace {
  const found = roots.map((root) => narrowToHeading(tree, texts, look.titleIn(root))).filter((title) => title >= 0);
  const narrow = learnNarrowing(tree, names, texts, found);
  const holders = new Set(found.map((title) => names.kind(tree.parents[title]!)));
  return (root) => {
    const title = narrowToHeading(tree, texts, look.titleIn(root));
    if (title >= 0) return { ...narrow(title), link: linkOf(tree, root, title) };
    const other = titleUnlikeOthers(tree, names, texts, root, holders);
    return { title: other, ownTextOnly: false, link: linkOf(tree, root, other) };
  };
}

/** From a link to the heading in it; from a heading to the link in it. */
function narrowToHeading(tree: PageTree, texts: PageTexts, title: number): number {
  if (title < 0) return title;
  const inHeading = tree.tags[title]!.heading > 0;
  for (let inside = title + 1; inside < tree.ends[title]!; inside++) {
    const { link, heading } = tree.tags[inside]!;
    if ((inHeading ? link : heading > 0) && texts.weight(inside) > 0) return inside;
  }
  return title;
}

/**
 * The title of a result that has none like the others': what stands where theirs do, else the first heading or link.
 */
function titleUnlikeOthers(
  tree: PageTree,
  names: ClassNames,
  texts: PageTexts,
  root: number,
  holders: ReadonlySet<number>,
): number {
  let first = -1;
  for (let index = root; index < tree.ends[root]!; index++) {
    if (texts.weight(index) === 0) continue;
    if (index > root && holders.has(names.kind(index))) return index;
    if (first < 0 && (tree.tags[index]!.link || tree.tags[index]!.heading > 0)) first = index;
  }
  return first;
}

/** The link that a title is, stands in or holds, if it leads anywhere; else the first link of the result that does. */
function linkOf(tree: PageTree, root: number, title: number): number {
  const leads = (index: number): boolean => tree.tags[index]!.link && tree.elements[index]!.hasAttribute("href");
  for (let above = title; above >= 0; above = tree.parents[above]!) if (leads(above)) return above;
  if (title >= 0) for (let inside = title + 1; inside < tree.ends[title]!; inside++) if (leads(inside)) return inside;
  for (let inside = root; inside < tree.ends[root]!; inside++) if (leads(inside)) return inside;
  return -1;
}
