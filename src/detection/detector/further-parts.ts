import type { ClassNames } from "@/detection/detector/class-names.ts";
import type { PageTexts } from "@/detection/detector/page-texts.ts";
import type { PageTree } from "@/detection/detector/page-tree.ts";

/** A sibling belongs to the result before it when its kind follows at least this share of the results. */
const shareOfFollowed = 0.6;

/**
 * Finds the further elements of results that span several siblings: second rows of a table, `dd` after `dt`,
 * descriptions after headings. Returns a list for each root, empty where each result is one element.
 */
export function findFurtherParts(
  tree: PageTree,
  names: ClassNames,
  texts: PageTexts,
  roots: readonly number[],
): readonly (readonly number[])[] {
  const followers = roots.map((root, place) => {
    const found: number[] = [];
    const end = Math.min(tree.ends[tree.parents[root]!]!, roots[place + 1] ?? tree.tags.length);
    for (let next = tree.ends[root]!; next < end && tree.ends[next]! <= end; next = tree.ends[next]!) found.push(next);
    return found;
  });
  // What follows the last result of a list has no end: it is taken only as far as kinds are known to belong.
  const counts = new Map<number, number>();
  let bounded = 0;
  for (const [place, root] of roots.entries()) {
    const next = roots[place + 1];
    if (next === undefined || tree.parents[next] !== tree.parents[root]) continue;
    bounded++;
    for (const kind of new Set(followers[place]!.filter((index) => texts.weight(index) > 0).map(names.kind))) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  }
  if (counts.size === 0) return roots.map(() => []);
  const belongs = (index: number): boolean =>
    texts.weight(index) === 0 || (counts.get(names.kind(index)) ?? 0) >= bounded * shareOfFollowed;
  return followers.map((found) => {
    const stop = found.findIndex((index) => !belongs(index));
    return (stop < 0 ? found : found.slice(0, stop)).filter((index) => texts.weight(index) > 0);
  });
}
