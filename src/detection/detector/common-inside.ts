import type { InnerWays } from "@/detection/detector/inner-ways.ts";

/** What most elements of a group have inside, as a measure of how much another element is like them. */
export interface CommonInside {
  /** The share of the common inside that the element has, from 0 to 1. */
  readonly likeness: (root: number) => number;
  /** How many different inner elements are common. */
  readonly size: number;
}

/** What this share of the elements has is common to them. */
const commonShare = 0.6;

/** Finds what elements have in common inside them: what `waysIn` tells of most of them. */
export function findCommonInside(waysIn: (root: number) => InnerWays, roots: readonly number[]): CommonInside {
  const counts = new Map<number, number>();
  for (const root of roots) {
    for (const way of waysIn(root)) counts.set(way, (counts.get(way) ?? 0) + 1);
  }
  const found: number[] = [];
  for (const [way, count] of counts) if (count >= roots.length * commonShare) found.push(way);
  const common: InnerWays = Int32Array.from(found).toSorted();
  return {
    size: common.length,
    likeness: (root) => (common.length === 0 ? 1 : countShared(common, waysIn(root)) / common.length),
  };
}

/** How many numbers two ascending rows have in common. */
function countShared(a: InnerWays, b: InnerWays): number {
  let shared = 0;
  for (let inA = 0, inB = 0; inA < a.length && inB < b.length;) {
    const difference = a[inA]! - b[inB]!;
    if (difference === 0) shared++;
    if (difference <= 0) inA++;
    if (difference >= 0) inB++;
  }
  return shared;
}
