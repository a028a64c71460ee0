import { coverResults } from "@/painting/cover-results.ts";
import type { Recipe } from "@/recipes/recipe.ts";

import { expectedResults } from "./expected-results.ts";
import { hasArrived } from "./has-arrived.ts";

/**
 * Milliseconds for which a page that arrives bit by bit is looked at before every frame. Engines are there by then; a
 * page that never ends is looked at with pauses after that.
 */
const arrival = 5000;

/**
 * A page from when its first elements are there until all of it is.
 *
 * What the user's own recipes expect is known only once storage has answered. Extensions have no storage that a script
 * could read before the page goes on, and the page's own is not ours to write to: so on sites that only such a recipe
 * knows, what a swift page shows within those few milliseconds is seen. Style sheets can be registered for sites before
 * they load, but only from files of the extension, which know no recipe of a user. Built-in recipes are known from the
 * start.
 */
export interface PageArrival {
  readonly isLoading: () => boolean;
  /** Whether results are kept from being seen before they are judged. */
  readonly isCovered: () => boolean;
  /** Takes that away, for good. */
  readonly uncover: () => void;
  /** Whether nothing is added to a result any more: what is still on its way may say what takes it away. */
  readonly isThere: (root: Element) => boolean;
  /** How to look at the page now; `not` where the half of a listing would be taken for all of it. */
  readonly look: () => "at once" | "with pauses" | "not";
  /** Calls back as soon as the page can be looked at. */
  readonly whenLookedAt: (callback: () => void) => void;
}

/**
 * @param recipes in the order they are tried; a page that one of them is for has its results where it says
 * @param takesAway whether anything may take results away, so that they are not to be seen before they are judged
 */
export function arriveAt(
  document: Document,
  recipes: readonly Recipe[],
  takesAway: boolean,
  signal: AbortSignal,
): PageArrival {
  const isLoading = (): boolean => document.readyState === "loading";
  const expected = isLoading() ? expectedResults(recipes, document.location.href) : [];
  const until = performance.now() + arrival;
  let cover = expected.length > 0 && takesAway ? coverResults(document, expected) : null;
  const look: PageArrival["look"] = () => {
    if (!isLoading()) return "with pauses";
    if (expected.length === 0) return "not";
    return performance.now() > until ? "with pauses" : "at once";
  };
  return {
    isLoading,
    isCovered: () => cover !== null,
    uncover: () => {
      cover?.();
      cover = null;
    },
    isThere: (root) => !isLoading() || hasArrived(root),
    look,
    whenLookedAt: (callback) => {
      if (look() !== "not") callback();
      else document.addEventListener("DOMContentLoaded", callback, { once: true, signal });
    },
  };
}
