import type { Problem } from "@/model/problem.ts";
import type { Recognition } from "@/model/report.ts";
import type { Steps } from "@/model/steps.ts";
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

/** What the recipes come to. */
interface ByRecipe {
  /** Of the first recipe that finds any results; null where none does. */
  readonly listing: LocatedListing | null;
  readonly problems: readonly Problem[];
  /** The recipes that are for the page and find nothing, although nothing went wrong. */
  readonly silent: readonly Recipe[];
}

const locateByRecipes = ({ document, address, recipes, userAgent }: LocatingOptions): ByRecipe => {
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
        return { listing: { recognition, results: outcome.results }, problems, silent };
      }
      if (outcome.problems.length === 0) silent.push(recipe);
    } catch (error) {
      problems.push(recipeFails(recipe.name, error));
    }
  }
  return { listing: null, problems, silent };
};

type Detected = Pick<LocatedListings, "listings" | "problems">;

/** What was found without a recipe, with what the recipe of the host says of all results there. */
const withProperties = (listings: readonly LocatedListing[], read: () => LocatedResult["properties"]): Detected => {
  if (listings.length === 0) return { listings, problems: [] };
  try {
    const properties = read();
    if (properties === undefined) return { listings, problems: [] };
    const withThem = listings.map(({ recognition, results }) => ({
      recognition,
      results: results.map((result) => ({ ...result, properties })),
    }));
    return { listings: withThem, problems: [] };
  } catch (error) {
    return { listings, problems: [detectorFails(error)] };
  }
};

function* detect(
  findListings: NonNullable<ReturnType<typeof offeredDetector>>,
  { document, address, recipes, takeHosts }: LocatingOptions,
): Steps<Detected> {
  try {
    const found = yield* findListings(document, takeHosts);
    const listings = found.map(({ results, confidence, shape, reasons }) => ({
      recognition: { by: "detector" as const, name: shape, confidence, reasons },
      results,
    }));
    return withProperties(listings, () =>
      propsFor(recipes, address, (selector) => document.querySelector(selector) !== null),
    );
  } catch (error) {
    return { listings: [], problems: [detectorFails(error)] };
  }
}

/**
 * Locates the results of a page: by the first recipe that is for its address and finds any, in one step, else without
 * a recipe, in many. A recipe that is for the page and found nothing where there are results is a problem, not a
 * failure.
 */
export function* locateListings(options: LocatingOptions): Steps<LocatedListings> {
  const { listing, problems, silent } = locateByRecipes(options);
  const isAsked = listing === null && options.useDetector;
  const detector = isAsked ? offeredDetector() : null;
  const detected = detector === null ? null : yield* detect(detector, options);
  const listings = listing === null ? (detected?.listings ?? []) : [listing];
  const missed = listing === null && listings.length > 0 ? silent.map(({ name }) => recipeFindsNothing(name)) : [];
  return {
    listings,
    problems: [...problems, ...missed, ...(detected?.problems ?? [])],
    lacksDetector: isAsked && detector === null,
  };
}
