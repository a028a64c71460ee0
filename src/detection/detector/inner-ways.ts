import type { ClassNames } from "@/detection/detector/class-names.ts";
import { type PageTree, tellingEnd } from "@/detection/detector/page-tree.ts";

/**
 * What an element holds, as numbers in ascending order, each once: for every inner element its name with those of the
 * two elements above it, up to the element itself.
 */
export type InnerWays = Int32Array;

/** The ways inside elements, each read once however many groups the element is in. */
export interface WaysInside {
  /** Of tags alone. */
  readonly byTags: (root: number) => InnerWays;
  /** Of tags with their classes. */
  readonly byKinds: (root: number) => InnerWays;
}

/**
 * Names are taken to be numbers below this: three of them make a number that engines keep without an object for it. On
 * pages with more names some are taken for others, which seldom makes two ways of three names one.
 */
const names = 1024;

/** Reads ways when they are asked for. */
export function readWaysInside(tree: PageTree, { kind }: ClassNames): WaysInside {
  return { byTags: waysBy(tree, (index) => tree.tags[index]!.id), byKinds: waysBy(tree, kind) };
}

function waysBy(tree: PageTree, nameOf: (index: number) => number): (root: number) => InnerWays {
  const known = new Map<number, InnerWays>();
  return (root) => {
    let ways = known.get(root);
    if (ways === undefined) {
      ways = waysInside(tree, nameOf, root);
      known.set(root, ways);
    }
    return ways;
  };
}

function waysInside(tree: PageTree, nameOf: (index: number) => number, root: number): InnerWays {
  const size = tellingEnd(tree, root) - root;
  const ways = new Int32Array(size);
  /** For each element the names of itself and the one above it, as one number. */
  const pairs = new Int32Array(size);
  for (let place = 0; place < size; place++) {
    const name = nameOf(root + place) % names;
    const above = place === 0 ? 0 : pairs[tree.parents[root + place]! - root]!;
    ways[place] = above * names + name;
    pairs[place] = (above % names) * names + name;
  }
  ways.sort();
  let count = 0;
  for (let place = 0; place < size; place++)
    if (place === 0 || ways[place] !== ways[place - 1]) ways[count++] = ways[place]!;
  return ways.subarray(0, count);
}
