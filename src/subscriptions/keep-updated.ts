import type { Subscription } from "@/model/settings.ts";
import type { RulesetStore } from "@/rulesets/ruleset-store.ts";
import type { SettingsStore } from "@/settings/settings-store.ts";
import type { StorageArea } from "@/settings/storage-area.ts";

import { loadStates } from "./subscription-states.ts";
import type { SubscriptionState } from "./subscription-states.ts";
import type { SubscriptionUpdates } from "./subscription-updates.ts";

const hour = 3_600_000;
/** Milliseconds until an address is asked again where something went wrong, if it is not due before. */
const pauseAfterProblem = hour;
/** Milliseconds that a ruleset can be had back after it was removed. */
const keptAfterRemoval = hour;
/**
 * Milliseconds after which a run begins with no further address: the rest has its turn at the next alarm, and what
 * asks for a run meanwhile does not wait for dozens of slow servers.
 */
const longestRun = 600_000;
/** Milliseconds until a run that was ended in the middle is followed by another: more than any run takes. */
const pauseAfterEnd = longestRun + 300_000;
/** No alarm comes earlier than browsers let it. */
const shortestWait = 60_000;

export interface KeepingUpdated {
  readonly local: StorageArea;
  readonly settings: SettingsStore;
  readonly rulesets: RulesetStore;
  readonly updates: SubscriptionUpdates;
  readonly now: () => number;
  /** Has {@link SubscriptionKeeper.run} called at a time; null: not before something changes. */
  readonly wakeAt: (time: number | null) => Promise<void>;
}

export interface SubscriptionKeeper {
  /** Updates what is due, deletes what nobody wants any more, and says when it wants to be called again. */
  readonly run: () => Promise<void>;
}

/** When a subscription is to be asked next. */
const dueAt = ({ address, interval }: Subscription, state: SubscriptionState | undefined, now: number): number => {
  // A clock that was set back makes nothing wait for longer.
  if (state === undefined || state.address !== address || state.checked > now) return now;
  const wait = interval * hour;
  return state.checked + (state.ended && state.problem === null ? wait : Math.min(wait, pauseAfterProblem));
};

const askedAt = (state: SubscriptionState | undefined): number => state?.checked ?? 0;

/**
 * Keeps subscriptions up to date, those first that were asked longest ago; runs that are asked for meanwhile
 * follow, one at a time.
 */
export function createSubscriptionKeeper(keeping: KeepingUpdated): SubscriptionKeeper {
  const { local, settings, rulesets, updates, now, wakeAt } = keeping;

  const tidy = async (subscriptions: readonly Subscription[]): Promise<void> => {
    for (const { id, address, removed } of await rulesets.load()) {
      if (address === null) continue;
      const isWanted = subscriptions.some((one) => one.id === id);
      // oxlint-disable-next-line no-await-in-loop -- Each is a change of the same item.
      if (isWanted !== (removed === null)) await rulesets.change(id, { removed: isWanted ? null : now() });
    }
    await rulesets.sweep(now() - keptAfterRemoval);
  };

  const run = async (): Promise<void> => {
    const { subscriptions } = (await settings.load()).settings;
    const wanted = subscriptions.filter(({ enabled }) => enabled);
    const before = await loadStates(local);
    const failures: unknown[] = [];
    const begun = now();
    const due = wanted
      .filter((subscription) => dueAt(subscription, before[subscription.id], begun) <= begun)
      .toSorted((one, other) => askedAt(before[one.id]) - askedAt(before[other.id]));
    // The browser may end the background in the middle.
    if (due.length > 0) await wakeAt(begun + pauseAfterEnd);
    for (const subscription of due) {
      if (now() > begun + longestRun) break;
      // oxlint-disable-next-line no-await-in-loop -- One after the other, so that nothing else has to wait for them.
      await updates.update(subscription).catch((error: unknown) => failures.push(error));
    }
    await tidy(subscriptions);
    // What could not even be noted would be due again at once.
    if (failures.length > 0) throw failures[0];
    const after = await loadStates(local);
    const times = wanted.map((subscription) => dueAt(subscription, after[subscription.id], now()));
    await wakeAt(times.length === 0 ? null : Math.max(Math.min(...times), now() + shortestWait));
  };

  let running: Promise<void> = Promise.resolve();
  return {
    run: () => {
      // Storage may refuse a write, of a full disk for one: the last good states are as they were.
      running = running.then(run).catch(() => wakeAt(now() + pauseAfterProblem));
      return running;
    },
  };
}
