import type { LocatedResult } from "./located-result.ts";

const inside = (inner: LocatedResult, outer: LocatedResult): boolean =>
  inner.root !== outer.root && outer.root.contains(inner.root);

/**
 * Sorts located results in the page's order and makes them disjoint. Of several with the same root the first is kept.
 * A root that holds others is kept in their place if its title is its own, else it is their wrapper and goes.
 */
export const separateResults = (located: readonly LocatedResult[]): readonly LocatedResult[] => {
  const byRoot = new Map<Element, LocatedResult>();
  for (const result of located) if (!byRoot.has(result.root)) byRoot.set(result.root, result);
  const distinct = [...byRoot.values()];
  const isWrapper = (outer: LocatedResult): boolean => {
    const held = distinct.filter((inner) => inside(inner, outer));
    return held.length > 1 && held.some((inner) => outer.title === null || inner.root.contains(outer.title));
  };
  const results = distinct.filter((result) => !isWrapper(result));
  return results
    .filter((inner) => !results.some((outer) => inside(inner, outer)))
    .toSorted((a, b) => (a.root.compareDocumentPosition(b.root) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
};
