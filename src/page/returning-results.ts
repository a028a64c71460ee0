import { attributeOf, findAllIn, localNameOf } from "@/dom-text/unclobbered.ts";

import type { JudgedResult } from "./page-report.ts";

/** Elements that results which are known came back as. */
export interface Returned {
  readonly by: ReadonlyMap<Element, JudgedResult>;
  /** Those of before that have left the page since. */
  readonly left: readonly Element[];
}

/** Results that a page renders anew: the verdicts of before hold for them until they are looked at. */
export interface ReturningResults {
  /** Finds, among what was just added, what is the same result as one that has left the page. */
  readonly take: (added: readonly Element[]) => Returned;
  /**
   * To be called when a look at the page begins. What it gives tells at the end of the look which of the elements that
   * results had come back as by then turned out to be none; what came meanwhile waits for the next look.
   */
  readonly isLookedAt: () => () => readonly Element[];
  /** The results that are in the page, each with the root it has there now, which may not have been looked at yet. */
  readonly present: (listing: readonly JudgedResult[]) => readonly JudgedResult[];
}

/** So many kinds of roots are looked for in what was added: those of a listing are mostly of one. */
const mostKinds = 8;

const classesOf = (element: Element): readonly string[] =>
  (attributeOf(element, "class") ?? "").split(/\s+/u).filter((name) => name !== "");

const selectorFor = (root: Element): string =>
  [CSS.escape(localNameOf(root)), ...classesOf(root).map((name) => CSS.escape(name))].join(".");

/**
 * What is the same in a result however often it is rendered: where it leads, or what it says where it leads nowhere.
 */
const signOf = (root: Element): string => {
  const links = [root, ...findAllIn(root, "a[href]")].flatMap((one) => attributeOf(one, "href") ?? []);
  const sign = links.length > 0 ? links.join(" ") : (root.textContent ?? "").trim();
  return `${selectorFor(root)} ${sign}`;
};

/** @param judged the results that are known, whose roots may have left the page since; another map for every look */
export function createReturningResults(judged: () => ReadonlyMap<Element, JudgedResult>): ReturningResults {
  const signs = new WeakMap<Element, string>();
  const returned = new Set<Element>();
  /** The newest roots of results that came back. */
  const newest = new WeakMap<JudgedResult["found"], Element>();

  /** The results that have left the page, by their signs; null for what several are told by. */
  const gone = (): ReadonlyMap<string, JudgedResult | null> => {
    const bySign = new Map<string, JudgedResult | null>();
    for (const [root, one] of judged()) {
      if (root.isConnected || one.found.parts.length > 0) continue;
      const sign = signs.get(root) ?? signOf(root);
      signs.set(root, sign);
      bySign.set(sign, bySign.has(sign) ? null : one);
    }
    return bySign;
  };

  return {
    take: (added) => {
      const by = new Map<Element, JudgedResult>();
      const bySign = gone();
      if (bySign.size === 0) return { by, left: [] };
      const kinds = new Set<string>();
      for (const one of bySign.values()) {
        if (kinds.size === mostKinds) break;
        if (one !== null) kinds.add(selectorFor(one.found.root));
      }
      const selector = [...kinds].join(", ");
      for (const element of selector === "" ? [] : added) {
        const likely = Element.prototype.matches.call(element, selector) ? [element] : findAllIn(element, selector);
        for (const root of likely) {
          const one = bySign.get(signOf(root));
          if (!one) continue;
          by.set(root, one);
          newest.set(one.found, root);
        }
      }
      const left = [...returned].filter((root) => !root.isConnected);
      for (const root of left) returned.delete(root);
      for (const root of by.keys()) returned.add(root);
      return { by, left };
    },
    isLookedAt: () => {
      const until = [...returned];
      return () => {
        for (const root of until) returned.delete(root);
        return until.filter((root) => !judged().has(root));
      };
    },
    present: (listing) =>
      listing.flatMap((one) => {
        if (one.found.root.isConnected) return [one];
        const root = newest.get(one.found);
        return root?.isConnected === true ? [{ ...one, found: { ...one.found, root } }] : [];
      }),
  };
}
