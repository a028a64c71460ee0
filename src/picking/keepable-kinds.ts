import { findListings } from "@/detection/detector/find-listings.ts";
import { locateByRecipe } from "@/detection/locate-by-recipe.ts";
import type { LocatedResult } from "@/detection/located-result.ts";
import type { UserRecipe } from "@/model/settings.ts";
import { builtInRecipes } from "@/recipes/built-in.ts";
import { pagesFor } from "@/recipes/pages-for.ts";
import { readRecipe } from "@/recipes/read-recipe.ts";
import type { RecipePage, RecipeResult, UserAgent } from "@/recipes/recipe.ts";

import { proposeKnown } from "./propose-results.ts";

/** A page of a recipe as plain data, with keys that are not ours. */
export type RawPage = Readonly<Record<string, unknown>>;

/** Results that are found on the page already, beside those that were picked. */
export interface KeepableKinds {
  /** The page of the recipe that finds them, with nothing but these kinds of results. */
  readonly page: RawPage;
  /** How many results they are. */
  readonly count: number;
}

/** The page that something was picked on, and what finds its results so far. */
export interface PickedPage {
  readonly document: Document;
  readonly recipes: readonly UserRecipe[];
  readonly userAgent: UserAgent;
}

const overlaps = (a: LocatedResult, b: LocatedResult): boolean =>
  [a.root, ...a.parts].some((one) => [b.root, ...b.parts].some((other) => one.contains(other) || other.contains(one)));

/** The pages of all recipes in the order they are tried, as they are written. */
const rawPages = (recipes: readonly UserRecipe[]): readonly RawPage[] =>
  [...recipes.filter(({ enabled }) => enabled).map(({ data }) => data), ...builtInRecipes].flatMap(({ pages }) =>
    Array.isArray(pages) ? (pages as readonly RawPage[]) : [],
  );

const readPage = (page: unknown): RecipePage | null =>
  readRecipe({ name: "page", pages: [page] }).recipe?.pages[0] ?? null;

const resultsOf = (page: RawPage, { document, userAgent }: PickedPage): readonly LocatedResult[] => {
  const read = readPage(page);
  if (!read) return [];
  const recipe = { name: read.name, pages: [read] };
  try {
    const pages = pagesFor(
      recipe,
      new URL(document.URL),
      userAgent,
      (selector) => document.querySelector(selector) !== null,
    );
    return locateByRecipe(recipe, pages, document).results;
  } catch {
    // A recipe that cannot be run finds nothing; the page's report says so.
    return [];
  }
};

const byDetector = (document: Document): (KeepableKinds & { readonly results: readonly LocatedResult[] }) | null => {
  const results = findListings(document)[0]?.results ?? [];
  const known = results.length > 1 ? proposeKnown(results) : null;
  return known && { page: { results: [known.recipe] }, count: known.results.length, results: known.results };
};

/**
 * The kinds of results that are found on the page so far and share nothing with the picked ones, so that a recipe for
 * these need not lose those; null where there are none.
 */
export const keepableKinds = (picked: readonly LocatedResult[], where: PickedPage): KeepableKinds | null => {
  const isApart = (results: readonly LocatedResult[]): boolean =>
    results.length > 0 && !results.some((result) => picked.some((other) => overlaps(result, other)));
  const page = rawPages(where.recipes).find((candidate) => resultsOf(candidate, where).length > 0);
  if (page === undefined) {
    const detected = byDetector(where.document);
    return detected !== null && isApart(detected.results) ? { page: detected.page, count: detected.count } : null;
  }
  const kinds = (page["results"] as readonly RecipeResult[])
    .map((kind) => ({ kind, results: resultsOf({ ...page, results: [kind] }, where) }))
    .filter(({ results }) => isApart(results));
  if (kinds.length === 0) return null;
  const { anyHostIf: _, ...rest } = page;
  return {
    page: { ...rest, results: kinds.map(({ kind }) => kind) },
    count: kinds.reduce((sum, { results }) => sum + results.length, 0),
  };
};
