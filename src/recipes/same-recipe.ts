import type { UserRecipe } from "@/model/settings.ts";

type RecipeData = UserRecipe["data"];

const matchesOf = ({ pages }: RecipeData): string =>
  JSON.stringify(
    (Array.isArray(pages) ? (pages as readonly ({ readonly matches?: unknown } | null)[]) : []).map(
      (page) => page?.matches,
    ),
  );

/**
 * Whether one recipe is another state of the other: they have one name, and are for the same pages or come from the
 * same place.
 */
export const isSameRecipe = (a: RecipeData, b: RecipeData): boolean =>
  a["name"] === b["name"] &&
  (matchesOf(a) === matchesOf(b) || (typeof a["homepage"] === "string" && a["homepage"] === b["homepage"]));
