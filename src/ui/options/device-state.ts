import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

import { grantedSites, watchPermissions } from "@/browser/site-permission.ts";
import type { Problem } from "@/model/problem.ts";
import { localKeys } from "@/settings/settings-store.ts";
import type { StorageArea } from "@/settings/storage-area.ts";

/** What this device knows beside the settings themselves. */
export interface DeviceState {
  /** The match patterns that the user granted. */
  readonly granted: ReadonlySignal<readonly string[]>;
  readonly sync: ReadonlySignal<SyncStatus>;
  /** What could not be read of the stored settings, as text, or null. */
  readonly unreadable: ReadonlySignal<string | null>;
  readonly dropUnreadable: () => Promise<void>;
}

export interface SyncStatus {
  /** When the synced settings were last changed, in milliseconds since the epoch; 0 where nothing was exchanged yet. */
  readonly modified: number;
  readonly problem: Problem | null;
}

/** Reads this device's state and follows it until the abort. */
export async function openDeviceState(local: StorageArea, abort: AbortSignal): Promise<DeviceState> {
  const granted = signal<readonly string[]>([]);
  const sync = signal<SyncStatus>({ modified: 0, problem: null });
  const unreadable = signal<string | null>(null);

  const readGranted = async (): Promise<void> => {
    granted.value = await grantedSites();
  };
  const readStored = async (): Promise<void> => {
    const stored = await local.get([localKeys.sync, localKeys.unreadable]);
    const state = stored[localKeys.sync] as Partial<SyncStatus> | undefined;
    sync.value = { modified: state?.modified ?? 0, problem: state?.problem ?? null };
    const kept = stored[localKeys.unreadable];
    unreadable.value = kept === undefined ? null : JSON.stringify(kept, null, 2);
  };

  watchPermissions(() => void readGranted(), abort);
  local.watch((keys) => {
    if (keys.includes(localKeys.sync) || keys.includes(localKeys.unreadable)) void readStored();
  }, abort);
  await Promise.all([readGranted(), readStored()]);
  return { granted, sync, unreadable, dropUnreadable: () => local.remove([localKeys.unreadable]) };
}
