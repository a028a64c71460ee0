import type { UserRecipe } from "@/model/settings.ts";
import type { RecipeResult } from "@/recipes/recipe.ts";
import { isSameRecipe } from "@/recipes/same-recipe.ts";

import type { RawPage } from "./keepable-kinds.ts";

export interface RecipeParts {
  readonly host: string;
  /** The match pattern of the pages it is for. */
  readonly match: string;
  readonly result: RecipeResult;
  /** A page whose kinds of results are kept after the picked one. */
  readonly keep: RawPage | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** A recipe for the pages of a site, as SERPINFO 1.0 that other readers of the format take too. */
export const makeRecipe = ({ host, match, result, keep, now }: RecipeParts): UserRecipe["data"] => {
  const kept = Array.isArray(keep?.["results"]) ? (keep["results"] as readonly unknown[]) : [];
  return {
    SERPINFO_VERSION: "1.0",
    name: host,
    lastModified: new Date(now).toISOString(),
    pages: [
      { ...keep, name: match.slice(match.indexOf("/", "*://".length)), matches: [match], results: [result, ...kept] },
    ],
  };
};

/**
 * The recipes with a new one before all others. One for the same pages under the same name gives way to it: it was
 * made by picking too.
 */
export const withRecipe = (recipes: readonly UserRecipe[], added: UserRecipe): readonly UserRecipe[] => [
  added,
  ...recipes.filter(({ data }) => !isSameRecipe(data, added.data)),
];
