import { pagesFor } from "@/recipes/pages-for.ts";
import type { Recipe, RootCommand } from "@/recipes/recipe.ts";

const selectorOf = (command: RootCommand): string => {
  if (typeof command === "string") return command;
  return command[0] === "selector" ? command[1] : selectorOf(command[2]);
};

/**
 * Tells where results are expected on a page now, as one selector that the browser knows; "" where nowhere. It is
 * worked out anew only where the recipes or the address are others.
 */
export function expectResults(recipes: () => readonly Recipe[], document: Document): () => string {
  let by: readonly Recipe[] | null = null;
  let at = "";
  let selector = "";
  return () => {
    const { href } = document.location;
    if (by === recipes() && at === href) return selector;
    by = recipes();
    at = href;
    selector = expectedResults(by, at)
      .filter((one) => CSS.supports(`selector(${one})`))
      .join(", ");
    return selector;
  };
}

/**
 * Where the first recipe for an address expects results, as selectors of the elements they are or hold: before there is
 * anything on the page. Empty where no recipe is for the address.
 */
export function expectedResults(recipes: readonly Recipe[], href: string): readonly string[] {
  const address = new URL(href);
  for (const recipe of recipes) {
    try {
      const pages = pagesFor(recipe, address, "any", () => false);
      if (pages.length > 0) return pages.flatMap(({ results }) => results.map(({ root }) => selectorOf(root)));
    } catch {
      // The look at the page says what is wrong with a recipe.
    }
  }
  return [];
}
