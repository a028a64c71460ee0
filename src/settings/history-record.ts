import type { Settings } from "@/model/settings.ts";
import { sameJson } from "@/sync/same-json.ts";

import { isTypingOn } from "./is-typing-on.ts";
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
 * kept whatever its length, so that it can always be undone. Long ones, as of a list of a hundred thousand lines, have
 * as much room again for themselves, so that one of them does not take the place of all others.
 */
const mostChanges = 500;
const mostCharacters = 8_000_000;
const longChange = mostCharacters / 4;

/** A change is let go before others where each of its items has so many later states. */
const enoughStates = 5;

/** Typing that goes on so soon after the last state is one with the edit before. */
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

/**
 * The names of the stored states that `recordChange` asks for: of what changed here, each one's newest if it is of this
 * sitting.
 */
export function statesOfSitting(
  changes: readonly HistoryChange[],
  before: Settings,
  after: Settings,
  now: number,
): readonly string[] {
  const numbers = namedKinds
    .flatMap((kind) => changedItems(kind, before[kind], after[kind]))
    .flatMap(({ item }) => newestOfSitting(changes, item, now)?.number ?? []);
  return [...new Set(numbers)].map(statesKey);
}

/**
 * @param states the stored states that `statesOfSitting` names; where one is missing, the change is recorded.
 * @returns null where no item changed, or where someone is only typing on.
 */
export function recordChange(
  changes: readonly HistoryChange[],
  before: Settings,
  after: Settings,
  cause: HistoryChange["cause"],
  now: number,
  states: Readonly<Record<string, unknown>> = {},
): HistoryRecord | null {
  const found = namedKinds
    .flatMap((kind) => changedItems(kind, before[kind], after[kind]))
    .filter(({ item, state, next }) => {
      if (!state || next === undefined) return true;
      const last = newestOfSitting(changes, item, now);
      if (last === undefined || last.cause !== cause) return true;
      const kept = keptItem(last, item, states[statesKey(last.number)]);
      return kept === null || !isTypingOn(kept, state.item, next);
    });
  if (found.length === 0) return null;
  const ended = found.map(({ state }) => state);
  const number = (changes.at(-1)?.number ?? 0) + 1;
  const items = found.map(({ item }) => item);
  const added = [...changes, { number, time: now, cause, items, length: JSON.stringify(ended).length }];
  const kept = withinLimits(added);
  const dropped = changes.filter((change) => !kept.includes(change));
  return {
    changes: kept,
    states: { [statesKey(number)]: ended },
    dropped: dropped.map((change) => statesKey(change.number)),
  };
}

/** Whether a change is one of typing, or of nothing that the history tells, and may be one with those around it. */
export const isGathered = (before: Settings, after: Settings): boolean =>
  namedKinds
    .flatMap((kind) => changedItems(kind, before[kind], after[kind]))
    .every(({ state, next }) => state !== null && next !== undefined && isTypingOn(state.item, state.item, next));

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

function newestOfSitting(
  changes: readonly HistoryChange[],
  { kind, id }: ItemChange,
  now: number,
): HistoryChange | undefined {
  const last = changes.findLast(({ items }) => items.some((item) => item.kind === kind && item.id === id));
  return last === undefined || Math.abs(now - last.time) > oneSitting ? undefined : last;
}

/** An item as a change's stored states have it; null where it was not there, or what is stored is no such state. */
function keptItem({ items }: HistoryChange, { kind, id }: ItemChange, stored: unknown): HistoryItem | null {
  if (!Array.isArray(stored)) return null;
  const index = items.findIndex((item) => item.kind === kind && item.id === id);
  const state = (stored as readonly unknown[])[index] as Partial<NonNullable<ItemState>> | null | undefined;
  return state?.item ?? null;
}

function withinLimits(changes: readonly HistoryChange[]): readonly HistoryChange[] {
  const isLong = ({ length }: HistoryChange): boolean => length > longChange;
  const newest = changes.slice(-1);
  const older = changes.slice(0, -1);
  const room = (long: boolean): number => mostCharacters - sumOf(newest.filter((change) => isLong(change) === long));
  const short = fitting(
    older.filter((change) => !isLong(change)),
    newest,
    mostChanges - 1,
    room(false),
  );
  const long = fitting(older.filter(isLong), newest, mostChanges - 1 - short.length, room(true));
  const kept = new Set([...short, ...long, ...newest]);
  return changes.filter((change) => kept.has(change));
}

const sumOf = (changes: readonly HistoryChange[]): number => changes.reduce((sum, { length }) => sum + length, 0);

/** The changes without those to let go of so that no more than `most` of no more than `room` characters are left. */
function fitting(
  changes: readonly HistoryChange[],
  newest: readonly HistoryChange[],
  most: number,
  room: number,
): readonly HistoryChange[] {
  const kept = [...changes];
  let length = sumOf(kept);
  while (kept.length > 0 && (kept.length > most || length > room)) {
    const least = kept.findIndex((change, index) => hasEnoughStates(change, [...kept.slice(index + 1), ...newest]));
    const [gone] = kept.splice(Math.max(least, 0), 1);
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
