import type { Problem } from "@/model/problem.ts";
import type { Settings } from "@/model/settings.ts";

import { localKeys } from "./local-keys.ts";
import { readSettings, settingsVersion } from "./settings-schema.ts";

/** The settings item of this device's storage, read. */
export interface StoredSettings {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
  /** Whether there is an item of settings at all, readable in part at least. */
  readonly present: boolean;
  /** The parts that could not be read, as they were stored, or null. */
  readonly unreadable: unknown;
  /** Whether something may be missing because it could not be read, now or at the last change; it was not deleted. */
  readonly incomplete: boolean;
  /** A newer version of the extension wrote them: they are used as far as they are understood and never overwritten. */
  readonly newer: boolean;
}

export function readStoredSettings(stored: unknown): StoredSettings {
  const version = typeof stored === "object" && stored !== null && "version" in stored ? stored.version : undefined;
  const newer = typeof version === "number" && version > settingsVersion;
  const present = typeof stored === "object" && stored !== null && !Array.isArray(stored);
  const read = readSettings(stored);
  const incomplete = read.unreadable !== null || (present && "incomplete" in stored && stored.incomplete === true);
  const found = { ...read, present, incomplete };
  return newer ? { ...found, problems: [{ code: "settings-newer", args: [] }], newer } : { ...found, newer };
}

/**
 * The items to write, in one call, to store settings in the place of others.
 *
 * @param keptAside The item of what could not be read before. What cannot be read now would be gone with this write, so
 *   it is added there.
 * @param incomplete Whether something may still be missing.
 */
export const itemsToStore = (
  settings: Settings,
  before: StoredSettings,
  keptAside: unknown,
  now: number,
  incomplete = before.incomplete,
): Record<string, unknown> => ({
  [localKeys.settings]: {
    version: settingsVersion,
    modified: now,
    ...(incomplete ? { incomplete } : {}),
    ...settings,
  },
  ...(before.unreadable === null
    ? {}
    : { [localKeys.unreadable]: [...(Array.isArray(keptAside) ? (keptAside as unknown[]) : []), before.unreadable] }),
});
