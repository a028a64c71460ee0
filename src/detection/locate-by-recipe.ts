import type { Problem } from "@/model/problem.ts";
import type { Recipe, RecipePage } from "@/recipes/recipe.ts";

import { locateResult } from "./locate-result.ts";
import type { LocatedResult } from "./located-result.ts";
import { messageOf } from "./message-of.ts";
import { rootElements } from "./run-command.ts";
import { separateResults } from "./separate-results.ts";

export interface RecipeOutcome {
  readonly results: readonly LocatedResult[];
  readonly problems: readonly Problem[];
}

/** Runs the pages of a recipe that are for this page. What a recipe gets wrong costs its results alone. */
export const locateByRecipe = (recipe: Recipe, pages: readonly RecipePage[], within: ParentNode): RecipeOutcome => {
  const problems: Problem[] = [];
  const located = pages.flatMap(({ results, redirects = [] }) =>
    results.flatMap((result) => {
      try {
        return rootElements(result.root, within).flatMap((root) => locateResult(result, redirects, root) ?? []);
      } catch (error) {
        problems.push({ code: "recipeFails", args: [recipe.name, messageOf(error)] });
        return [];
      }
    }),
  );
  return { results: separateResults(located), problems };
};
