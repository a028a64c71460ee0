import type { UserRecipe } from "@/model/settings.ts";
import { isSameRecipe } from "@/recipes/same-recipe.ts";

import type { PartChoice, PartPlan, Present } from "../plan-import.ts";

type RecipeData = UserRecipe["data"];

/** Adds recipes after the others; one that is there already, in another state, becomes as it is given. */
const putRecipes = (
  recipes: readonly UserRecipe[],
  given: readonly RecipeData[],
  newId: (key: string) => string,
): readonly UserRecipe[] => {
  let all = recipes;
  for (const [index, data] of given.entries()) {
    const known = all.find((recipe) => isSameRecipe(recipe.data, data));
    all = known
      ? all.map((recipe) => (recipe === known ? { ...recipe, data } : recipe))
      : [...all, { id: newId(`recipe-${String(index)}`), enabled: true, data }];
  }
  return all;
};

export const planRecipes = (
  { settings }: Present,
  given: readonly RecipeData[],
  newId: (key: string) => string,
  choice: PartChoice,
): PartPlan | null => {
  if (given.length === 0) return null;
  const known = given.map((data) => settings.recipes.find((recipe) => isSameRecipe(recipe.data, data)));
  const added = known.filter((recipe) => recipe === undefined).length;
  const same = known.filter((recipe, index) => JSON.stringify(recipe?.data) === JSON.stringify(given[index])).length;
  const changed = given.length - added - same;
  return {
    part: {
      key: "recipes",
      kind: "recipes",
      name: null,
      taken: choice.taken ?? added + changed > 0,
      color: null,
      into: null,
      targets: [],
      asFilters: null,
      added,
      changed,
      removed: 0,
      same,
    },
    change: (current) => ({ ...current, recipes: putRecipes(current.recipes, given, newId) }),
  };
};
