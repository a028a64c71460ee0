import { locateResult } from "@/detection/locate-result.ts";
import type { LocatedResult } from "@/detection/located-result.ts";
import { rootElements } from "@/detection/run-command.ts";
import type { RecipeResult } from "@/recipes/recipe.ts";

import { candidateSets, mixesParts } from "./candidate-sets.ts";
import type { ResultGroups } from "./candidate-sets.ts";
import { findSelector } from "./find-selector.ts";
import { furtherSelector } from "./further-selector.ts";
import { createLook } from "./look.ts";
import type { Look } from "./look.ts";
import { pickableElement } from "./pickable-element.ts";
import { readFields } from "./read-fields.ts";
import { scoreSet } from "./score-set.ts";
import type { SetSurroundings } from "./score-set.ts";

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

/** The part of a recipe that finds these results, and what it finds; null where none can be said. */
const sayRecipe = (groups: ResultGroups, picked: Element, look: Look) => {
  const document = picked.ownerDocument;
  const fields = readFields(groups, picked, look);
  const found =
    fields &&
    findSelector(
      groups.map(([root]) => root!),
      document,
      look,
    );
  if (!fields || !found) return null;
  const { snippet, title, url } = fields;
  const extraSelector = furtherSelector(groups, found.compound);
  const recipe: RecipeResult = {
    root: found.selector,
    url,
    props: { title: title.command, ...(snippet === undefined ? {} : { snippet }) },
    ...(extraSelector === null ? {} : { extraSelector }),
  };
  const results = rootElements(recipe.root, document).flatMap((root) => locateResult(recipe, [], root) ?? []);
  return { recipe, results, fields, cost: found.cost };
};

const propose = (
  groups: ResultGroups,
  picked: Element,
  around: Omit<SetSurroundings, "cost">,
): ScoredProposal | null => {
  const said = sayRecipe(groups, picked, around.look);
  if (said === null) return null;
  const { recipe, results, fields, cost } = said;
  const holdsPicked = results.some(({ root, parts }) => [root, ...parts].some((part) => part.contains(picked)));
  if (results.length < 2 || !holdsPicked) return null;
  return { recipe, results, score: scoreSet(groups, picked, fields, { ...around, cost }) };
};

/** The part of a recipe that finds results that are known; null where none finds just these. */
export const proposeKnown = (known: readonly LocatedResult[]): Proposal | null => {
  const [first] = known;
  if (first === undefined) return null;
  const groups = known.map(({ root, parts }) => [root, ...parts]);
  const said = sayRecipe(groups, first.title ?? first.root, createLook());
  return said !== null && said.results.length === known.length ? { recipe: said.recipe, results: said.results } : null;
};

const sameResults = (a: Proposal, b: Proposal): boolean =>
  a.results.length === b.results.length &&
  a.results.every(({ root, parts }, place) => {
    const other = b.results[place]!;
    return root === other.root && parts.length === other.parts.length;
  });

/**
 * What the results of a page may be, when this element is one or in one. Each proposal is what its part of a recipe
 * finds on the page, so that saving it brings just that.
 */
export const proposeResults = (element: Element): Ladder => {
  const picked = pickableElement(element);
  if (picked === null) return { proposals: [], best: -1 };
  const look = createLook();
  const pageWeight = look.weight(picked.ownerDocument.body);
  const proposals: ScoredProposal[] = [];
  const sets = candidateSets(picked, look);
  for (const groups of sets) {
    const proposal = propose(groups, picked, { look, pageWeight, mixed: mixesParts(groups, sets) });
    if (proposal && !proposals.some((known) => sameResults(known, proposal))) proposals.push(proposal);
  }
  const scores = proposals.map(({ score }) => score);
  return {
    proposals: proposals.map(({ recipe, results }) => ({ recipe, results })),
    best: scores.indexOf(Math.max(...scores)),
  };
};
