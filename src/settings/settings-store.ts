import type { RunAlone } from "@/model/run-alone.ts";
import type { Settings } from "@/model/settings.ts";

import { localKeys } from "./local-keys.ts";
import { runAlone } from "./run-alone.ts";
import { createSettingsReader } from "./settings-reader.ts";
import type { LoadedSettings, SettingsReader } from "./settings-reader.ts";
import type { StorageArea } from "./storage-area.ts";
import { itemsToStore, readStoredSettings } from "./stored-settings.ts";
import { unrecordedItem } from "./unrecorded-states.ts";

export { localKeys };

/** What came of a change. */
export interface UpdatedSettings extends LoadedSettings {
  /** Whether it was stored; settings of a newer version are not, which is among the problems then. */
  readonly written: boolean;
}

/** The settings as the rest of the extension sees them: this device's truth, kept in its local storage. */
export interface SettingsStore extends SettingsReader {
  /**
   * Changes the settings. Changes from one browser are applied one after another, whichever page they come from.
   *
   * @throws where storage refuses the write; the settings are then as they were.
   */
  readonly update: (change: (settings: Settings) => Settings) => Promise<UpdatedSettings>;
}

/**
 * A change is one write of plain settings. What follows from it, the history and the exchange with other devices, the
 * background works out from the settings as they are stored, so that nothing is lost where it comes too late; what the
 * history has to tell apart is written with them.
 */
export function createSettingsStore(local: StorageArea, alone: RunAlone = runAlone): SettingsStore {
  return {
    ...createSettingsReader(local),
    update: (change) =>
      alone(async (isHeld = () => true) => {
        const stored = await local.get([localKeys.settings, localKeys.unreadable, localKeys.unrecorded]);
        const before = readStoredSettings(stored[localKeys.settings]);
        if (before.newer) return { settings: before.settings, problems: before.problems, written: false };
        const settings = change(before.settings);
        // Someone else may have changed them since they were read.
        if (!isHeld()) throw new Error("The settings cannot be reached.");
        await local.set({
          ...itemsToStore(settings, before, stored[localKeys.unreadable], Date.now()),
          ...unrecordedItem(stored[localKeys.unrecorded], before.settings, settings),
        });
        return { settings, problems: before.problems, written: true };
      }),
  };
}
