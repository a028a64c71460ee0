import type { Problem } from "@/model/problem.ts";
import type { Recipe, RecipePage } from "@/recipes/recipe.ts";

import { locateResult } from "./locate-result.ts";
import type { LocatedResult } from "./located-result.ts";
import { recipeFails } from "./problems.ts";
import { rootElements } from "./run-command.ts";
import { separateResults } from "./separate-results.ts";

export interface RecipeOutcome {
  readonly results: readonly LocatedResult[];
  readonly problems: readonly Problem[];
}

/** Runs pages of a recipe. What is wrong with one kind of result costs that kind alone. */
export const locateByRecipe = (recipe: Recipe, pages: readonly RecipePage[], within: ParentNode): RecipeOutcome => {
  const problems: Problem[] = [];
  const attempt = <T>(locate: () => readonly T[]): readonly T[] => {
    try {
      return locate();
    } catch (error) {
      problems.push(recipeFails(recipe.name, error));
      return [];
    }
  };
  const located = pages.flatMap(({ results, redirects = [], commonProps }) =>
    results.flatMap((result) =>
      attempt(() => rootElements(result.root, within)).flatMap((root) =>
        attempt(() => {
          const place = locateResult(result, redirects, root, commonProps);
          return place ? [place] : [];
        }),
      ),
    ),
  );
  return { results: separateResults(located), problems };
};
