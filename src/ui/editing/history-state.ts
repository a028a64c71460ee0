import { batch, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

import type { HistoryChange, HistoryItem, HistoryKind, SettingsHistory } from "@/settings/history.ts";

/** The former states of the settings as a page of ours shows them. */
export interface HistoryState extends Pick<SettingsHistory, "undo" | "restore"> {
  /** The changes that are kept, newest first. */
  readonly changes: ReadonlySignal<readonly HistoryChange[]>;
  /** Whether something was changed since that is not among them yet: none of them is the last change then. */
  readonly isBehind: ReadonlySignal<boolean>;
  /**
   * What a change made of an item: the item before, and as it was until the next change of it; null on either side
   * where there was none, undefined where it is as it is now.
   */
  readonly sidesOf: (change: number, kind: HistoryKind, id: string) => Promise<HistorySides>;
}

export interface HistorySides {
  readonly before: HistoryItem | null;
  readonly after: HistoryItem | null | undefined;
}

/** Reads the history and follows it until the abort. */
export async function openHistoryState(history: SettingsHistory, abort: AbortSignal): Promise<HistoryState> {
  const changes = signal<readonly HistoryChange[]>([]);
  const isBehind = signal(false);
  const read = async (): Promise<void> => {
    const [known, behind] = await Promise.all([history.changes(), history.isBehind()]);
    batch(() => {
      changes.value = known;
      isBehind.value = behind;
    });
  };
  history.watch(() => void read(), abort);
  await read();
  return {
    changes,
    isBehind,
    undo: history.undo,
    restore: history.restore,
    sidesOf: async (number, kind, id) => {
      const next = changes.value.findLast(
        (change) => change.number > number && change.items.some((item) => item.kind === kind && item.id === id),
      );
      return {
        before: await history.stateBefore(number, kind, id),
        after: next === undefined ? undefined : await history.stateBefore(next.number, kind, id),
      };
    },
  };
}
