import { createScanner, type Scanner } from "@/detection/scan-page.ts";
import type { Settings } from "@/model/settings.ts";
import { builtInRecipes } from "@/recipes/built-in.ts";
import { readRecipe } from "@/recipes/read-recipe.ts";
import type { Recipe } from "@/recipes/recipe.ts";

/** The recipes that the settings come to, in the order they are tried: the user's own before the built-in ones. */
export const recipesOf = ({ recipes }: Settings): readonly Recipe[] => [
  ...recipes.flatMap(({ enabled, data }) => (enabled ? (readRecipe(data).recipe ?? []) : [])),
  ...builtInRecipes,
];

/** What looks at a page by the settings; `takeHosts` is called with the elements that host shadow trees, or may. */
export const scannerFor = (
  document: Document,
  settings: Settings,
  compareOrder: (a: Element, b: Element) => number,
  takeHosts: (hosts: readonly Element[]) => void,
): Scanner =>
  createScanner({
    document,
    compareOrder,
    takeHosts,
    currentUrl: () => document.location.href,
    recipes: recipesOf(settings),
    useRecipes: true,
    now: Date.now,
    userAgent: /\bMobi/.test(navigator.userAgent) ? "mobile" : "desktop",
  });
