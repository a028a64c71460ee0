import { parentElementOf } from "@/dom-text/unclobbered.ts";
import { createElementCover } from "@/painting/cover-elements.ts";
import { pageNames } from "@/painting/page-names.ts";

import { createCoverBudget } from "./cover-budget.ts";

/**
 * Elements that are covered at a time, at most: more than any view shows, and few enough that a page which brings
 * thousands at once is not held up by it.
 */
const mostCovered = 300;

/** What comes into a page that is there already and looks like a result: it is not to be seen before it is judged. */
export interface LateResults {
  /** Covers what may be results among elements that were just added, before the page is painted with them. */
  readonly take: (added: readonly Element[]) => void;
  /** Whether a result is kept from being seen, with its root or with something in or around it. */
  readonly holds: (root: Element) => boolean;
  readonly isOn: () => boolean;
  /** Takes down that what was covered so far belongs to the changes that the next look at the page is for. */
  readonly willBeLookedAt: () => void;
  /** Takes down that a look at the page begins, which is for all changes that were told of. */
  readonly isLookedAt: () => void;
  /** Shows what was looked at: it was judged, or turned out to be no result. What came meanwhile stays covered. */
  readonly uncover: () => void;
  /** Takes down where results stand: what comes there when they have gone is likely to be some. */
  readonly remember: () => void;
  /** Shows everything. */
  readonly clear: () => void;
}

interface LateResultsOptions {
  /** Where a recipe expects results on the page now, as a selector; "" where nowhere. */
  readonly expected: () => string;
  /** The roots of the results that are known. */
  readonly roots: () => Iterable<Element>;
  /** Milliseconds, from anywhere on. */
  readonly now?: () => number;
}

const isJudged = (element: Element): boolean =>
  element.closest(`[${pageNames.verdict}], [${pageNames.part}]`) !== null ||
  element.querySelector(`[${pageNames.verdict}], [${pageNames.part}]`) !== null;

/**
 * Two things look like a result: what a recipe expects, and what stands beside results that are known and is of the
 * same name. What a page without recipe brings in a container of its own is not foreseen. A page that keeps rendering
 * its results anew has them covered for a short while only.
 */
export function createLateResults({ expected, roots, now = () => performance.now() }: LateResultsOptions): LateResults {
  const { cover, covered, uncover } = createElementCover();
  const budget = createCoverBudget(now);
  let told = new Set<Element>();
  let lookedAt = new Set<Element>();

  /** The parents of results, with the names that results have below them. */
  let beside: ReadonlyMap<Element | null, ReadonlySet<string>> = new Map();
  const remember = (): void => {
    const names = new Map<Element | null, Set<string>>();
    for (const root of roots()) {
      // Of one that has left meanwhile nothing tells where it stood.
      if (!root.isConnected) continue;
      const parent = parentElementOf(root);
      const known = names.get(parent);
      if (known === undefined) names.set(parent, new Set([root.localName]));
      else known.add(root.localName);
    }
    if (names.size === 0)
      for (const [parent, known] of beside) if (parent?.isConnected) names.set(parent, new Set(known));
    beside = names;
  };

  /** Whether results, or what may have been some, went away: what comes then comes in their place. */
  const haveGone = (): boolean => {
    for (const element of covered().keys()) if (!element.isConnected) return true;
    let areKnown = false;
    for (const root of roots()) {
      if (!root.isConnected) return true;
      areKnown = true;
    }
    return !areKnown;
  };

  const take = (added: readonly Element[]): void => {
    if (added.length === 0) return;
    const selector = expected();
    const fresh = new Set<Element>();
    for (const element of added) {
      const likely: Element[] = [];
      if (beside.get(parentElementOf(element))?.has(element.localName) === true) likely.push(element);
      if (selector !== "") {
        const around = element.closest(selector);
        if (around !== null) likely.push(around);
        likely.push(...element.querySelectorAll(selector));
      }
      for (const one of likely) if (!covered().has(one) && !isJudged(one)) fresh.add(one);
      if (covered().size + fresh.size >= mostCovered) break;
    }
    if (fresh.size === 0 || !budget.allows(haveGone())) return;
    for (const one of fresh) if (covered().size < mostCovered) cover(one);
  };

  return {
    take,
    remember,
    holds: (root) => {
      if (covered().size === 0) return false;
      for (let at: Element | null = root; at !== null; at = parentElementOf(at)) if (covered().has(at)) return true;
      return [...covered().keys()].some((one) => root.contains(one));
    },
    isOn: () => covered().size > 0,
    willBeLookedAt: () => {
      told = new Set(covered().keys());
    },
    isLookedAt: () => {
      lookedAt = told;
    },
    uncover: () => {
      for (const element of lookedAt) uncover(element);
      if (covered().size === 0) budget.end();
    },
    clear: () => {
      for (const element of covered().keys()) uncover(element);
      budget.end();
    },
  };
}
