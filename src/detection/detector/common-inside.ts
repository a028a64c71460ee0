import { type PageTree, tellingEnd } from "@/detection/detector/page-tree.ts";

/** What most elements of a group have inside, as a measure of how much another element is like them. */
export interface CommonInside {
  /** The share of the common inside that the element has, from 0 to 1. */
  readonly likeness: (root: number) => number;
  /** How many different inner elements are common. */
  readonly size: number;
}

/** What this share of the elements has is common to them. */
const commonShare = 0.6;

/** Names are numbers below this: three of them make one number. */
const names = 65_536;

/**
 * Finds what the elements have in common inside them. An inner element counts as the same when its name and those of
 * the two elements above it, up to the root, are the same; `nameOf` tells names, such as tags or tags with classes.
 */
export function findCommonInside(
  tree: PageTree,
  nameOf: (index: number) => number,
  roots: readonly number[],
): CommonInside {
  const counts = new Map<number, number>();
  for (const root of roots) {
    for (const way of waysInside(tree, nameOf, root)) counts.set(way, (counts.get(way) ?? 0) + 1);
  }
  const common: number[] = [];
  for (const [way, count] of counts) if (count >= roots.length * commonShare) common.push(way);
  return {
    size: common.length,
    likeness: (root) => {
      if (common.length === 0) return 1;
      const ways = waysInside(tree, nameOf, root);
      return common.filter((way) => ways.has(way)).length / common.length;
    },
  };
}

function waysInside(tree: PageTree, nameOf: (index: number) => number, root: number): Set<number> {
  const ways = new Set<number>();
  const end = tellingEnd(tree, root);
  for (let index = root; index < end; index++) {
    let way = nameOf(index) % names;
    if (index > root) {
      const above = tree.parents[index]!;
      way += (nameOf(above) % names) * names;
      if (above > root) way += (nameOf(tree.parents[above]!) % names) * names * names;
    }
    ways.add(way);
  }
  return ways;
}
