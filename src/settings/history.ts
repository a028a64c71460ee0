import type { Settings } from "@/model/settings.ts";

import { readHistory, statesKey } from "./history-record.ts";
import type { HistoryChange, HistoryItem, HistoryKind, ItemState } from "./history-record.ts";
import { localKeys } from "./local-keys.ts";
import { mergeSettings } from "./merge-settings.ts";
import { readSettings } from "./settings-schema.ts";
import type { SettingsStore } from "./settings-store.ts";
import type { StorageArea } from "./storage-area.ts";
import { readUnrecorded } from "./unrecorded-states.ts";

export type { HistoryChange, HistoryItem, HistoryKind };

/** What came of going back: `gone` where the state is no longer kept, `refused` where settings could not be stored. */
export type WayBack = "done" | "gone" | "refused";

/** The former states of lists, filters and recipes on this device. The background records them a little later. */
export interface SettingsHistory {
  /** The changes that are kept, newest first. */
  readonly changes: () => Promise<readonly HistoryChange[]>;
  /** Whether something was changed since that is not recorded yet. */
  readonly isBehind: () => Promise<boolean>;
  /** An item as it was before a change; null where there was none or it is no longer kept. */
  readonly stateBefore: (change: number, kind: HistoryKind, id: string) => Promise<HistoryItem | null>;
  /** Makes an item what it was before a change, wherever it is now. */
  readonly restore: (change: number, kind: HistoryKind, id: string) => Promise<WayBack>;
  /**
   * Takes a change back: what it deleted is there again, what it added is gone, what it changed is as before; what was
   * changed since then stays.
   */
  readonly undo: (change: number) => Promise<WayBack>;
  /** Calls the listener after every record and when something is to be recorded, until the signal is aborted. */
  readonly watch: (listener: () => void, signal?: AbortSignal) => void;
}

export function createSettingsHistory(local: StorageArea, store: SettingsStore): SettingsHistory {
  const changes = async (): Promise<readonly HistoryChange[]> =>
    readHistory((await local.get([localKeys.history]))[localKeys.history]).toReversed();

  const statesOf = async (number: number): Promise<readonly unknown[]> => {
    const states = (await local.get([statesKey(number)]))[statesKey(number)];
    return Array.isArray(states) ? (states as readonly unknown[]) : [];
  };

  const find = async (number: number, kind: HistoryKind, id: string): Promise<ItemState | undefined> => {
    const change = (await changes()).find((one) => one.number === number);
    const index = change?.items.findIndex((item) => item.kind === kind && item.id === id) ?? -1;
    return index === -1 ? undefined : readState(kind, (await statesOf(number))[index]);
  };

  const write = (change: (settings: Settings) => Settings): Promise<WayBack> =>
    store.update(change).then(
      ({ written }) => (written ? "done" : "refused"),
      () => "refused",
    );

  return {
    changes,
    isBehind: async () => readUnrecorded((await local.get([localKeys.unrecorded]))[localKeys.unrecorded]).length > 0,
    stateBefore: async (number, kind, id) => (await find(number, kind, id))?.item ?? null,
    restore: async (number, kind, id) => {
      const state = await find(number, kind, id);
      return state ? write((settings) => withItem(settings, kind, id, state)) : "gone";
    },
    undo: async (number) => {
      const all = await changes();
      const change = all.find((one) => one.number === number);
      if (change === undefined) return "gone";
      const states = await statesOf(number);
      const later = all.filter((one) => one.number > number).toReversed();
      const steps = await Promise.all(
        change.items.map(async ({ kind, id }, index) => {
          const next = later.find(({ items }) => items.some((item) => item.kind === kind && item.id === id));
          const after = next === undefined ? undefined : await find(next.number, kind, id);
          return { kind, id, before: readState(kind, states[index]), after };
        }),
      );
      return write((settings) => {
        const ended = steps.reduce(
          (part, { kind, id, after }) => (after === undefined ? part : withItem(part, kind, id, after)),
          settings,
        );
        const undone = steps.reduce((part, { kind, id, before }) => withItem(part, kind, id, before), ended);
        return mergeSettings(ended, settings, withNamesOf(settings, ended, undone));
      });
    },
    watch: (listener, signal) => {
      local.watch((keys) => {
        if (keys.includes(localKeys.history) || keys.includes(localKeys.unrecorded)) listener();
      }, signal);
    },
  };
}

/** Settings in which what was renamed since then has the name that it has now, which is no other side's to be kept. */
const withNamesOf = (now: Settings, then: Settings, settings: Settings): Settings => ({
  ...settings,
  lists: renamed(settings.lists, now.lists, then.lists),
  filters: renamed(settings.filters, now.filters, then.filters),
  subscriptions: renamed(settings.subscriptions, now.subscriptions, then.subscriptions),
});

const renamed = <Item extends { readonly id: string; readonly name: string }>(
  items: readonly Item[],
  news: readonly Item[],
  olds: readonly Item[],
): readonly Item[] =>
  items.map((item) => {
    const [is, was] = [news, olds].map((all) => all.find(({ id }) => id === item.id)?.name);
    return is === undefined || is === was ? item : { ...item, name: is };
  });

function readState(kind: HistoryKind, stored: unknown): ItemState {
  const state = stored as { readonly item?: unknown; readonly index?: unknown } | null | undefined;
  const [item] = readSettings({ [kind]: [state?.item] }).settings[kind];
  return item === undefined ? null : { item, index: typeof state?.index === "number" ? state.index : 0 };
}

/** Settings with an item as it was, where it stands now or else where it stood; without it where there was none. */
function withItem(settings: Settings, kind: HistoryKind, id: string, state: ItemState): Settings {
  const items: readonly HistoryItem[] = settings[kind];
  if (state === null) return { ...settings, [kind]: items.filter((item) => item.id !== id) };
  const known = items.some((item) => item.id === id);
  return {
    ...settings,
    [kind]: known
      ? items.map((item) => (item.id === id ? state.item : item))
      : items.toSpliced(Math.min(state.index, items.length), 0, state.item),
  };
}
