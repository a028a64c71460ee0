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
  /** Forgets what could not be read, and gives the way back. */
  readonly dropUnreadable: () => Promise<() => Promise<void>>;
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
  const keptAside = async (): Promise<readonly unknown[]> => {
    const { [localKeys.unreadable]: kept } = await local.get([localKeys.unreadable]);
    return kept === undefined ? [] : Array.isArray(kept) ? (kept as readonly unknown[]) : [kept];
  };
  const dropUnreadable = async (): Promise<() => Promise<void>> => {
    const dropped = await keptAside();
    await local.remove([localKeys.unreadable]);
    // What was put aside meanwhile stays.
    return async () => local.set({ [localKeys.unreadable]: [...dropped, ...(await keptAside())] });
  };

  await Promise.all([readGranted(), readStored()]);
  return { granted, sync, unreadable, dropUnreadable };
}
