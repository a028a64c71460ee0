import type { Problem } from "@/model/problem.ts";
import type { Recognition } from "@/model/report.ts";
import { pagesFor } from "@/recipes/pages-for.ts";
import type { Recipe, UserAgent } from "@/recipes/recipe.ts";

import { findListings } from "./detector/find-listings.ts";
import type { FoundResult, Listing, PageScan } from "./found-result.ts";
import { locateByRecipe } from "./locate-by-recipe.ts";
import type { LocatedResult } from "./located-result.ts";
import { messageOf } from "./message-of.ts";
import { readResult } from "./read-result.ts";

export interface ScannerOptions {
  readonly document: Document;
  /** The page's address now; pages change theirs without loading. */
  readonly currentUrl: () => URL;
  /** In the order they are tried: the user's before the built-in ones. */
  readonly recipes: readonly Recipe[];
  readonly useRecipes: boolean;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** The browser's kind, for recipes that differ by it; `any` takes both. */
  readonly userAgent: UserAgent;
}

export interface Scanner {
  /**
   * Finds the results of the page. `dirty` names the nodes that changed since the last scan, changed text nodes and
   * elements that lost or got children among them; results that hold none of them are not read again.
   */
  readonly scan: (dirty: readonly Node[] | "all") => PageScan;
}

interface LocatedListing {
  readonly recognition: Recognition;
  readonly results: readonly LocatedResult[];
}

/** Makes a scanner for one document. It remembers results by their root elements, so that they keep their ids. */
export const createScanner = (options: ScannerOptions): Scanner => {
  const { document } = options;
  const known = new WeakMap<Element, { located: LocatedResult; found: FoundResult }>();
  const ids = new WeakMap<Element, string>();
  let lastId = 0;

  const idOf = (root: Element): string => {
    const id = ids.get(root) ?? `result-${String((lastId += 1))}`;
    ids.set(root, id);
    return id;
  };

  const byRecipes = (problems: Problem[]): LocatedListing | null => {
    for (const recipe of options.useRecipes ? options.recipes : []) {
      try {
        const pages = pagesFor(
          recipe,
          options.currentUrl(),
          options.userAgent,
          (selector) => document.querySelector(selector) !== null,
        );
        if (pages.length === 0) continue;
        const outcome = locateByRecipe(recipe, pages, document);
        problems.push(...outcome.problems);
        if (outcome.results.length > 0) {
          const reasons = pages.map((page) => `the address is one of ${page.name}`);
          return { recognition: { by: "recipe", name: recipe.name, confidence: 1, reasons }, results: outcome.results };
        }
      } catch (error) {
        problems.push({ code: "recipeFails", args: [recipe.name, messageOf(error)] });
      }
    }
    return null;
  };

  const byDetector = (): readonly LocatedListing[] =>
    findListings(document).map(({ results, confidence, shape, reasons }) => ({
      recognition: { by: "detector", name: shape, confidence, reasons },
      results,
    }));

  return {
    scan: () => {
      const problems: Problem[] = [];
      const listing = byRecipes(problems);
      const located = listing ? [listing] : byDetector();
      let position = 0;
      const listings = located.map(({ recognition, results }): Listing => ({
        recognition,
        results: results.map((result) => {
          const found = readResult(result, {
            id: idOf(result.root),
            position: (position += 1),
            now: options.now(),
            language: document.documentElement.lang || undefined,
          });
          known.set(result.root, { located: result, found });
          return found;
        }),
      }));
      return { listings, problems };
    },
  };
};
