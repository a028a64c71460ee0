import type { Settings } from "@/model/settings.ts";
import { deriveChanges } from "@/sync/derive-changes.ts";
import { emptyDocument, ownerName } from "@/sync/document.ts";
import type { Owner } from "@/sync/document.ts";
import { mergeDocuments } from "@/sync/merge-documents.ts";

import { itemsAmong } from "./item-names.ts";
import type { NamedItem } from "./item-names.ts";
import { localKeys } from "./local-keys.ts";
import { deflatePacking } from "./pack-text.ts";
import { planSharing } from "./plan-sharing.ts";
import { readRegister } from "./register.ts";
import { readReplica } from "./replica-record.ts";
import { runAlone } from "./run-alone.ts";
import type { StorageAreas } from "./storage-area.ts";
import { readStoredSettings } from "./stored-settings.ts";
import { readStaying } from "./sync-state.ts";
import { visibleSettings } from "./visible-settings.ts";

/** How full `storage.sync` is, or would be. */
export interface SyncFill {
  /** The bytes that everything to be shared takes, and those there are for it; it may be more than there are. */
  readonly wanted: number;
  readonly room: number;
  /** The items whose newest changes stay on this device because not everything fits. */
  readonly leftOut: readonly NamedItem[];
  /** The items that the user keeps on this device. */
  readonly kept: readonly NamedItem[];
}

/** Lets everything else have its turn: with ten thousand lines, each of the parts takes a while. */
const otherTurns = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** How full `storage.sync` would be with some settings, before they are saved; null: with those that are stored. */
export async function measureSyncFill(areas: StorageAreas, settings: Settings | null): Promise<SyncFill> {
  const [local, stored] = await Promise.all([areas.local.get(Object.values(localKeys)), areas.sync.get(null)]);
  const register = await readRegister(stored, deflatePacking);
  const shared = register.kind === "document" ? register.document : emptyDocument;
  const known = await readReplica(local[localKeys.document], deflatePacking);
  const replica = known === null || known === "newer" ? { device: "here", counter: 0, document: emptyDocument } : known;
  const after = settings ?? readStoredSettings(local[localKeys.settings]).settings;
  await otherTurns();
  const changed = deriveChanges(replica, { ...visibleSettings(replica.document) }, { ...after });
  await otherTurns();
  const merged = mergeDocuments(changed.document, shared);
  const chosen = readStaying(local[localKeys.staying]);
  await otherTurns();
  const plan = await planSharing(merged, shared, chosen, stored, deflatePacking);
  return {
    wanted: plan.wanted,
    room: plan.write.room,
    leftOut: itemsAmong(after, new Set([...plan.staying].filter((name) => !chosen.has(name)))),
    kept: itemsAmong(after, chosen),
  };
}

/**
 * Keeps a list, filter or recipe on this device, or shares it again. While it is kept, its changes here go nowhere;
 * what other devices have of it already stays with them.
 */
export const keepOnDevice = (areas: StorageAreas, item: Owner, kept: boolean): Promise<void> =>
  runAlone(async () => {
    const names = new Set(readStaying((await areas.local.get([localKeys.staying]))[localKeys.staying]));
    if (kept) names.add(ownerName(item));
    else names.delete(ownerName(item));
    await areas.local.set({ [localKeys.staying]: [...names] });
  });
