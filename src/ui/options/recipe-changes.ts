import type { UserRecipe } from "@/model/settings.ts";
import { isSameRecipe } from "@/recipes/same-recipe.ts";
import type { Change } from "@/ui/editing/settings-changes.ts";

/** Adds recipes after the user's others; one that is there already, in an older state, becomes as it is given. */
export const addRecipes =
  (added: readonly UserRecipe["data"][]): Change =>
  (settings) => {
    let recipes = settings.recipes;
    for (const data of added) {
      const known = recipes.find((recipe) => isSameRecipe(recipe.data, data));
      recipes = known
        ? recipes.map((recipe) => (recipe === known ? { ...recipe, data } : recipe))
        : [...recipes, { id: crypto.randomUUID(), enabled: true, data }];
    }
    return { ...settings, recipes };
  };
