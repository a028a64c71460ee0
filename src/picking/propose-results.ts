import { locateResult } from "@/detection/locate-result.ts";
import type { LocatedResult } from "@/detection/located-result.ts";
import { rootElements } from "@/detection/run-command.ts";
import type { RecipeResult } from "@/recipes/recipe.ts";

import { candidateSets } from "./candidate-sets.ts";
import type { ResultGroups } from "./candidate-sets.ts";
import { findSelector } from "./find-selector.ts";
import { furtherSelector } from "./further-selector.ts";
import { pickableElement } from "./pickable-element.ts";
import { readFields } from "./read-fields.ts";
import { readableText, weightOf } from "./readable-text.ts";
import { scoreSet } from "./score-set.ts";

/** One answer to what the results of a page are: a part of a recipe and what it finds on the page now. */
export interface Proposal {
  readonly recipe: RecipeResult;
  /** In the page's order. */
  readonly results: readonly LocatedResult[];
}

/** Proposals around one element, from narrow to wide. */
export interface Ladder {
  readonly proposals: readonly Proposal[];
  /** The index of the likeliest; -1 where there are none. */
  readonly best: number;
}

interface ScoredProposal extends Proposal {
  readonly score: number;
}

const propose = (groups: ResultGroups, picked: Element, pageWeight: number): ScoredProposal | null => {
  const document = picked.ownerDocument;
  const fields = readFields(groups, picked);
  const root =
    fields &&
    findSelector(
      groups.map(([first]) => first!),
      document,
    );
  if (!fields || !root) return null;
  const { snippet, title, url } = fields;
  const extraSelector = furtherSelector(groups, root.compound);
  const recipe: RecipeResult = {
    root: root.selector,
    url,
    props: { title: title.command, ...(snippet === undefined ? {} : { snippet }) },
    ...(extraSelector === null ? {} : { extraSelector }),
  };
  const results = rootElements(recipe.root, document).flatMap((element) => locateResult(recipe, [], element) ?? []);
  const holdsPicked = results.some(({ root: found, parts }) => [found, ...parts].some((part) => part.contains(picked)));
  return results.length > 1 && holdsPicked
    ? { recipe, results, score: scoreSet(groups, picked, title, pageWeight) }
    : null;
};

/**
 * What the results of a page may be, when this element is one or in one. Each proposal is what its part of a recipe
 * finds on the page, so that saving it brings just that.
 */
export const proposeResults = (element: Element): Ladder => {
  const picked = pickableElement(element);
  if (picked === null) return { proposals: [], best: -1 };
  const pageWeight = weightOf(readableText(picked.ownerDocument.body));
  const proposals = candidateSets(picked).flatMap((groups) => propose(groups, picked, pageWeight) ?? []);
  const scores = proposals.map(({ score }) => score);
  return {
    proposals: proposals.map(({ recipe, results }) => ({ recipe, results })),
    best: scores.indexOf(Math.max(...scores)),
  };
};
