import type { Problem } from "@/model/problem.ts";
import type { Recipe, UserAgent } from "@/recipes/recipe.ts";

import { changesOf } from "./changed-nodes.ts";
import type { FoundResult, PageScan } from "./found-result.ts";
import { type LocatedListings, locateListings } from "./locate-listings.ts";
import { comparePageOrder } from "./page-order.ts";
import { distinctProblems, resultFails } from "./problems.ts";
import { createResultMemory } from "./result-memory.ts";

export interface ScannerOptions {
  readonly document: Document;
  /** The page's address now; pages change theirs without loading. */
  readonly currentUrl: () => string;
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
   * Finds the results of the page. `dirty` names the nodes that changed since the last scan: texts that changed,
   * elements whose attributes or children did. Only results that hold one of them are read again.
   */
  readonly scan: (dirty: readonly Node[] | "all") => PageScan;
}

/** Whether located results that were found without a recipe are still whole. */
const stillStand = ({ listings }: LocatedListings): boolean =>
  listings.every(({ results }) =>
    results.every(
      ({ root, parts, title, snippet }) =>
        root.isConnected &&
        [title, ...snippet].every(
          (element) => element === null || [root, ...parts].some((part) => part.contains(element)),
        ),
    ),
  );

/** Makes a scanner for one document. It knows results again by their roots, so that they keep their ids. */
export const createScanner = (options: ScannerOptions): Scanner => {
  const { document, currentUrl, useRecipes } = options;
  const memory = createResultMemory();
  let last: { readonly href: string; readonly located: LocatedListings } | null = null;

  const locate = (address: URL, dirty: readonly Node[] | "all"): LocatedListings => {
    // Recipes cost little to run again. The detector looks at the whole page, so what it found is kept while it may.
    if (
      last?.href === address.href &&
      last.located.listings.every(({ recognition }) => recognition.by === "detector") &&
      !changesOf(dirty).matterOutside(
        last.located.listings.flatMap(({ results }) => results.map(({ root }) => root)),
      ) &&
      stillStand(last.located)
    ) {
      return last.located;
    }
    return locateListings({
      document,
      address,
      recipes: useRecipes ? options.recipes : [],
      userAgent: options.userAgent,
    });
  };

  return {
    scan: (dirty) => {
      const address = new URL(currentUrl());
      const located = locate(address, dirty);
      last = { href: address.href, located };
      const problems: Problem[] = [...located.problems];
      const positions = new Map(
        located.listings
          .flatMap(({ results }) => results.map(({ root }) => root))
          .toSorted(comparePageOrder)
          .map((root, index) => [root, index + 1]),
      );
      const context = { now: options.now(), language: document.documentElement.lang || null };
      const changes = changesOf(dirty);
      const listings = located.listings.map(({ recognition, results }) => ({
        recognition,
        results: results.flatMap((result): readonly FoundResult[] => {
          try {
            return [memory.read(result, positions.get(result.root) ?? 0, changes, context)];
          } catch (error) {
            problems.push(resultFails(error));
            return [];
          }
        }),
      }));
      return { listings, problems: distinctProblems(problems) };
    },
  };
};
