import { evenly } from "@/detection/evenly.ts";
import type { PropertyCommand } from "@/recipes/recipe.ts";

import { chooseLink } from "./choose-link.ts";
import { chooseSnippet } from "./choose-snippet.ts";
import { chooseTitle, wholeText } from "./choose-title.ts";
import type { TitleChoice } from "./choose-title.ts";
import { fieldCandidates } from "./field-candidates.ts";
import type { Look } from "./look.ts";

/** Where the fields of results are, seen from their roots. */
export interface Fields {
  readonly title: TitleChoice;
  readonly url: PropertyCommand;
  readonly snippet?: PropertyCommand;
}

/** Fields are chosen by so many results. */
const sampleSize = 12;

/** A root whose text is hardly more than the title's can be the title itself. */
const mostBesideTitle = 1.5;

/**
 * Finds where results have their title, address and snippet, by what most of them have in common.
 *
 * @param groups each result's root and its further elements
 * @param picked the element that the user picked
 * @returns null where nothing in them can be a title
 */
export const readFields = (groups: readonly (readonly Element[])[], picked: Element, look: Look): Fields | null => {
  const sample = evenly(groups, sampleSize);
  const roots = sample.map(([root]) => root!);
  const inRoots = fieldCandidates(sample, ([root]) => [root!], look);
  const title = chooseTitle(roots, inRoots, picked, look);
  if (title === null) return null;
  const url = chooseLink(roots, inRoots, title.elementIn);
  const spread = sample.some((group) => group.length > 1);
  const inAll = spread ? fieldCandidates(sample, (group) => group, look) : inRoots;
  const snippet = chooseSnippet(sample, inAll, title.elementIn, look);
  if (snippet === undefined) return { title, url };
  if (snippet !== wholeText || title.command === wholeText) return { title, url, snippet };
  // Root and further elements are read by the same command, so the root has to be its title.
  const isTitle = roots.every(
    (root) => look.weight(root) <= mostBesideTitle * look.weight(title.elementIn(root) ?? root),
  );
  return isTitle
    ? { title: { ...title, command: wholeText, elementIn: (root) => root }, url, snippet }
    : { title, url };
};
