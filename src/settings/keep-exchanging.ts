import { localKeys } from "./local-keys.ts";
import type { SettingsSync } from "./settings-sync.ts";
import type { StorageAreas } from "./storage-area.ts";

/**
 * Milliseconds that changes are gathered for before they go to `storage.sync`: it takes 1,800 writes an hour, one in
 * two seconds, and a person typing changes settings more often than that.
 */
const gatherFor = 2000;

/** A clock with one alarm, which the next one replaces; the browser's timers, or a simulation's. */
export interface Alarm {
  readonly now: () => number;
  readonly set: (run: () => void, milliseconds: number) => void;
}

/** Exchanges settings at once, after each change on either side, and when the exchange asks for it. */
export function keepExchanging(areas: StorageAreas, sync: SettingsSync, alarm: Alarm): void {
  let due = Infinity;
  const exchangeIn = (milliseconds: number): void => {
    if (alarm.now() + milliseconds >= due) return;
    due = alarm.now() + milliseconds;
    alarm.set(() => {
      due = Infinity;
      void exchange();
    }, milliseconds);
  };
  const exchange = async (): Promise<void> => {
    // Local storage may refuse a write, of a full disk for one; the settings are as they were then, and so is the rest.
    const milliseconds = await sync.exchange().catch(() => null);
    if (milliseconds !== null) exchangeIn(milliseconds);
  };
  areas.local.watch((keys) => {
    if (keys.includes(localKeys.settings) || keys.includes(localKeys.staying)) exchangeIn(gatherFor);
  });
  areas.sync.watch(() => exchangeIn(gatherFor));
  void exchange();
}
