import type { Problem } from "@/model/problem.ts";
import type { Settings } from "@/model/settings.ts";
import { emptyDocument } from "@/sync/document.ts";
import { sameDocument } from "@/sync/merge-documents.ts";
import { sameJson } from "@/sync/same-json.ts";
import { checksum } from "@/sync/split-chunks.ts";
import { takeWrite } from "@/sync/write-budget.ts";

import { itemsAmong } from "./item-names.ts";
import { localKeys } from "./local-keys.ts";
import { nameSome } from "./name-some.ts";
import type { TextPacking } from "./pack-text.ts";
import { planSharing } from "./plan-sharing.ts";
import type { SharingPlan } from "./plan-sharing.ts";
import type { Register } from "./register.ts";
import type { StorageAreas } from "./storage-area.ts";
import type { SyncState } from "./sync-state.ts";
import type { TakenIn } from "./take-in.ts";

/**
 * Milliseconds that a torn register is left to itself: its other parts are likely on their way. Then a device writes
 * its own; each waits a while longer of its own, so that they do not tear each other's writes again.
 */
const patience = 30_000;
const patienceSpread = 60_000;

/** Milliseconds until a refused write is made again; twice as long each time, up to the most. */
const firstPause = 5000;
const longestPause = 15 * 60_000;

/** What there is to give out, and where to. */
export interface GivingOut extends TakenIn {
  readonly areas: StorageAreas;
  readonly packing: TextPacking;
  readonly register: Register;
  /** Everything in `storage.sync`, as the register was read from it. */
  readonly stored: Readonly<Record<string, unknown>>;
  readonly now: number;
}

/**
 * Writes the register where this device knows something that it lacks, and notes how that went.
 *
 * What is written holds everything that the register held. So writes that cross each other end once every device has
 * seen what the others know: then none has anything to add.
 *
 * @returns milliseconds after which to try again; null where there is nothing to try.
 */
export async function giveOut(giving: GivingOut): Promise<number | null> {
  const { areas, register, replica, state, chosen, now } = giving;
  const save = async (changes: Partial<SyncState>): Promise<void> => {
    const next: SyncState = { ...state, ...changes };
    if (!sameJson(next, state)) await areas.local.set({ [localKeys.sync]: next });
  };
  if (register.kind === "newer") {
    await save({ problem: { code: "sync-newer", args: [] } });
    return null;
  }
  const shared = register.kind === "document" ? register.document : emptyDocument;
  const plan = await planSharing(replica.document, shared, chosen, giving.stored, giving.packing);
  const done = {
    problem: fullProblem(giving.settings, plan, chosen),
    wanted: plan.wanted,
    room: plan.write.room,
    staying: [...plan.staying],
    refused: 0,
    waitUntil: 0,
    torn: null,
  };
  if (sameDocument(plan.document, shared)) {
    await save({ ...done, ...(giving.news ? { modified: now } : {}) });
    return null;
  }
  if (register.kind === "torn") {
    const torn =
      state.torn?.print === register.print && state.torn.since <= now
        ? state.torn
        : { print: register.print, since: now };
    const wait = torn.since + patience + (checksum(`${replica.device} ${register.print}`) % patienceSpread) - now;
    if (wait > 0) {
      await save({ torn });
      return wait;
    }
  }
  // A clock that was set back does not make the pause longer.
  const pause = Math.min(state.waitUntil - now, longestPause);
  if (pause > 0) return pause;
  const taken = takeWrite(state.budget, now);
  if ("wait" in taken) return taken.wait;
  // What came while this was worked out would be written over without having been read.
  if (!sameJson(await areas.sync.get(null), giving.stored)) return 0;
  const { budget } = taken;
  const attempt = { budget, device: replica.device, sent: replica.counter };
  await save(attempt);
  try {
    await areas.sync.set(plan.write.items);
  } catch (error) {
    const next = Math.min(firstPause * 2 ** state.refused, longestPause);
    const problem: Problem = { code: "sync-refused", args: [error instanceof Error ? error.message : String(error)] };
    await save({ ...attempt, problem, refused: state.refused + 1, waitUntil: now + next });
    return next;
  }
  await save({ ...attempt, ...done, modified: now });
  return null;
}

/** What the user should know where not everything fits. */
function fullProblem(settings: Settings, plan: SharingPlan, chosen: ReadonlySet<string>): Problem | null {
  const staying = new Set([...plan.staying].filter((name) => !chosen.has(name)));
  if (staying.size === 0) return null;
  const names = itemsAmong(settings, staying).map(({ name }) => name);
  return { code: "sync-full", args: [nameSome(names), String(Math.ceil((100 * plan.wanted) / plan.write.room))] };
}
