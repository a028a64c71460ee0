import { browserStorage } from "@/browser/storage-areas.ts";
import { localKeys } from "@/settings/settings-store.ts";
import { createSettingsSync } from "@/settings/settings-sync.ts";

/**
 * Milliseconds that changes are gathered for before they go to `storage.sync`: it takes 1,800 writes an hour, one in
 * two seconds, and a person typing changes settings more often than that.
 */
const gatherFor = 2000;

/** Exchanges settings with `storage.sync` when either side changes, and whenever the background starts. */
export function exchangeSettings(): void {
  const areas = browserStorage();
  const sync = createSettingsSync(areas, Date.now);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void sync.exchange();
    }, gatherFor);
  };
  areas.local.watch((keys) => {
    if (keys.includes(localKeys.settings)) soon();
  });
  areas.sync.watch(soon);
  void sync.exchange();
}
