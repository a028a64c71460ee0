import { askAllAnew, beginLook } from "@/dom-text/element-look.ts";
import type { Problem } from "@/model/problem.ts";
import type { Recognition } from "@/model/report.ts";
import { atOnce } from "@/model/steps.ts";
import type { Steps } from "@/model/steps.ts";
import type { Recipe, UserAgent } from "@/recipes/recipe.ts";

import { type Changes, changesOf } from "./changed-nodes.ts";
import { evenly } from "./evenly.ts";
import type { FoundResult, PageScan } from "./found-result.ts";
import { type LocatedListings, locateListings } from "./locate-listings.ts";
import type { LocatedResult } from "./located-result.ts";
import { comparePageOrder } from "./page-order.ts";
import { distinctProblems, resultFails } from "./problems.ts";
import { createResultMemory, samePlace } from "./result-memory.ts";

export interface ScannerOptions {
  readonly document: Document;
  /** The page's address now; pages change theirs without loading. */
  readonly currentUrl: () => string;
  /** In the order they are tried: the user's before the built-in ones. */
  readonly recipes: readonly Recipe[];
  readonly useRecipes: boolean;
  /** Compares the roots of two results by the page's order; by their places unless told otherwise. */
  readonly compareOrder?: (a: Element, b: Element) => number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** The browser's kind, for recipes that differ by it; `any` takes both. */
  readonly userAgent: UserAgent;
  /**
   * Called where the detector looked at the page, with the elements that host open shadow roots and those that pages
   * may yet give one: nothing else tells what happens in there.
   */
  readonly takeHosts?: (hosts: readonly Element[]) => void;
}

export interface Scanner {
  /**
   * Finds the results of the page. `dirty` names the nodes that changed since the last scan: texts that changed,
   * elements whose attributes or children did. Only results that hold one of them are read again.
   *
   * @param restyled elements of which attributes changed that show and hide things: results that hold one of them, or
   *   stand in one, are another thing only where they read otherwise
   */
  readonly scan: (dirty: readonly Node[] | "all", restyled?: readonly Node[]) => PageScan;
  /**
   * The same in steps, but for the reading: that is done one result at a time, as the caller asks for them, so that a
   * long listing need not be read in one go. All have to be asked for before the next scan. Where the page changes
   * between two of the steps it has to be scanned again, with everything taken for changed.
   */
  readonly scanStepwise: (dirty: readonly Node[] | "all", restyled?: readonly Node[]) => Steps<StepwiseScan>;
}

/** A scan whose results are still to be read. */
export interface StepwiseScan {
  /** How each listing was recognised, the main one first. */
  readonly recognitions: readonly Recognition[];
  /** Reads the results, listing by listing, each with the index of its listing. */
  readonly results: Iterable<{ readonly listing: number; readonly found: FoundResult }>;
  /** What went wrong so far. */
  readonly problems: () => readonly Problem[];
  /** No recipe found results, and what finds them without one is not there. */
  readonly lacksDetector: boolean;
}

interface Look {
  readonly href: string;
  readonly located: LocatedListings;
  /** Whether the page was there as a whole. */
  readonly whole: boolean;
}

const resultsOf = ({ listings }: LocatedListings): readonly LocatedResult[] =>
  listings.flatMap(({ results }) => results);

/** Whether every element of a located result is where it was. */
const stillStands = ({ root, parts, title, snippet }: LocatedResult): boolean =>
  root.isConnected &&
  [title, ...snippet].every((element) => element === null || [root, ...parts].some((part) => part.contains(element)));

/**
 * Whether what was located before can be kept. The detector looks at the whole page, so what it found is kept while
 * it stands; recipes cost little, so they run again as soon as anything in a result changed.
 */
const canKeep = ({ href, located, whole }: Look, address: URL, changes: Changes): boolean => {
  const results = resultsOf(located);
  const byRecipe = located.listings.some(({ recognition }) => recognition.by === "recipe");
  return (
    whole &&
    href === address.href &&
    !changes.links &&
    !(byRecipe && results.some(({ root, parts }) => [root, ...parts].some(changes.touch))) &&
    results.every(stillStands) &&
    !changes.matterOutside(results.flatMap(({ root, parts }) => [root, ...parts]))
  );
};

/** So many results of a listing are read to see whether they read otherwise since something changed around them. */
const mostSampled = 20;

/** So many of the results that changed are looked into for what came in: what comes into one comes into others. */
const mostLookedInto = 10;

/**
 * Results that come to say more are located again, because what came in may be a snippet. Where that finds all as it
 * was so many times in a row, it is done more and more rarely: after so many milliseconds, twice as many the next time,
 * and so on up to the last figure.
 */
const freeTries = 2;
const shortestWait = 2000;
const longestWait = 120_000;

const samePlaces = (a: LocatedListings, b: LocatedListings): boolean => {
  const before = new Map(resultsOf(a).map((result) => [result.root, result]));
  const now = resultsOf(b);
  return (
    now.length === before.size &&
    now.every((result) => {
      const known = before.get(result.root);
      return known !== undefined && samePlace(known, result);
    })
  );
};

/** The places of results by an order, from 1, by their roots. */
const positionsBy = (
  compare: (a: Element, b: Element) => number,
  results: readonly LocatedResult[],
): ReadonlyMap<Element, number> => {
  const roots = results.map(({ root }) => root);
  // Most often they are in that order already; to see that takes one question each.
  const sorted = roots.every((root, index) => index === 0 || compare(roots[index - 1]!, root) <= 0);
  return new Map((sorted ? roots : roots.toSorted(compare)).map((root, index) => [root, index + 1]));
};

/**
 * Makes a scanner for one document. It knows results again by their roots, so that they keep their ids. While the
 * document still loads, only recipes find results in it: the detector would go by half a listing.
 */
export const createScanner = (options: ScannerOptions): Scanner => {
  const { document, currentUrl, useRecipes, compareOrder = comparePageOrder } = options;
  const memory = createResultMemory();
  const isWhole = (): boolean => document.readyState !== "loading";
  let last: Look | null = null;

  const locateAnew = (address: URL): Steps<LocatedListings> =>
    locateListings({
      document,
      address,
      recipes: useRecipes ? options.recipes : [],
      userAgent: options.userAgent,
      useDetector: isWhole(),
      takeHosts: options.takeHosts,
    });

  let inVain = 0;
  let waitUntil = 0;
  /** Whether what was located is to be located again, because results came to say more. */
  const sayMore = (located: LocatedListings, changes: Changes): boolean =>
    options.now() >= waitUntil &&
    resultsOf(located)
      .filter(({ root, parts }) =>
        [root, ...parts].some((one) => changes.touch(one) || changes.restyled?.(one) === "within"),
      )
      .slice(0, mostLookedInto)
      .some(memory.saysMore);

  function* locate(address: URL, changes: Changes): Steps<LocatedListings> {
    if (last === null || !canKeep(last, address, changes)) return yield* locateAnew(address);
    const before = last.located;
    if (!sayMore(before, changes)) return before;
    const located = yield* locateAnew(address);
    inVain = samePlaces(before, located) ? inVain + 1 : 0;
    if (inVain > freeTries) {
      waitUntil = options.now() + Math.min(longestWait, shortestWait * 2 ** (inVain - freeTries - 1));
    }
    return located;
  }

  /**
   * Whether what changed around the results of a listing changes what is read in them. A class of the whole page
   * changes some of them, or none: pages note on themselves how far they are scrolled. A style sheet is not as cheap.
   */
  const isRestyled = (results: readonly LocatedResult[], changes: Changes): boolean =>
    changes.isRestyledWhole ||
    (changes.restyled !== null &&
      evenly(results, mostSampled).some((result) => memory.readsOtherwise(result, changes)));

  function* readResults(located: LocatedListings, changes: Changes, problems: Problem[]): StepwiseScan["results"] {
    const { listings } = located;
    // The results of one listing are in the page's order already.
    const inOrder = options.compareOrder === undefined && listings.length <= 1;
    const positions = inOrder ? null : positionsBy(compareOrder, resultsOf(located));
    const forAll = { now: options.now(), language: document.documentElement.lang || null, parents: new Map() };
    let read = 0;
    for (let listing = 0; listing < listings.length; listing++) {
      const { results } = listings[listing]!;
      const context = { ...forAll, isRestyled: isRestyled(results, changes) };
      for (const result of results) {
        read++;
        const position = positions?.get(result.root) ?? read;
        try {
          yield { listing, found: memory.read(result, position, changes, context) };
        } catch (error) {
          problems.push(resultFails(error));
        }
      }
    }
  }

  function* scanStepwise(dirty: readonly Node[] | "all", restyled: readonly Node[] = []): Steps<StepwiseScan> {
    const address = new URL(currentUrl());
    if (restyled.includes(document)) askAllAnew(document);
    beginLook(document);
    const changes = changesOf(dirty, restyled);
    const whole = isWhole();
    const located = yield* locate(address, changes);
    last = { href: address.href, located, whole };
    const problems: Problem[] = [...located.problems];
    return {
      recognitions: located.listings.map(({ recognition }) => recognition),
      results: readResults(located, changes, problems),
      problems: () => distinctProblems(problems),
      lacksDetector: located.lacksDetector,
    };
  }

  return {
    scanStepwise,
    scan: (dirty, restyled) => {
      const { recognitions, results, problems } = atOnce(scanStepwise(dirty, restyled));
      const listings = recognitions.map((recognition): { recognition: Recognition; results: FoundResult[] } => ({
        recognition,
        results: [],
      }));
      for (const { listing, found } of results) listings[listing]?.results.push(found);
      return { listings, problems: problems() };
    },
  };
};
