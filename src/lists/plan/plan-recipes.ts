import type { UserRecipe } from "@/model/settings.ts";
import { isSameRecipe } from "@/recipes/same-recipe.ts";

import type { PartChoice, PartPlan, Present } from "../plan-import.ts";

/** A recipe to put in: with its data alone, or as a file of Winnow's own has it. */
type GivenRecipe = Pick<UserRecipe, "data"> & Partial<UserRecipe>;

/** What a given recipe is another state of: the one of its id, or else one that no other given recipe is meant by. */
const findKnown = (
  recipes: readonly UserRecipe[],
  { id, data }: GivenRecipe,
  given: readonly GivenRecipe[],
): UserRecipe | undefined =>
  recipes.find((recipe) => recipe.id === id) ??
  recipes.find((recipe) => isSameRecipe(recipe.data, data) && !given.some((other) => other.id === recipe.id));

/** Adds recipes after the others; one that is there already, in another state, becomes as it is given. */
const putRecipes = (
  recipes: readonly UserRecipe[],
  given: readonly GivenRecipe[],
  newId: (key: string) => string,
): readonly UserRecipe[] => {
  let all = recipes;
  for (const [index, one] of given.entries()) {
    const known = findKnown(all, one, given);
    all = known
      ? all.map((recipe) => (recipe === known ? { ...recipe, ...one, id: known.id } : recipe))
      : [...all, { id: newId(`recipe-${String(index)}`), enabled: true, ...one }];
  }
  return all;
};

const isUnchanged = (known: UserRecipe | undefined, { data, enabled }: GivenRecipe): boolean =>
  known !== undefined &&
  (enabled ?? known.enabled) === known.enabled &&
  JSON.stringify(known.data) === JSON.stringify(data);

export const planRecipes = (
  { settings }: Present,
  given: readonly GivenRecipe[],
  newId: (key: string) => string,
  choice: PartChoice,
): PartPlan | null => {
  if (given.length === 0) return null;
  const known = given.map((one) => findKnown(settings.recipes, one, given));
  const added = known.filter((recipe) => recipe === undefined).length;
  const same = given.filter((one, index) => isUnchanged(known[index], one)).length;
  const replaced = given.flatMap((one, index) => {
    const before = known[index];
    return before === undefined || isUnchanged(before, one) ? [] : [{ before, after: { ...before, ...one } }];
  });
  return {
    part: {
      key: "recipes",
      kind: "recipes",
      name: null,
      taken: choice.taken ?? added + replaced.length > 0,
      color: null,
      into: null,
      targets: [],
      asFilters: null,
      exactly: null,
      replaced,
      lost: [],
      added,
      changed: replaced.length,
      removed: 0,
      same,
    },
    change: (current) => ({ ...current, recipes: putRecipes(current.recipes, given, newId) }),
  };
};
