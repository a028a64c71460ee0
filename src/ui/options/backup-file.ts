import type { Problem } from "@/model/problem.ts";
import type { Settings } from "@/model/settings.ts";
import { readSettings, settingsVersion } from "@/settings/settings-schema.ts";

/** What the file says it is, so that no other JSON file is taken for one. */
const format = "winnow-settings";

/** The text of a backup file: everything the user has set, with the version of its form. */
export const writeBackup = (settings: Settings): string =>
  `${JSON.stringify({ format, version: settingsVersion, settings }, null, 2)}\n`;

export type Backup =
  | { readonly ok: true; readonly settings: Settings; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problem: Problem };

/** Reads a backup file. Lists and filters that can't be read are named as a problem and left out. */
export function readBackup(text: string): Backup {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch {
    return { ok: false, problem: { code: "backup-not-json", args: [] } };
  }
  if (typeof file !== "object" || file === null || !("format" in file) || file.format !== format) {
    return { ok: false, problem: { code: "backup-not-ours", args: [] } };
  }
  const { version, settings } = file as { readonly version?: unknown; readonly settings?: unknown };
  if (typeof version !== "number" || typeof settings !== "object" || settings === null) {
    return { ok: false, problem: { code: "backup-not-ours", args: [] } };
  }
  if (version > settingsVersion) return { ok: false, problem: { code: "backup-newer", args: [] } };
  const read = readSettings(settings);
  const left = Array.isArray(read.unreadable) ? read.unreadable.length : 0;
  return {
    ok: true,
    settings: read.settings,
    problems: left === 0 ? [] : [{ code: "backup-partly-unreadable", args: [String(left)] }],
  };
}

/**
 * Adds a backup to the settings: lists, filters and recipes that are there already, by their ids, become as the backup
 * has them, the others are added; nothing is taken away.
 */
export function addBackup(settings: Settings, backup: Settings): Settings {
  return {
    ...backup,
    pausedSites: [...new Set([...settings.pausedSites, ...backup.pausedSites])],
    lists: addItems(settings.lists, backup.lists),
    filters: addItems(settings.filters, backup.filters),
    recipes: addItems(settings.recipes, backup.recipes),
  };
}

function addItems<Item extends { readonly id: string }>(items: readonly Item[], added: readonly Item[]): Item[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  for (const item of added) byId.set(item.id, item);
  return [...byId.values()];
}
