import { browser } from "./browser.ts";

/**
 * The browser's storage areas in the shape that `settings` takes: this device's, and the one carried between devices.
 */
export const browserStorage = () => ({ local: storageArea("local"), sync: storageArea("sync") });

function storageArea(name: "local" | "sync") {
  const area = browser.storage[name];
  return {
    get: (keys: string[] | null): Promise<Record<string, unknown>> => area.get(keys),
    set: (items: Record<string, unknown>): Promise<void> => area.set(items),
    remove: (keys: string[]): Promise<void> => area.remove(keys),
    watch: (listener: (keys: readonly string[]) => void, signal?: AbortSignal): void => {
      // `storage.onChanged` with the area's name exists everywhere; the areas' own events came later.
      const onChanged = (changes: Record<string, unknown>, areaName: string): void => {
        if (areaName === name) listener(Object.keys(changes));
      };
      browser.storage.onChanged.addListener(onChanged);
      signal?.addEventListener("abort", () => browser.storage.onChanged.removeListener(onChanged), { once: true });
    },
  };
}
