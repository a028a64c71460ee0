import type { ClassNames } from "@/detection/detector/class-names.ts";
import { findCommonInside } from "@/detection/detector/common-inside.ts";
import type { PageTree } from "@/detection/detector/page-tree.ts";
import { evenly, type TitleLook } from "@/detection/detector/title-look.ts";

/** What is common is learned from this many members. */
const sampleSize = 20;

/** An element with a title like the others' is a result when it has more than half of what is common inside. */
const leastLikenessWithTitle = 0.55;

/** Called like the others too, it may be fuller or barer than they are. */
const leastLikenessOfNamesake = 0.3;

/** Without such a title it is a result, such as a deleted one, only when it is much like the others, classes too. */
const leastLikenessWithoutTitle = 0.6;
const leastLikenessInKindsWithoutTitle = 0.45;

/** Built exactly like the others, it may have classes of its own, as where they tell genres or states. */
const exactLikeness = 0.95;
/** Only where so much is common does being built alike say something. */
const tellingSize = 5;

/** Called otherwise than nearly all others, it has to be like them in two thirds of the common, classes too. */
const leastLikenessOfOutsider = 0.66;

/** With more than this many times the titles that are usual it is a box of several things. */
const manyTitles = 2;

/** A class token that this share of the members has is the name of results here. */
const shareOfName = 0.7;

/**
 * Settles which elements are results: of a group's members and their siblings, those that are like most members. Ads,
 * headings, carousels and pagers between results fall out; results that the group did not hold come in.
 */
export function settleMembers(
  tree: PageTree,
  names: ClassNames,
  look: TitleLook,
  roots: readonly number[],
): readonly number[] {
  const sample = evenly(
    roots.filter((root) => look.titleIn(root) >= 0),
    sampleSize,
  );
  const byTags = findCommonInside(tree, (index) => tree.tags[index]!, sample);
  let byKinds: ReturnType<typeof findCommonInside> | null = null;
  const likeInKinds = (root: number): number => {
    byKinds ??= findCommonInside(tree, names.kind, sample);
    return byKinds.likeness(root);
  };
  const nameTokens = commonTokens(names, sample);
  const usualTitles = middle(sample.map(look.titlesIn));
  const isResult = (root: number): boolean => {
    const likeness = byTags.likeness(root);
    if (likeness < leastLikenessOfNamesake) return false;
    const tokens = names.tokens(root);
    const namesake = nameTokens.size === 0 || tokens.some((token) => nameTokens.has(token));
    if (!namesake && likeInKinds(root) < leastLikenessOfOutsider) return false;
    const titles = look.titlesIn(root);
    if (titles > usualTitles * manyTitles && likeInKinds(root) < leastLikenessOfOutsider) return false;
    if (titles > 0) return likeness >= leastLikenessWithTitle || (nameTokens.size > 0 && namesake);
    if (likeness >= exactLikeness && byTags.size >= tellingSize) return true;
    return likeness >= leastLikenessWithoutTitle && likeInKinds(root) >= leastLikenessInKindsWithoutTitle;
  };
  return withSiblings(tree, roots).filter(isResult);
}

function commonTokens(names: ClassNames, roots: readonly number[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const root of roots) {
    for (const token of new Set(names.tokens(root))) counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= roots.length * shareOfName).map(([token]) => token));
}

/** The members and their siblings with the tags that members have, in the page's order; none inside another. */
function withSiblings(tree: PageTree, roots: readonly number[]): readonly number[] {
  const all = [...roots];
  const tags = new Set(roots.map((root) => tree.tags[root]!));
  for (const parent of new Set(roots.map((root) => tree.parents[root]!))) {
    let next = roots.findIndex((root) => root > parent);
    for (let child = parent + 1; child < tree.ends[parent]!; child = tree.ends[child]!) {
      while (next < roots.length && roots[next]! < child) next++;
      const holdsRoot = next < roots.length && roots[next]! < tree.ends[child]!;
      if (!holdsRoot && tags.has(tree.tags[child]!)) all.push(child);
    }
  }
  return all.toSorted((a, b) => a - b);
}

function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
