import type { Problem } from "@/model/problem.ts";
import type { Settings } from "@/model/settings.ts";

import { localKeys } from "./local-keys.ts";
import type { StorageArea } from "./storage-area.ts";
import { readStoredSettings } from "./stored-settings.ts";

export interface LoadedSettings {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

/** The settings as pages see them, which change nothing: this device's truth, kept in its local storage. */
export interface SettingsReader {
  readonly load: () => Promise<LoadedSettings>;
  /** Calls the listener with the settings after every change, from wherever it came, until the signal is aborted. */
  readonly watch: (listener: (loaded: LoadedSettings) => void, signal?: AbortSignal) => void;
}

/** Kept apart from what changes settings, so that every page loads no more than it needs. */
export function createSettingsReader(local: StorageArea): SettingsReader {
  const load = async (): Promise<LoadedSettings> => {
    const stored = await local.get([localKeys.settings, localKeys.sync, localKeys.unreadable]);
    const { settings, problems } = readStoredSettings(stored[localKeys.settings]);
    const ofSync = (stored[localKeys.sync] as { readonly problem?: Problem | null } | null | undefined)?.problem;
    const keptAside: Problem = { code: "settings-kept-aside", args: [] };
    return {
      settings,
      problems: [
        ...problems,
        // What was put aside waits for the user to copy it or let it go.
        ...(problems.length === 0 && stored[localKeys.unreadable] !== undefined ? [keptAside] : []),
        ...(ofSync ? [ofSync] : []),
      ],
    };
  };
  return {
    load,
    watch: (listener, signal) => {
      local.watch((keys) => {
        if (!keys.includes(localKeys.settings) && !keys.includes(localKeys.unreadable)) return;
        // A rejection means that the extension was reloaded or removed under this page: nothing is left to listen to.
        void load().then(
          (loaded) => (signal?.aborted === true ? undefined : listener(loaded)),
          () => undefined,
        );
      }, signal);
    },
  };
}
