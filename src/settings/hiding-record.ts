import type { Filter } from "@/model/filter.ts";
import type { FilterProblem } from "@/model/problem.ts";

import { localKeys } from "./local-keys.ts";
import type { StorageArea } from "./storage-area.ts";

/** On how many pages in a row a filter hid everything, by its id; for the condition it had then. */
export type HidingRecord = Readonly<Record<string, { readonly condition: string; readonly pages: number }>>;

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

/**
 * Counts one page.
 *
 * @param results how many results the page has
 * @param hiddenBy how many of them each filter hides, by its id
 * @returns the same record where nothing changed
 */
export function countPage(
  record: HidingRecord,
  filters: readonly Filter[],
  results: number,
  hiddenBy: ReadonlyMap<string, number>,
): HidingRecord {
  if (results < fewestResults) return record;
  const entries = filters.flatMap((filter): [string, HidingRecord[string]][] => {
    const { id, enabled, action, condition } = filter;
    const before = record[id]?.condition === condition ? record[id] : undefined;
    // What is switched off waits: it neither hid everything here nor let anything through.
    if (!enabled || action !== "hide") return before === undefined ? [] : [[id, before]];
    return hiddenBy.get(id) === results ? [[id, { condition, pages: (before?.pages ?? 0) + 1 }]] : [];
  });
  const next = Object.fromEntries(entries);
  return JSON.stringify(next) === JSON.stringify(record) ? record : next;
}

/** The filters that hid everything on several pages in a row, most likely without that being meant. */
export const hidingProblems = (record: HidingRecord, filters: readonly Filter[]): readonly FilterProblem[] =>
  filters.flatMap(({ id, name, condition, action, enabled }) => {
    const entry = record[id];
    return enabled && action === "hide" && entry?.condition === condition && entry.pages >= pagesInARow
      ? [{ code: "filter-hides-all", args: [name === "" ? condition : name, String(entry.pages)], filter: id }]
      : [];
  });

/** The record of this device; empty where there is none that can be read. */
export async function readHidingRecord(local: StorageArea): Promise<HidingRecord> {
  const stored = (await local.get([localKeys.hiding]))[localKeys.hiding];
  return isRecord(stored) ? stored : {};
}

/** Counts a page in the record of this device, which is written only where something changed. */
export async function recordPage(
  local: StorageArea,
  ...page: Parameters<typeof countPage> extends [unknown, ...infer Rest] ? Rest : never
): Promise<HidingRecord> {
  const record = await readHidingRecord(local);
  const next = countPage(record, ...page);
  if (next !== record) await local.set({ [localKeys.hiding]: next });
  return next;
}
