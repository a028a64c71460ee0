import type { PageTree } from "@/detection/detector/page-tree.ts";

/** What most elements of a group have inside, as a measure of how much another element is like them. */
export interface CommonInside {
  /** The share of the common inside that the element has, from 0 to 1. */
  readonly likeness: (root: number) => number;
  /** How many different inner elements are common. */
  readonly size: number;
}

/** What this share of the elements has is common to them. */
const commonShare = 0.6;

/** How many steps up the way to an inner element is compared. */
const waySteps = 2;

/**
 * Finds what the elements have in common inside them. An inner element counts as the same when its name and those of
 * the two elements above it, up to the root, are the same; `nameOf` tells names, such as tags or tags with classes.
 */
export function findCommonInside(
  tree: PageTree,
  nameOf: (index: number) => number | string,
  roots: readonly number[],
): CommonInside {
  const counts = new Map<string, number>();
  for (const root of roots) {
    for (const way of waysInside(tree, nameOf, root)) counts.set(way, (counts.get(way) ?? 0) + 1);
  }
  const common = [...counts].filter(([, count]) => count >= roots.length * commonShare).map(([way]) => way);
  return {
    size: common.length,
    likeness: (root) => {
      if (common.length === 0) return 1;
      const ways = waysInside(tree, nameOf, root);
      return common.filter((way) => ways.has(way)).length / common.length;
    },
  };
}

function waysInside(tree: PageTree, nameOf: (index: number) => number | string, root: number): Set<string> {
  const ways = new Set<string>();
  for (let index = root; index < tree.ends[root]!; index++) {
    let way = `${nameOf(index)}`;
    let above = index;
    for (let step = 0; step < waySteps && above !== root; step++) {
      above = tree.parents[above]!;
      way += `<${nameOf(above)}`;
    }
    ways.add(way);
  }
  return ways;
}
