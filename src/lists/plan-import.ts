import type { Filter } from "@/model/filter.ts";
import type { ColorNumber, KeywordList } from "@/model/keyword-list.ts";
import type { Ruleset } from "@/model/ruleset.ts";
import type { Settings, UserRecipe } from "@/model/settings.ts";

import type { ImportedLists, StepwiseReading } from "./imported-lists.ts";
import { planFilters } from "./plan/plan-filters.ts";
import { planList } from "./plan/plan-list.ts";
import { planRecipes } from "./plan/plan-recipes.ts";
import { planRuleset } from "./plan/plan-ruleset.ts";
import { planPreferences, planSettingsList } from "./plan/plan-settings.ts";
import { planSubscriptions } from "./plan/plan-subscriptions.ts";

/** What the reader wants of one part, where it is other than proposed. */
export interface PartChoice {
  readonly taken?: boolean;
  readonly name?: string;
  readonly color?: ColorNumber;
  /** The id of the list or ruleset that it is added to; null for one of its own. */
  readonly into?: string | null;
  /** Rules become filters of the user's own, one by one. */
  readonly asFilters?: boolean;
  /** What is there becomes as the file has it, also where that takes something away. */
  readonly exactly?: boolean;
}

/** What is there already. */
export interface Present {
  readonly settings: Settings;
  /** The rulesets that were brought, and may be added to. */
  readonly rulesets: readonly Ruleset[];
}

/** How many lines, rules, filters or recipes of a part are new, become other ones, go, or are there already. */
export interface PartCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly same: number;
}

export const partKinds = ["list", "rules", "filters", "recipes", "subscriptions", "preferences"] as const;

/** A list, filter or recipe that is there, and what the file has in its place. */
export interface ReplacedItem {
  readonly before: KeywordList | Filter | UserRecipe;
  readonly after: KeywordList | Filter | UserRecipe;
}

/** What a part does not keep in what it is added to: how its words are compared, or that it is on or off. */
export type LostProperty = "options" | "switchedOn" | "switchedOff";

/** One part of what a text holds, and what becomes of it. */
export interface PlannedPart extends PartCounts {
  /** The same for the same part of the same text. */
  readonly key: string;
  readonly kind: (typeof partKinds)[number];
  /** Null where neither the text nor the reader gave one. */
  readonly name: string | null;
  readonly taken: boolean;
  /** Null for what has no colour of its own. */
  readonly color: ColorNumber | null;
  readonly into: string | null;
  /** What it can be added to instead. */
  readonly targets: readonly { readonly id: string; readonly name: string }[];
  /** Null where the rules cannot be filters. */
  readonly asFilters: boolean | null;
  /** Whether what is there becomes as the file has it; null where nothing would go or become another one by that. */
  readonly exactly: boolean | null;
  /** What would go or become another one. */
  readonly replaced: readonly ReplacedItem[];
  readonly lost: readonly LostProperty[];
}

/** What becomes of one part. */
export interface PartPlan {
  readonly part: PlannedPart;
  readonly change: (settings: Settings) => Settings;
  /** A ruleset to put in, whole, in the place of the one of its id. */
  readonly ruleset?: Ruleset;
}

export interface ImportPlan {
  readonly parts: readonly PlannedPart[];
  /** Does to the settings what is planned for the parts that are taken. */
  readonly change: (settings: Settings) => Settings;
  /** Each to put in, whole, in the place of the one of its id. */
  readonly rulesets: readonly Ruleset[];
}

const subscriptionsIn = ({ subscriptions, settings }: ImportedLists): ImportedLists["subscriptions"] => [
  ...subscriptions,
  ...(settings?.subscriptions ?? []).map((one) => ({ ...one, kind: "rules" as const })),
];

/** The rulesets of which those that parts are added to hold what these bring: the next part finds it there. */
const withAdded = (rulesets: readonly Ruleset[], { part, ruleset }: PartPlan): readonly Ruleset[] =>
  part.taken && ruleset !== undefined ? rulesets.map((one) => (one.id === ruleset.id ? ruleset : one)) : rulesets;

/**
 * What an import does, without doing it, worked out step by step. Lists and filters that a file of Winnow's own has
 * under the same id become as the file has them only where the reader says so; otherwise lists get the lines that they
 * lack, and nothing is taken away. Recipes of the same id or name, and the switches of such a file, take the place of
 * those that are there.
 *
 * @param newId gives the id for a part that becomes something of its own; the same one for the same key
 */
export function* planImport(
  present: Present,
  imported: ImportedLists,
  choices: ReadonlyMap<string, PartChoice>,
  newId: (key: string) => string,
): StepwiseReading<ImportPlan> {
  const own = imported.settings;
  const choiceOf = (key: string): PartChoice => choices.get(key) ?? {};
  const rulePlans: PartPlan[] = [];
  let { rulesets } = present;
  for (const [index, ruleset] of imported.rulesets.entries()) {
    const key = `rules-${String(index)}`;
    const request = { key, id: newId(key), index, choice: choiceOf(key) };
    const plan = yield* planRuleset({ ...present, rulesets }, ruleset, request);
    rulePlans.push(plan);
    rulesets = withAdded(rulesets, plan);
  }
  const plans: readonly (PartPlan | null)[] = [
    ...imported.lists.map((list, index) => {
      const key = `list-${String(index)}`;
      return planList(present, list, { key, id: newId(key), index, choice: choiceOf(key) });
    }),
    ...rulePlans,
    planRecipes(
      present,
      imported.recipes.map((data) => ({ data })),
      newId,
      choiceOf("recipes"),
    ),
    planSubscriptions(present, subscriptionsIn(imported), newId, choiceOf("subscriptions")),
    ...(own?.lists ?? []).map((list) => planSettingsList(present, list, choiceOf(`own-${list.id}`))),
    own === null ? null : planFilters(present, own.filters, choiceOf("filters")),
    own === null ? null : planRecipes(present, own.recipes, newId, choiceOf("recipes")),
    own === null ? null : planPreferences(present, own, choiceOf("preferences")),
  ];
  const planned = plans.filter((plan) => plan !== null);
  const taken = planned.filter(({ part }) => part.taken);
  return {
    parts: planned.map(({ part }) => part),
    change: (settings) => taken.reduce((changed, { change }) => change(changed), settings),
    // Of several parts that are added to one ruleset, the last has it with all that the others bring.
    rulesets: [...new Map(taken.flatMap(({ ruleset }) => (ruleset ? [[ruleset.id, ruleset] as const] : []))).values()],
  };
}
