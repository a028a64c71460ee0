import { parentElementOf } from "@/dom-text/unclobbered.ts";

import type { LocatedResult } from "./located-result.ts";
import { comparePageOrder } from "./page-order.ts";

const rootsOf = (results: readonly LocatedResult[]): ReadonlySet<Element> => new Set(results.map(({ root }) => root));

/** Which of these roots an element stands in. Climbing from each costs less than asking each of all the others. */
const rootsAround = (element: Element, roots: ReadonlySet<Element>): readonly Element[] => {
  const found: Element[] = [];
  for (let at = parentElementOf(element); at !== null; at = parentElementOf(at)) if (roots.has(at)) found.push(at);
  return found;
};

/** What stands in each root, by the root. */
const heldByRoot = (located: readonly LocatedResult[]): ReadonlyMap<Element, readonly LocatedResult[]> => {
  const roots = rootsOf(located);
  const held = new Map<Element, LocatedResult[]>();
  for (const inner of located) {
    for (const root of rootsAround(inner.root, roots)) {
      const known = held.get(root);
      if (known === undefined) held.set(root, [inner]);
      else known.push(inner);
    }
  }
  return held;
};

/** Those that have neither a root nor a title element in common with one before them. */
const withoutRepeats = (located: readonly LocatedResult[]): readonly LocatedResult[] => {
  const taken = new Set<Element>();
  return located.filter(({ root, title }) => {
    const repeated = taken.has(root) || (title !== null && taken.has(title));
    taken.add(root);
    if (title) taken.add(title);
    return !repeated;
  });
};

/** Whether a root holds several results and a title that is one of theirs. */
const isWrapper = (outer: LocatedResult, held: readonly LocatedResult[] = []): boolean =>
  new Set(held.map(({ root, title }) => title ?? root)).size > 1 &&
  held.some((inner) => outer.title === null || inner.root.contains(outer.title));

/**
 * Makes located results disjoint and sorts them by their place in the page. Of several with the same root or the same
 * title the first is kept, so that a recipe can name alternatives in their order. Of a result inside another the outer
 * one is kept, unless it only wraps several.
 */
export const separateResults = (located: readonly LocatedResult[]): readonly LocatedResult[] => {
  const held = heldByRoot(located);
  const results = withoutRepeats(located.filter((result) => !isWrapper(result, held.get(result.root))));
  const roots = rootsOf(results);
  return results
    .filter(({ root }) => rootsAround(root, roots).length === 0)
    .toSorted((a, b) => comparePageOrder(a.root, b.root));
};
