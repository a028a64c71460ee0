import type { Recipe } from "./recipe.ts";

/** The recipes that come with Winnow. Tests hold their files to the schema. */
export const builtInRecipes: readonly Recipe[] = [];
