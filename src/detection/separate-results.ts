import type { LocatedResult } from "./located-result.ts";
import { comparePageOrder } from "./page-order.ts";

const inside = (inner: LocatedResult, outer: LocatedResult): boolean =>
  inner.root !== outer.root && outer.root.contains(inner.root);

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
const isWrapper = (outer: LocatedResult, located: readonly LocatedResult[]): boolean => {
  const held = located.filter((inner) => inside(inner, outer));
  return (
    new Set(held.map(({ root, title }) => title ?? root)).size > 1 &&
    held.some((inner) => outer.title === null || inner.root.contains(outer.title))
  );
};

/**
 * Makes located results disjoint and sorts them by their place in the page. Of several with the same root or the same
 * title the first is kept, so that a recipe can name alternatives in their order. Of a result inside another the outer
 * one is kept, unless it only wraps several.
 */
export const separateResults = (located: readonly LocatedResult[]): readonly LocatedResult[] => {
  const results = withoutRepeats(located.filter((result) => !isWrapper(result, located)));
  return results
    .filter((inner) => !results.some((outer) => inside(inner, outer)))
    .toSorted((a, b) => comparePageOrder(a.root, b.root));
};
