import { browserStorage } from "@/browser/storage-areas.ts";
import { keepExchanging } from "@/settings/keep-exchanging.ts";
import { createSettingsSync } from "@/settings/settings-sync.ts";

/** Exchanges settings with `storage.sync` when either side changes, and whenever the background starts. */
export function exchangeSettings(): void {
  const areas = browserStorage();
  let timer: ReturnType<typeof setTimeout> | undefined;
  keepExchanging(areas, createSettingsSync(areas), {
    now: Date.now,
    set: (run, milliseconds) => {
      clearTimeout(timer);
      timer = setTimeout(run, milliseconds);
    },
  });
}
