import { parseCondition } from "@/filters/parse-condition.ts";
import type { Problem } from "@/model/problem.ts";
import type { Settings } from "@/model/settings.ts";
import { deriveChanges } from "@/sync/derive-changes.ts";
import { emptyDocument } from "@/sync/document.ts";
import type { Replica } from "@/sync/document.ts";
import { mergeDocuments, sameDocument } from "@/sync/merge-documents.ts";
import { noteRemoved } from "@/sync/removed-cells.ts";
import { renewReplica } from "@/sync/renew-replica.ts";
import { repairItems } from "@/sync/repair-items.ts";
import { noteRestored, removeAgain } from "@/sync/restored-cells.ts";
import { sameJson } from "@/sync/same-json.ts";
import { setApart } from "@/sync/set-apart.ts";
import { tidyDocument } from "@/sync/tidy-document.ts";

import { historyItems, historyKeys } from "./history-items.ts";
import { localKeys } from "./local-keys.ts";
import type { TextPacking } from "./pack-text.ts";
import type { Register } from "./register.ts";
import { readRemoved } from "./removed-record.ts";
import { readReplica, writeReplica } from "./replica-record.ts";
import { readSettings } from "./settings-schema.ts";
import type { StorageArea } from "./storage-area.ts";
import { itemsToStore, readStoredSettings } from "./stored-settings.ts";
import type { StoredSettings } from "./stored-settings.ts";
import { readStaying, readSyncState } from "./sync-state.ts";
import type { SyncState } from "./sync-state.ts";
import { uniteSettings } from "./unite-settings.ts";
import { readUnrecorded } from "./unrecorded-states.ts";
import { visibleSettings } from "./visible-settings.ts";

/** What there is to take in, and where to. */
export interface TakingIn {
  readonly local: StorageArea;
  readonly register: Register;
  readonly packing: TextPacking;
  readonly newName: () => string;
  readonly now: number;
}

/** What taking in left: this device's replica, and whether it changed by what came from elsewhere. */
export interface TakenIn {
  readonly replica: Replica;
  readonly settings: Settings;
  readonly news: boolean;
  /** How the last exchange went, and the names of the items that the user keeps on this device. */
  readonly state: SyncState;
  readonly chosen: ReadonlySet<string>;
}

/**
 * Brings this device's document up to date, with the settings as they were changed here and with what the register
 * holds, and the settings with it. All of it is one write, so that being cut short leaves everything as it was.
 *
 * Must run alone: a change of the settings between reading and writing would be lost.
 *
 * @returns null where a newer version of the extension wrote what is stored here, which is then left alone and
 *   said.
 */
export async function takeIn({ local, register, packing, newName, now }: TakingIn): Promise<TakenIn | null> {
  const stored = await local.get(Object.values(localKeys));
  const found = readStoredSettings(stored[localKeys.settings]);
  const known = await readReplica(stored[localKeys.document], packing);
  const state = readSyncState(stored[localKeys.sync]);
  if (found.newer || known === "newer") {
    // Newer settings are said wherever they are loaded; of the document, only the exchange knows.
    const problem: Problem = { code: "document-newer", args: [] };
    if (!found.newer && !sameJson(state.problem, problem)) {
      await local.set({ [localKeys.sync]: { ...(stored[localKeys.sync] as object | undefined), ...state, problem } });
    }
    return null;
  }
  const first = known ?? { device: newName(), counter: 0, document: emptyDocument };
  const sent = state.device === first.device ? state.sent : 0;
  const remote = register.kind === "document" ? register.document : null;
  const own = remote === null ? first : renewReplica(first, remote, sent, newName());
  const before = visibleSettings(own.document);
  const here = settingsHere(before, found);
  const removed = readRemoved(stored[localKeys.removed]);
  const derived = deriveChanges(own, { ...before }, { ...here }, removed.items);
  const edited = deriveChanges(derived, { ...here }, { ...withOldRegister(here, found, register) });
  const { replica: changed, removed: stillRemoved } = noteRestored(own, edited, removed);
  const unrecorded = readUnrecorded(stored[localKeys.unrecorded]);
  const between = () => unrecorded.map((one) => deriveChanges(own, { ...before }, { ...one }, removed.items).document);
  const removedHere = noteRemoved(stillRemoved, own.document, changed.document, true, between);
  const merged = remote === null ? changed : repairItems(changed, mergeDocuments(changed.document, remote));
  const removedSoFar = noteRemoved(removedHere, changed.document, merged.document, false);
  const readable = remote === null ? merged : setApart(merged, [changed.document, remote], isReadable);
  const kept = removeAgain(readable, removedSoFar, changed.document);
  const replica = { ...kept, document: tidyDocument(kept.document) };
  const after = visibleSettings(replica.document);

  const items: Record<string, unknown> = {};
  if (known === null ? replica.counter > 0 || remote !== null : !sameReplica(replica, known)) {
    items[localKeys.document] = await writeReplica(replica, packing);
  }
  if (removedSoFar !== removed) items[localKeys.removed] = removedSoFar;
  if (found.incomplete || !sameJson(after, found.settings)) {
    Object.assign(items, itemsToStore(after, found, stored[localKeys.unreadable], now, false));
  }
  const states = { before, here: [...unrecorded, here], after };
  const keys = historyKeys(stored, states, now);
  const former = keys.length > 0 ? await local.get(keys) : {};
  const [history, dropped] = historyItems({ ...stored, ...former }, states, now);
  Object.assign(items, history);
  if (Object.keys(items).length > 0) await local.set(items);
  if (dropped.length > 0) await local.remove([...dropped]);
  const chosen = readStaying(stored[localKeys.staying]);
  return { replica, settings: after, news: !sameJson(here, after), state, chosen };
}

const isReadable = (condition: string): boolean => parseCondition(condition).ok;

/**
 * The settings as they are to be on this device. What is missing because it cannot be read was not deleted: there the
 * document has it still.
 */
function settingsHere(before: Settings, found: StoredSettings): Settings {
  if (!found.present) return before;
  return found.incomplete ? uniteSettings(found.settings, before) : found.settings;
}

/** The settings together with those of a register of the first version, which knew nothing of merging. */
function withOldRegister(here: Settings, found: StoredSettings, register: Register): Settings {
  if (register.kind !== "settings") return here;
  const old = readSettings(register.settings).settings;
  return uniteSettings(found.present ? here : { ...old, lists: [], filters: [], recipes: [], subscriptions: [] }, old);
}

const sameReplica = (one: Replica, other: Replica): boolean =>
  one.device === other.device && one.counter === other.counter && sameDocument(one.document, other.document);
