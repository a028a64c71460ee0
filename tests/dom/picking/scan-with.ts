import type { PageScan } from "@/detection/found-result.ts";
import { createScanner } from "@/detection/scan-page.ts";
import { makeRecipe } from "@/picking/make-recipe.ts";
import type { Proposal } from "@/picking/propose-results.ts";
import { readRecipe } from "@/recipes/read-recipe.ts";

export const address = "https://parts.example/list?q=x";

/** Replaces the page by another at the address. */
export const show = (body: string): void => {
  (globalThis as unknown as { happyDOM: { setURL: (url: string) => void } }).happyDOM.setURL(address);
  document.body.innerHTML = body;
};

/** What the extension finds on the page by the recipe that saving a proposal makes; nothing else is asked. */
export const scanWith = ({ recipe }: Proposal): PageScan => {
  const data: unknown = JSON.parse(
    JSON.stringify(
      makeRecipe({ host: "parts.example", match: "*://parts.example/list*", result: recipe, keep: null, now: 0 }),
    ),
  );
  const read = readRecipe(data);
  if (read.recipe === null || read.problems.length > 0) throw new Error(JSON.stringify([data, read.problems]));
  return createScanner({
    document,
    currentUrl: () => address,
    recipes: [read.recipe],
    useRecipes: true,
    now: () => 0,
    userAgent: "desktop",
  }).scan("all");
};
