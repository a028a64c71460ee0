import type { Settings } from "@/model/settings.ts";
import { sameJson } from "@/sync/same-json.ts";

import { itemName, namedKinds } from "./item-names.ts";
import type { NamedKind } from "./item-names.ts";
import { localKeys } from "./local-keys.ts";

export type HistoryKind = NamedKind;
export type HistoryItem = Settings[HistoryKind][number];

/** What became of one item in a change. */
export interface ItemChange {
  readonly kind: HistoryKind;
  readonly id: string;
  /** What it was called before; what it is called now where it was added. */
  readonly name: string;
  readonly became: "added" | "changed" | "deleted";
}

/** One change of the settings; the states that it ended are kept in an item of their own. */
export interface HistoryChange {
  readonly number: number;
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** Where it came from: from this device, or from another one. */
  readonly cause: "here" | "sync";
  readonly items: readonly ItemChange[];
  /** The length of the states as JSON. */
  readonly length: number;
}

/** An item as it was before a change, and its index among its like; null where there was none. */
export type ItemState = { readonly item: HistoryItem; readonly index: number } | null;

/**
 * How much is kept: so many changes and characters as nobody misses more of and no disk feels. The newest change is
 * kept whatever its length, so that it can always be undone.
 */
const mostChanges = 500;
const mostCharacters = 8_000_000;

/** A change is let go before others where each of its items has so many later states. */
const enoughStates = 5;

/** Edits of so few lines, so soon after the last state, are one with the edit before: nobody goes back letter by letter. */
const smallEdit = 3;
const oneSitting = 10 * 60_000;

export const statesKey = (number: number): string => `${localKeys.history}.${number}`;

/** Reads the list of changes, oldest first; what is not as it should be is left out. */
export function readHistory(stored: unknown): readonly HistoryChange[] {
  const changes = Array.isArray(stored) ? (stored as readonly Partial<HistoryChange>[]) : [];
  return changes.filter(
    (change): change is HistoryChange =>
      Number.isSafeInteger(change?.number) && typeof change.time === "number" && Array.isArray(change.items),
  );
}

/** What to write and to remove so that the history has one change more. */
export interface HistoryRecord {
  readonly changes: readonly HistoryChange[];
  readonly states: Readonly<Record<string, readonly ItemState[]>>;
  readonly dropped: readonly string[];
}

/** @returns null where no item changed, or not enough to be kept. */
export function recordChange(
  changes: readonly HistoryChange[],
  before: Settings,
  after: Settings,
  cause: HistoryChange["cause"],
  now: number,
): HistoryRecord | null {
  const found = namedKinds
    .flatMap((kind) => changedItems(kind, before[kind], after[kind]))
    .filter(({ item, state, next }) => !isSmallEdit(changes, item, state?.item, next, cause, now));
  if (found.length === 0) return null;
  const states = found.map(({ state }) => state);
  const number = (changes.at(-1)?.number ?? 0) + 1;
  const items = found.map(({ item }) => item);
  const added = [...changes, { number, time: now, cause, items, length: JSON.stringify(states).length }];
  const kept = withinLimits(added);
  const dropped = changes.filter((change) => !kept.includes(change));
  return {
    changes: kept,
    states: { [statesKey(number)]: states },
    dropped: dropped.map((change) => statesKey(change.number)),
  };
}

interface FoundChange {
  readonly item: ItemChange;
  readonly state: ItemState;
  readonly next: HistoryItem | undefined;
}

function changedItems(
  kind: HistoryKind,
  before: readonly HistoryItem[],
  after: readonly HistoryItem[],
): readonly FoundChange[] {
  const now = new Map(after.map((item) => [item.id, item]));
  const was = new Set(before.map(({ id }) => id));
  const found: FoundChange[] = [];
  for (const [index, item] of before.entries()) {
    const next = now.get(item.id);
    if (next === item || (next !== undefined && sameJson(next, item))) continue;
    const became = next === undefined ? "deleted" : "changed";
    found.push({ item: { kind, id: item.id, name: itemName(item), became }, state: { item, index }, next });
  }
  for (const item of after) {
    if (was.has(item.id)) continue;
    found.push({ item: { kind, id: item.id, name: itemName(item), became: "added" }, state: null, next: item });
  }
  return found;
}

/** Whether an edit goes on with what the last state of the item was kept before. */
function isSmallEdit(
  changes: readonly HistoryChange[],
  { kind, id, became }: ItemChange,
  before: HistoryItem | undefined,
  after: HistoryItem | undefined,
  cause: HistoryChange["cause"],
  now: number,
): boolean {
  if (became !== "changed" || before === undefined || after === undefined) return false;
  const last = changes.findLast(({ items }) => items.some((item) => item.kind === kind && item.id === id));
  if (last === undefined || last.cause !== cause || Math.abs(now - last.time) > oneSitting) return false;
  if (!("lines" in before) || !("lines" in after)) return true;
  const left = new Set(after.lines);
  return before.lines.filter((line) => !left.has(line)).length <= smallEdit;
}

function withinLimits(changes: readonly HistoryChange[]): readonly HistoryChange[] {
  const kept = [...changes];
  let length = kept.reduce((sum, change) => sum + change.length, 0);
  while (kept.length > 1 && (kept.length > mostChanges || length > mostCharacters)) {
    const least = Math.max(
      kept.findIndex((change, index) => hasEnoughStates(change, kept.slice(index + 1))),
      0,
    );
    // The newest change stays, even where it is the only one whose items have later states.
    const [gone] = kept.splice(Math.min(least, kept.length - 2), 1);
    length -= gone?.length ?? 0;
  }
  return kept;
}

const hasEnoughStates = ({ items }: HistoryChange, later: readonly HistoryChange[]): boolean =>
  items.every(
    ({ kind, id }) =>
      later.filter((change) => change.items.some((item) => item.kind === kind && item.id === id)).length >=
      enoughStates,
  );
