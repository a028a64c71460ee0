import type { Filter } from "@/model/filter.ts";
import type { Problem } from "@/model/problem.ts";
import type { Ruleset } from "@/model/ruleset.ts";
import type { Reason } from "@/model/verdict.ts";

import { localKeys } from "./local-keys.ts";
import type { StorageArea } from "./storage-area.ts";

/**
 * On how many pages in a row something hid everything, for the condition it had then: an own filter or a rule of a
 * ruleset by its id, and a ruleset as a whole, without a condition, by its own.
 */
export type HidingRecord = Readonly<Record<string, { readonly condition: string; readonly pages: number }>>;

/** A ruleset that is switched on. */
type NamedRuleset = Pick<Ruleset, "id" | "name">;

/** What is known of a page that is counted. */
export interface CountedPage {
  /** The user's own filters, and the rulesets that are switched on. */
  readonly filters: readonly Filter[];
  readonly rulesets: readonly NamedRuleset[];
  /** How many results it has. */
  readonly results: number;
  /** Why each of the hidden ones is hidden. */
  readonly hidden: readonly (readonly Reason[])[];
}

/** Fewer results than these say nothing about a filter that hides all of them. */
const fewestResults = 3;
/** So many pages in a row are no accident: two may well be searches for the very thing the filter is against. */
const pagesInARow = 3;

const isRecord = (value: unknown): value is HidingRecord =>
  typeof value === "object" &&
  value !== null &&
  Object.values(value).every(
    (entry: unknown) =>
      typeof entry === "object" &&
      entry !== null &&
      "condition" in entry &&
      "pages" in entry &&
      typeof entry.pages === "number",
  );

/** The line of a rule stands behind the id of its ruleset, as in the ids of the filters that rules are read as. */
const isRuleOf = (id: string, ruleset: string): boolean => id.startsWith(`${ruleset}:`);

/** What hides every result, with its condition: filters, rules, and rulesets. */
const hidesAll = ({ results, hidden }: CountedPage): ReadonlyMap<string, string> => {
  const counts = new Map<string, { condition: string; hidden: number }>();
  for (const reasons of hidden) {
    const here = new Map<string, string>();
    for (const { filter, condition, ruleset, action, decisive } of reasons) {
      if (!decisive || action !== "hide") continue;
      here.set(filter, condition);
      if (ruleset !== undefined) here.set(ruleset, "");
    }
    for (const [id, condition] of here) counts.set(id, { condition, hidden: (counts.get(id)?.hidden ?? 0) + 1 });
  }
  return new Map([...counts].filter(([, of]) => of.hidden === results).map(([id, { condition }]) => [id, condition]));
};

/**
 * Counts one page. What is switched off waits, where it is a filter: it neither hid everything here nor let anything
 * through; rulesets begin anew.
 *
 * @returns the same record where nothing changed
 */
export function countPage(record: HidingRecord, page: CountedPage): HidingRecord {
  if (page.results < fewestResults) return record;
  const hiding = hidesAll(page);
  const counted = (id: string, condition: string): [string, HidingRecord[string]] => {
    const before = record[id]?.condition === condition ? record[id].pages : 0;
    return [id, { condition, pages: before + 1 }];
  };
  const own = page.filters.flatMap(({ id, enabled, action, condition }) => {
    const before = record[id];
    if (!enabled || action !== "hide") return before?.condition === condition ? [[id, before] as const] : [];
    return hiding.has(id) ? [counted(id, condition)] : [];
  });
  const brought = page.rulesets.flatMap((ruleset) =>
    [...hiding]
      .filter(([id]) => id === ruleset.id || isRuleOf(id, ruleset.id))
      .map(([id, condition]) => counted(id, condition)),
  );
  const next = Object.fromEntries([...own, ...brought]);
  return JSON.stringify(next) === JSON.stringify(record) ? record : next;
}

/** A filter or ruleset that hides everything, by its id. */
export interface HidingProblem extends Problem {
  readonly of: string;
}

/** What hid everything on several pages in a row, most likely without that being meant. */
export const hidingProblems = (
  record: HidingRecord,
  filters: readonly Filter[],
  rulesets: readonly NamedRuleset[],
): readonly HidingProblem[] => {
  const own = filters.flatMap(({ id, name, condition, action, enabled }): readonly HidingProblem[] => {
    const entry = record[id];
    return enabled && action === "hide" && entry?.condition === condition && entry.pages >= pagesInARow
      ? [{ code: "filter-hides-all", args: [name === "" ? condition : name, String(entry.pages)], of: id }]
      : [];
  });
  const brought = rulesets.flatMap(({ id, name }): readonly HidingProblem[] => {
    const pages = record[id]?.pages ?? 0;
    if (pages < pagesInARow) return [];
    // Where one of its rules does so all by itself, that is the one to look at.
    const rule = Object.entries(record).find(([key, entry]) => isRuleOf(key, id) && entry.pages >= pagesInARow);
    if (rule === undefined) return [{ code: "ruleset-hides-all", args: [name, String(pages)], of: id }];
    const [key, entry] = rule;
    const line = key.slice(id.length + 1);
    return [{ code: "ruleset-rule-hides-all", args: [name, String(entry.pages), line, entry.condition], of: id }];
  });
  return [...own, ...brought];
};

/** The record of this device; empty where there is none that can be read. */
export async function readHidingRecord(local: StorageArea): Promise<HidingRecord> {
  const stored = (await local.get([localKeys.hiding]))[localKeys.hiding];
  return isRecord(stored) ? stored : {};
}

/** Counts a page in the record of this device, which is written only where something changed. */
export async function recordPage(local: StorageArea, page: CountedPage): Promise<HidingRecord> {
  const record = await readHidingRecord(local);
  const next = countPage(record, page);
  if (next !== record) await local.set({ [localKeys.hiding]: next });
  return next;
}
