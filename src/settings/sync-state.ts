import type { Problem } from "@/model/problem.ts";
import { isWriteBudget } from "@/sync/write-budget.ts";
import type { WriteBudget } from "@/sync/write-budget.ts";

/** What this device knows of its exchange; an item of local storage. */
export interface SyncState {
  /** When something was last exchanged, in milliseconds since the epoch; 0 where nothing ever was. */
  readonly modified: number;
  readonly problem: Problem | null;
  /** The name that this device last wrote under, and the last counter that may have left it under this name. */
  readonly device: string;
  readonly sent: number;
  readonly budget: WriteBudget | null;
  /** Writes refused in a row, and when to try again. */
  readonly refused: number;
  readonly waitUntil: number;
  /** A torn register as it was last seen, and since when. */
  readonly torn: { readonly print: number; readonly since: number } | null;
  /** The bytes that everything to be shared takes, those there are, and the names of the items that stay here. */
  readonly wanted: number;
  readonly room: number;
  readonly staying: readonly string[];
}

const firstState: SyncState = {
  modified: 0,
  problem: null,
  device: "",
  sent: 0,
  budget: null,
  refused: 0,
  waitUntil: 0,
  torn: null,
  wanted: 0,
  room: 0,
  staying: [],
};

/** Reads the stored state; what is not as it should be is as at the first start. */
export function readSyncState(stored: unknown): SyncState {
  const found = (typeof stored === "object" && stored !== null ? stored : {}) as Partial<
    Record<keyof SyncState, unknown>
  >;
  const problem = found.problem as Partial<Problem> | null | undefined;
  const torn = found.torn as Partial<{ print: unknown; since: unknown }> | null | undefined;
  return {
    modified: finite(found.modified),
    problem: typeof problem?.code === "string" && Array.isArray(problem.args) ? (problem as Problem) : null,
    device: typeof found.device === "string" ? found.device : firstState.device,
    sent: finite(found.sent),
    budget: isWriteBudget(found.budget) ? found.budget : null,
    refused: finite(found.refused),
    waitUntil: finite(found.waitUntil),
    torn: torn ? { print: finite(torn.print), since: finite(torn.since) } : null,
    wanted: finite(found.wanted),
    room: finite(found.room),
    staying: Array.isArray(found.staying) ? found.staying.filter((name) => typeof name === "string") : [],
  };
}

const finite = (value: unknown): number => (typeof value === "number" && Number.isFinite(value) ? value : 0);

/** Reads the names of the items that the user keeps on this device. */
export const readStaying = (stored: unknown): ReadonlySet<string> =>
  new Set(Array.isArray(stored) ? stored.filter((name): name is string => typeof name === "string") : []);
