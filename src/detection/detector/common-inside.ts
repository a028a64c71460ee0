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

/**
 * Names are taken to be numbers below this: three of them make a number that engines keep without an object for it. On
 * pages with more names some are taken for others, which seldom makes two ways of three names one.
 */
const names = 1024;

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
  const known = new Map<number, ReadonlySet<number>>();
  const waysOf = (root: number): ReadonlySet<number> => {
    const ways = known.get(root) ?? waysInside(tree, nameOf, root);
    known.set(root, ways);
    return ways;
  };
  for (const root of roots) {
    for (const way of waysOf(root)) counts.set(way, (counts.get(way) ?? 0) + 1);
  }
  const common: number[] = [];
  for (const [way, count] of counts) if (count >= roots.length * commonShare) common.push(way);
  return {
    size: common.length,
    likeness: (root) => {
      if (common.length === 0) return 1;
      const ways = waysOf(root);
      let shared = 0;
      for (const way of common) if (ways.has(way)) shared++;
      return shared / common.length;
    },
  };
}

function waysInside(tree: PageTree, nameOf: (index: number) => number, root: number): ReadonlySet<number> {
  const ways = new Set<number>();
  const end = tellingEnd(tree, root);
  /** For each element the names of itself and the one above it, as one number. */
  const pairs: number[] = [];
  for (let index = root; index < end; index++) {
    const name = nameOf(index) % names;
    const above = index === root ? 0 : pairs[tree.parents[index]! - root]!;
    ways.add(above * names + name);
    pairs.push((above % names) * names + name);
  }
  return ways;
}
