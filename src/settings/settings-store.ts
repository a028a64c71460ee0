import type { Problem } from "@/model/problem.ts";
import type { Settings } from "@/model/settings.ts";

import { readSettings, settingsVersion } from "./settings-schema.ts";
import type { StorageArea } from "./storage-area.ts";

/** The names of the items in this device's storage. */
export const localKeys = {
  /** The settings themselves, with their version. */
  settings: "settings",
  /** Parts of settings that could not be read, as they were; the settings page offers them for copying. */
  unreadable: "settings-unreadable",
  /** The settings as they were before another device's were taken over. */
  beforeSync: "settings-before-sync",
  /** Another device's settings, as JSON, that this device's newer ones replaced in `storage.sync`. */
  replacedInSync: "settings-replaced-in-sync",
  /** What this device knows of its last exchange with `storage.sync`. */
  sync: "sync",
} as const;

export interface LoadedSettings {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

/** The settings as the rest of the extension sees them: this device's truth, kept in its local storage. */
export interface SettingsStore {
  readonly load: () => Promise<LoadedSettings>;
  /**
   * Changes the settings. Changes from one browser are applied one after another, whichever page they come from.
   *
   * @throws where storage refuses the write; the settings are then as they were.
   */
  readonly update: (change: (settings: Settings) => Settings) => Promise<LoadedSettings>;
  /** Calls the listener with the settings after every change, from wherever it came, until the signal is aborted. */
  readonly watch: (listener: (loaded: LoadedSettings) => void, signal?: AbortSignal) => void;
}

/** The lock that makes reading, changing and writing one step across all pages of the extension. */
const lockName = "winnow-settings";

export function createSettingsStore(local: StorageArea): SettingsStore {
  const load = async (): Promise<LoadedSettings> => {
    const { settings, problems } = await read(local);
    const problem = ((await local.get([localKeys.sync]))[localKeys.sync] as { problem?: Problem } | undefined)?.problem;
    return { settings, problems: problem ? [...problems, problem] : problems };
  };
  return {
    load,
    update: (change) =>
      navigator.locks.request(lockName, async () => {
        const before = await read(local);
        if (before.newer) return { settings: before.settings, problems: before.problems };
        const settings = change(before.settings);
        const items: Record<string, unknown> = {
          [localKeys.settings]: { version: settingsVersion, modified: Date.now(), ...settings },
        };
        if (before.unreadable !== null) {
          // What could not be read would be gone with this write, so it is put aside in the same write.
          const kept = (await local.get([localKeys.unreadable]))[localKeys.unreadable];
          items[localKeys.unreadable] = [...(Array.isArray(kept) ? kept : []), before.unreadable];
        }
        await local.set(items);
        return { settings, problems: before.problems };
      }),
    watch: (listener, signal) => {
      local.watch((keys) => {
        if (!keys.includes(localKeys.settings)) return;
        // A rejection means that the extension was reloaded or removed under this page: nothing is left to listen to.
        void load().then(
          (loaded) => (signal?.aborted === true ? undefined : listener(loaded)),
          () => undefined,
        );
      }, signal);
    },
  };
}

async function read(local: StorageArea) {
  const stored = (await local.get([localKeys.settings]))[localKeys.settings];
  const version = typeof stored === "object" && stored !== null && "version" in stored ? stored.version : undefined;
  const newer = typeof version === "number" && version > settingsVersion;
  const found = readSettings(stored);
  // A newer version of the extension wrote these: they are used as far as they are understood and never overwritten.
  return newer ? { ...found, problems: [{ code: "settings-newer", args: [] }], newer } : { ...found, newer };
}
