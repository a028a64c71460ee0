import type { PropertyCommand } from "@/recipes/recipe.ts";

import { chooseLink } from "./choose-link.ts";
import { chooseSnippet } from "./choose-snippet.ts";
import { chooseTitle } from "./choose-title.ts";
import type { TitleChoice } from "./choose-title.ts";
import { namesInside } from "./field-names.ts";
import { evenly } from "./inner-names.ts";
import { readableText, weightOf } from "./readable-text.ts";

/** Where the fields of results are, seen from their roots. */
export interface Fields {
  readonly title: TitleChoice;
  readonly url: PropertyCommand;
  readonly snippet?: PropertyCommand;
}

/** Fields are chosen by so many results, and among names that this share of them have. */
const sampleSize = 16;
const leastShare = 0.4;
const mostNames = 90;

/** A root whose text is hardly more than the title's can be the title itself. */
const mostBesideTitle = 1.5;

const commonNames = (elements: readonly Element[], of: number): ReadonlyMap<string, number> => {
  const counts = new Map<string, { count: number; cost: number }>();
  for (const element of elements) {
    for (const [selector, cost] of namesInside(element)) {
      const known = counts.get(selector);
      counts.set(selector, { count: (known?.count ?? 0) + 1, cost: Math.min(cost, known?.cost ?? Infinity) });
    }
  }
  const common = [...counts].filter(([, { count }]) => count >= of * leastShare);
  return new Map(
    common
      .toSorted(([, a], [, b]) => a.cost - b.cost)
      .slice(0, mostNames)
      .map(([selector, { cost }]) => [selector, cost]),
  );
};

const whole: PropertyCommand = ["property", "textContent"];
const isWhole = (command: PropertyCommand | undefined): boolean => JSON.stringify(command) === JSON.stringify(whole);

/**
 * Finds where results have their title, address and snippet, by what most of them have in common.
 *
 * @param groups each result's root and its further elements
 * @param picked the element that the user picked
 * @returns null where nothing in them can be a title
 */
export const readFields = (groups: readonly (readonly Element[])[], picked: Element): Fields | null => {
  const sample = evenly(groups, sampleSize);
  const roots = sample.map(([root]) => root!);
  const names = commonNames(roots, sample.length);
  const title = chooseTitle(roots, names, picked);
  if (title === null) return null;
  const url = chooseLink(roots, names, title.elementIn);
  const spread = sample.some((group) => group.length > 1);
  const snippet = chooseSnippet(
    sample,
    spread
      ? new Map([
          ...names,
          ...commonNames(
            sample.flatMap((group) => group.slice(1)),
            sample.length,
          ),
        ])
      : names,
    title.elementIn,
  );
  if (snippet === undefined) return { title, url };
  if (!isWhole(snippet) || isWhole(title.command)) return { title, url, snippet };
  // Root and further elements are read by the same command, so the root has to be its title.
  const besides = roots.map(
    (root) => weightOf(readableText(root)) / Math.max(1, weightOf(readableText(title.elementIn(root) ?? root))),
  );
  return besides.every((times) => times <= mostBesideTitle)
    ? { title: { ...title, command: whole, elementIn: (root) => root }, url, snippet }
    : { title, url };
};
