import type { ImportedLists } from "@/lists/imported-lists.ts";
import { readImportInSteps } from "@/lists/read-import.ts";
import type { KeywordList } from "@/model/keyword-list.ts";
import type { Problem } from "@/model/problem.ts";
import type { Rule } from "@/model/ruleset.ts";
import type { UserRecipe } from "@/model/settings.ts";

/** What an address gave, in Winnow's own terms. */
export interface SubscriptionContent {
  /** What it calls itself, or null. */
  readonly name: string | null;
  readonly rules: readonly Rule[];
  readonly lists: readonly KeywordList[];
  readonly recipes: readonly UserRecipe[];
  /** How many lines were left out because they could not be read. */
  readonly leftOut: number;
}

export type ReadContent =
  | { readonly ok: true; readonly content: SubscriptionContent }
  | { readonly ok: false; readonly problem: Problem };

/** Whether a line of keywords says anything. */
const isSaid = (line: string): boolean => line.trim() !== "" && !line.trim().startsWith("#");

/** The keywords of all lists, without comments. */
export const keywordsOf = ({ lists }: Pick<SubscriptionContent, "lists">): readonly string[] =>
  lists.flatMap(({ lines }) => lines.filter(isSaid));

/** How many rules, keywords and recipes there are. */
export const sizeOf = ({ rules, lists, recipes }: Pick<SubscriptionContent, "rules" | "lists" | "recipes">): number =>
  rules.length + recipes.length + keywordsOf({ lists }).length;

/** Keywords that are taken from one address: every tab holds all of them ready. */
const mostKeywords = 10_000;

/**
 * Reads what came from an address, step by step. Of a file of Winnow's own settings its lists, filters, rulesets and
 * recipes count that are switched on; the filters are rules like all others, which give way to the user's own.
 *
 * @param id The subscription's, of which the ids of lists and recipes are made: they stay the same from one update to
 *   the next.
 */
export function* readContent(id: string, text: string): Generator<void, ReadContent> {
  const found = yield* readImportInSteps(text);
  const { settings, notUnderstood } = found;
  const rulesets = found.rulesets.filter(({ enabled }) => enabled !== false);
  const lists = listsOf(id, found);
  const rules = [
    ...rulesets.flatMap((ruleset) => ruleset.rules),
    ...(settings?.filters ?? [])
      .filter(({ enabled }) => enabled)
      .map(({ condition, action, color }, index): Rule => ({ condition, action, color, line: index + 1 })),
  ];
  const recipes = [...found.recipes.map((data) => ({ data, enabled: true })), ...(settings?.recipes ?? [])]
    .map(({ data, enabled }, index): UserRecipe => ({ id: `${id}-${index + 1}`, enabled, data }))
    .filter(({ enabled }) => enabled);
  const keywords = sizeOf({ rules: [], lists, recipes: [] });
  if (keywords > mostKeywords) {
    return { ok: false, problem: { code: "subscription-too-many-keywords", args: [String(mostKeywords)] } };
  }
  if (rules.length + recipes.length + keywords === 0) {
    return { ok: false, problem: found.problems[0] ?? { code: "subscription-nothing", args: [] } };
  }
  const name = rulesets[0]?.name ?? found.lists[0]?.name ?? null;
  return { ok: true, content: { name, rules, lists, recipes, leftOut: notUnderstood.length } };
}

const listsOf = (id: string, { lists, settings }: ImportedLists): readonly KeywordList[] =>
  [...lists, ...(settings?.lists ?? [])]
    .map(({ name, color, enabled, lines, options }, index) => ({
      id: `${id}-${index + 1}`,
      name: name ?? "",
      color: color ?? 1,
      enabled,
      lines,
      options,
    }))
    .filter(({ enabled }) => enabled);
