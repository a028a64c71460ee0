import { firstAtLeast } from "@/detection/detector/first-at-least.ts";
import type { PageTree } from "@/detection/detector/page-tree.ts";

/** Whether none of some elements holds, is or stands in one of the others. */
export function isApartFrom(tree: PageTree, roots: readonly number[], others: readonly number[]): boolean {
  const sorted = others.toSorted((a, b) => a - b);
  return roots.every((root) => {
    const place = firstAtLeast(sorted, root);
    if (place < sorted.length && sorted[place]! < tree.ends[root]!) return false;
    for (let above = root; above >= 0; above = tree.parents[above]!) {
      if (sorted[firstAtLeast(sorted, above)] === above) return false;
    }
    return true;
  });
}
