import { browserStorage } from "@/browser/storage-areas.ts";
import { localKeys } from "@/settings/local-keys.ts";
import { createSettingsSync } from "@/settings/settings-sync.ts";

/**
 * Milliseconds that changes are gathered for before they go to `storage.sync`: it takes 1,800 writes an hour, one in
 * two seconds, and a person typing changes settings more often than that.
 */
const gatherFor = 2000;

/** Exchanges settings with `storage.sync` when either side changes, and whenever the background starts. */
export function exchangeSettings(): void {
  const areas = browserStorage();
  const sync = createSettingsSync(areas);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Infinity;
  const exchangeIn = (wait: number): void => {
    if (Date.now() + wait >= due) return;
    clearTimeout(timer);
    due = Date.now() + wait;
    timer = setTimeout(() => {
      due = Infinity;
      void exchange();
    }, wait);
  };
  const exchange = async (): Promise<void> => {
    // Local storage may refuse a write, a full disk for one; the settings are as they were then, and so is the rest.
    const wait = await sync.exchange().catch(() => null);
    if (wait !== null) exchangeIn(wait);
  };
  areas.local.watch((keys) => {
    if (keys.includes(localKeys.settings) || keys.includes(localKeys.staying)) exchangeIn(gatherFor);
  });
  areas.sync.watch(() => exchangeIn(gatherFor));
  void exchange();
}
