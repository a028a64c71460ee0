import type { Settings } from "@/model/settings.ts";

import { readHistory, recordChange, statesOfSitting } from "./history-record.ts";
import type { HistoryChange, HistoryRecord } from "./history-record.ts";
import { localKeys } from "./local-keys.ts";
import { readSettings } from "./settings-schema.ts";

type Items = Readonly<Record<string, unknown>>;

/** The settings from one exchange to the next. */
export interface ExchangedStates {
  readonly before: Settings;
  /** As they were changed here since: each state that the history tells apart, at least one. */
  readonly here: readonly Settings[];
  /** With what came from elsewhere. */
  readonly after: Settings;
}

type Step = readonly [before: Settings, after: Settings, cause: HistoryChange["cause"]];

const stepsOf = ({ before, here, after }: ExchangedStates): readonly Step[] => [
  ...here.map((state, index): Step => [here[index - 1] ?? before, state, "here"]),
  [here.at(-1) ?? before, after, "sync"],
];

/** The names of further items of storage that `historyItems` looks at, beside those of {@link localKeys}. */
export function historyKeys(stored: Items, states: ExchangedStates, now: number): string[] {
  const changes = readHistory(stored[localKeys.history]);
  const keys = stepsOf(states).flatMap(([before, after]) => statesOfSitting(changes, before, after, now));
  return [...new Set(keys)];
}

/**
 * The items to write so that the history holds what an exchange changed, and the names of those to remove afterwards.
 *
 * @param stored What this device's storage holds, with what `historyKeys` names.
 */
export function historyItems(
  stored: Items,
  states: ExchangedStates,
  now: number,
): [items: Record<string, unknown>, dropped: readonly string[]] {
  let changes = readHistory(stored[localKeys.history]);
  const items: Record<string, unknown> = {};
  const dropped: string[] = [];
  const add = (record: HistoryRecord | null): void => {
    if (record === null) return;
    changes = record.changes;
    Object.assign(items, { [localKeys.history]: changes }, record.states);
    dropped.push(...record.dropped);
  };
  for (const key of [localKeys.beforeSync, localKeys.replacedInSync]) {
    if (!Object.hasOwn(stored, key)) continue;
    add(keptAside(changes, stored[key], states.after, now));
    // Gone with the same write, so that being cut short before the removal does not record it twice.
    items[key] = null;
    dropped.push(key);
  }
  for (const [before, after, cause] of stepsOf(states)) {
    add(recordChange(changes, before, after, cause, now, { ...stored, ...items }));
  }
  if (stored[localKeys.unrecorded] !== undefined && stored[localKeys.unrecorded] !== null) {
    items[localKeys.unrecorded] = null;
  }
  return [items, dropped];
}

/** Settings that the extension's first version kept aside, as states that today's items once had. */
function keptAside(
  changes: readonly HistoryChange[],
  stored: unknown,
  settings: Settings,
  now: number,
): HistoryRecord | null {
  let kept = stored;
  if (typeof stored === "string") {
    try {
      kept = JSON.parse(stored);
    } catch {
      return null;
    }
  }
  if (typeof kept !== "object" || kept === null) return null;
  const old = readSettings(kept).settings;
  const same: Settings = {
    ...settings,
    lists: itemsOf(settings.lists, old.lists),
    filters: itemsOf(settings.filters, old.filters),
    recipes: itemsOf(settings.recipes, old.recipes),
  };
  return recordChange(changes, old, same, "sync", now);
}

const itemsOf = <Item extends { readonly id: string }>(
  items: readonly Item[],
  olds: readonly Item[],
): readonly Item[] => items.filter(({ id }) => olds.some((old) => old.id === id));
