import type { Problem } from "@/model/problem.ts";
import { checksum, joinChunks, splitChunks, surplusChunks } from "@/sync/split-chunks.ts";
import type { ChunkHead } from "@/sync/split-chunks.ts";

import { packText, unpackText } from "./pack-text.ts";
import { readSettings, settingsVersion } from "./settings-schema.ts";
import { localKeys } from "./settings-store.ts";
import type { StorageAreas } from "./storage-area.ts";

/** The name of the head item in `storage.sync`; its chunks are `settings.0`, `settings.1`, … */
const syncName = "settings";

/** What this device knows of its last exchange; an item of local storage. */
interface SyncState {
  readonly device: string;
  /** The checksum of the packed settings that were last sent or taken over, and when they were written. */
  readonly checksum: number | null;
  readonly modified: number;
  readonly problem: Problem | null;
}

export interface SettingsSync {
  /** Takes over newer settings of another device, or else sends this device's. Runs one at a time. */
  readonly exchange: () => Promise<void>;
}

/**
 * Keeps this device's settings and `storage.sync` the same. Local storage is the truth of this device: it is written
 * first and by itself, so a write to `storage.sync` that is refused or cut short loses nothing and is made again at
 * the next exchange. A reader takes over only what its checksum proves to be a whole write.
 */
export function createSettingsSync(areas: StorageAreas, now: () => number): SettingsSync {
  let running: Promise<void> = Promise.resolve();
  const exchange = async (): Promise<void> => {
    const state = await readState(areas);
    const stored = await areas.sync.get(null);
    const remote = joinChunks(syncName, stored);
    const local = (await areas.local.get([localKeys.settings]))[localKeys.settings];
    const packed = local === undefined ? null : await packText(JSON.stringify(local));
    const changedHere = packed !== null && checksum(packed) !== state.checksum;
    const changedThere = remote !== null && remote.head.checksum !== state.checksum;
    if (changedThere && (!changedHere || remote.head.modified > modifiedAt(local))) {
      await takeOver(areas, remote, local, state);
    } else if (packed !== null && (changedHere || remote === null)) {
      if (changedThere) await keepAside(areas, remote);
      await send(areas, packed, Object.keys(stored), { ...state, modified: modifiedAt(local) || now() });
    }
  };
  return {
    exchange: () => {
      running = running.then(exchange, exchange);
      return running;
    },
  };
}

async function takeOver(
  areas: StorageAreas,
  remote: { readonly text: string; readonly head: ChunkHead },
  local: unknown,
  state: SyncState,
): Promise<void> {
  let settings: unknown;
  try {
    settings = JSON.parse(await unpackText(remote.text));
  } catch {
    await writeState(areas, { ...state, problem: { code: "sync-unreadable", args: [] } });
    return;
  }
  const version = (settings as { readonly version?: unknown } | null)?.version;
  if (typeof version !== "number" || version > settingsVersion || readSettings(settings).unreadable !== null) {
    await writeState(areas, { ...state, problem: { code: "sync-unreadable", args: [] } });
    return;
  }
  // One write: what is taken over and the note that it was cannot come apart.
  await areas.local.set({
    [localKeys.settings]: settings,
    ...(local === undefined ? {} : { [localKeys.beforeSync]: local }),
    [localKeys.sync]: { ...state, checksum: remote.head.checksum, modified: remote.head.modified, problem: null },
  });
}

/** Keeps another device's settings that this device's newer ones are about to replace. */
async function keepAside(areas: StorageAreas, remote: { readonly text: string }): Promise<void> {
  const settings = await unpackText(remote.text).catch(() => remote.text);
  await areas.local.set({ [localKeys.replacedInSync]: settings });
}

async function send(areas: StorageAreas, packed: string, storedKeys: string[], state: SyncState): Promise<void> {
  const items = splitChunks(syncName, packed, { modified: state.modified, device: state.device });
  if (items === null) {
    await writeState(areas, { ...state, problem: { code: "sync-quota", args: [] } });
    return;
  }
  try {
    const surplus = surplusChunks(syncName, storedKeys, items);
    // Where the new text is shorter, the chunks it no longer needs would count against the quota of the whole area.
    if (surplus.length > 0) await areas.sync.remove(surplus);
    await areas.sync.set(items);
  } catch (error) {
    await writeState(areas, { ...state, problem: { code: "sync-refused", args: [String(error)] } });
    return;
  }
  await writeState(areas, { ...state, checksum: checksum(packed), problem: null });
}

async function readState(areas: StorageAreas): Promise<SyncState> {
  const stored = (await areas.local.get([localKeys.sync]))[localKeys.sync] as SyncState | undefined;
  if (typeof stored?.device === "string") return stored;
  const state: SyncState = { device: crypto.randomUUID(), checksum: null, modified: 0, problem: null };
  await writeState(areas, state);
  return state;
}

const writeState = (areas: StorageAreas, state: SyncState): Promise<void> =>
  areas.local.set({ [localKeys.sync]: state });

const modifiedAt = (stored: unknown): number => {
  const modified = (stored as { readonly modified?: unknown } | null | undefined)?.modified;
  return typeof modified === "number" ? modified : 0;
};
