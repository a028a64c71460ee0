import type { Problem } from "@/model/problem.ts";
import type { StorageArea } from "@/settings/storage-area.ts";

import type { Difference } from "./compare-content.ts";
import type { Validators } from "./fetch-text.ts";

/** The item of this device's storage that says how the last updates went. */
export const statesKey = "subscription-states";

/** How the updates of one subscription went on this device; times in milliseconds since the epoch, 0 for never. */
export interface SubscriptionState extends Validators {
  /** Which address this is about. */
  readonly address: string;
  /**
   * Whether the last time it was asked came to an end, whatever the end. It is noted before it is asked that it did
   * not: the browser may end the background at any time.
   */
  readonly ended: boolean;
  /** When it was last asked, when that last went well, and when it last gave something new. */
  readonly checked: number;
  readonly fine: number;
  readonly changed: number;
  /** What went wrong the last time, or null. */
  readonly problem: Problem | null;
  /** What was new the last time that something was; null where there was nothing before. */
  readonly difference: Difference | null;
  /** Lines that could not be read. */
  readonly leftOut: number;
}

export type SubscriptionStates = Readonly<Record<string, SubscriptionState>>;

export const freshState = (address: string): SubscriptionState => ({
  address,
  etag: null,
  lastModified: null,
  ended: true,
  checked: 0,
  fine: 0,
  changed: 0,
  problem: null,
  difference: null,
  leftOut: 0,
});

/** More milliseconds than fetching, reading and storing take together, whatever the server. */
const longestUpdate = 300_000;

/** What is wrong with a subscription: what went wrong the last time, or that it took until the browser ended it. */
export const problemOf = (state: SubscriptionState, now: number): Problem | null => {
  const mayGoOn = Math.abs(now - state.checked) < longestUpdate;
  return state.ended || mayGoOn ? state.problem : { code: "subscription-not-ended", args: [] };
};

/** Reads the states; one that is damaged is as if the address had never been asked. */
export const readStates = (stored: unknown): SubscriptionStates =>
  Object.fromEntries(
    Object.entries(typeof stored === "object" && stored !== null ? stored : {}).flatMap(
      ([id, state]: [string, Partial<SubscriptionState> | null]) =>
        typeof state?.address === "string" && typeof state.checked === "number"
          ? [[id, { ...freshState(state.address), ...state }]]
          : [],
    ),
  );

export const loadStates = async (local: StorageArea): Promise<SubscriptionStates> =>
  readStates((await local.get([statesKey]))[statesKey]);
