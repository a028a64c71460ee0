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
  checked: 0,
  fine: 0,
  changed: 0,
  problem: null,
  difference: null,
  leftOut: 0,
});

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
