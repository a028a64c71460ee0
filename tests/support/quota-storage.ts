import type { StorageArea } from "@/settings/storage-area.ts";
import { syncQuota } from "@/sync/quotas.ts";

/** A storage area in memory that refuses what the browser's would refuse. */
export interface FakeArea extends StorageArea {
  readonly items: Map<string, unknown>;
  /** Makes the next writes fail with this message, as a browser does that is out of quota or offline. */
  refuse: string | null;
}

const bytes = (key: string, value: unknown): number => new TextEncoder().encode(key + JSON.stringify(value)).length;

function fakeArea(limited: boolean): FakeArea {
  const items = new Map<string, unknown>();
  const listeners = new Set<(keys: readonly string[]) => void>();
  const tell = (keys: readonly string[]): void => {
    for (const listener of listeners) listener(keys);
  };
  const area: FakeArea = {
    items,
    refuse: null,
    get: async (keys) =>
      structuredClone(Object.fromEntries([...items].filter(([key]) => keys === null || keys.includes(key)))),
    set: async (added) => {
      if (area.refuse !== null) throw new Error(area.refuse);
      const after = new Map([...items, ...Object.entries(structuredClone(added))]);
      if (limited) {
        const sizes = [...after].map(([key, value]) => bytes(key, value));
        if (sizes.some((size) => size > syncQuota.itemBytes)) throw new Error("QUOTA_BYTES_PER_ITEM quota exceeded");
        if (sizes.reduce((sum, size) => sum + size, 0) > syncQuota.totalBytes) {
          throw new Error("QUOTA_BYTES quota exceeded");
        }
        if (after.size > syncQuota.items) throw new Error("MAX_ITEMS quota exceeded");
      }
      for (const [key, value] of after) items.set(key, value);
      tell(Object.keys(added));
    },
    remove: async (keys) => {
      for (const key of keys) items.delete(key);
      tell(keys);
    },
    watch: (listener, signal) => {
      listeners.add(listener);
      signal?.addEventListener("abort", () => listeners.delete(listener), { once: true });
    },
  };
  return area;
}

/** Storage in memory for tests: a free local area and a sync area with the browser's quotas. */
export const fakeStorage = (): { readonly local: FakeArea; readonly sync: FakeArea } => ({
  local: fakeArea(false),
  sync: fakeArea(true),
});
