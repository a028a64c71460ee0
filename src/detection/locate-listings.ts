import type { Problem } from "@/model/problem.ts";
import type { Recognition } from "@/model/report.ts";
import { pagesFor, propsFor } from "@/recipes/pages-for.ts";
import type { Recipe, RecipePage, UserAgent } from "@/recipes/recipe.ts";

import type { TakeHosts } from "./detector/find-listings.ts";
import { locateByRecipe } from "./locate-by-recipe.ts";
import type { LocatedResult } from "./located-result.ts";
import { offeredDetector } from "./offered-detector.ts";
import { detectorFails, recipeFails, recipeFindsNothing } from "./problems.ts";

/** A listing whose results are located and not read yet. */
export interface LocatedListing {
  readonly recognition: Recognition;
  readonly results: readonly LocatedResult[];
}

export interface LocatedListings {
  /** The main listing first. */
  readonly listings: readonly LocatedListing[];
  readonly problems: readonly Problem[];
  /** The detector was to look and is not there. */
  readonly lacksDetector: boolean;
}

export interface LocatingOptions {
  readonly document: Document;
  readonly address: URL;
  /** In the order they are tried. */
  readonly recipes: readonly Recipe[];
  readonly userAgent: UserAgent;
  /** Whether to look without a recipe where none finds any: the page has to be there as a whole. */
  readonly useDetector: boolean;
  readonly takeHosts?: TakeHosts | undefined;
}

const recipeRecognition = (recipe: Recipe, pages: readonly RecipePage[], results: number): Recognition => ({
  by: "recipe",
  name: recipe.name,
  confidence: 1,
  reasons: [`the address is one of ${pages.map((page) => page.name).join(", ")}`, `${String(results)} results`],
});

const byDetector = (document: Document, takeHosts: TakeHosts | undefined): LocatedListings => {
  const findListings = offeredDetector();
  if (findListings === null) return { listings: [], problems: [], lacksDetector: true };
  try {
    const listings = findListings(document, takeHosts).map(({ results, confidence, shape, reasons }) => ({
      recognition: { by: "detector" as const, name: shape, confidence, reasons },
      results,
    }));
    return { listings, problems: [], lacksDetector: false };
  } catch (error) {
    return { listings: [], problems: [detectorFails(error)], lacksDetector: false };
  }
};

/** What was found without a recipe, with what the recipe of the host says of all results there. */
const withProperties = (located: LocatedListings, read: () => LocatedResult["properties"]): LocatedListings => {
  if (located.listings.length === 0) return located;
  try {
    const properties = read();
    if (properties === undefined) return located;
    const listings = located.listings.map(({ recognition, results }) => ({
      recognition,
      results: results.map((result) => ({ ...result, properties })),
    }));
    return { ...located, listings };
  } catch (error) {
    return { ...located, problems: [...located.problems, detectorFails(error)] };
  }
};

/**
 * Locates the results of a page: by the first recipe that is for its address and finds any, else without a recipe.
 * A recipe that is for the page and found nothing where there are results is a problem, not a failure.
 */
export const locateListings = ({
  document,
  address,
  recipes,
  userAgent,
  useDetector,
  takeHosts,
}: LocatingOptions): LocatedListings => {
  const problems: Problem[] = [];
  const silent: Recipe[] = [];
  for (const recipe of recipes) {
    try {
      const pages = pagesFor(recipe, address, userAgent, (selector) => document.querySelector(selector) !== null);
      if (pages.length === 0) continue;
      const outcome = locateByRecipe(recipe, pages, document);
      problems.push(...outcome.problems);
      if (outcome.results.length > 0) {
        const recognition = recipeRecognition(recipe, pages, outcome.results.length);
        return { listings: [{ recognition, results: outcome.results }], problems, lacksDetector: false };
      }
      if (outcome.problems.length === 0) silent.push(recipe);
    } catch (error) {
      problems.push(recipeFails(recipe.name, error));
    }
  }
  if (!useDetector) return { listings: [], problems, lacksDetector: false };
  const detected = withProperties(byDetector(document, takeHosts), () =>
    propsFor(recipes, address, (selector) => document.querySelector(selector) !== null),
  );
  const missed = detected.listings.length > 0 ? silent.map((recipe) => recipeFindsNothing(recipe.name)) : [];
  return { ...detected, problems: [...problems, ...missed, ...detected.problems] };
};
