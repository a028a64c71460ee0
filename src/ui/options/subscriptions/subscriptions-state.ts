import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

import { askServer } from "@/browser/network.ts";
import { isAllowed } from "@/browser/site-permission.ts";
import type { RulesetChange } from "@/rulesets/ruleset-changes.ts";
import { createRulesetStore } from "@/rulesets/ruleset-store.ts";
import type { RulesetStore } from "@/rulesets/ruleset-store.ts";
import type { StoredRuleset } from "@/rulesets/stored-rulesets.ts";
import type { StorageArea } from "@/settings/storage-area.ts";
import { loadStates, problemOf, statesKey } from "@/subscriptions/subscription-states.ts";
import type { SubscriptionStates } from "@/subscriptions/subscription-states.ts";
import { createSubscriptionUpdates } from "@/subscriptions/subscription-updates.ts";
import type { SubscriptionUpdates } from "@/subscriptions/subscription-updates.ts";

/** The rulesets of this device and how the updates of subscriptions went, as the settings page shows them. */
export interface SubscriptionsState {
  readonly rulesets: ReadonlySignal<readonly StoredRuleset[]>;
  /** Whether a newer version wrote the rulesets, so that this one uses none of them. */
  readonly newer: ReadonlySignal<boolean>;
  /** What became of the rulesets that were brought, newest first. */
  readonly changes: ReadonlySignal<readonly RulesetChange[]>;
  /** With what is wrong by now as their problems. */
  readonly states: ReadonlySignal<SubscriptionStates>;
  readonly store: RulesetStore;
  readonly updates: SubscriptionUpdates;
}

/** Reads them and follows every change until the abort. */
export async function openSubscriptionsState(local: StorageArea, abort: AbortSignal): Promise<SubscriptionsState> {
  const store = createRulesetStore(local);
  const rulesets = signal<readonly StoredRuleset[]>([]);
  const newer = signal(false);
  const changes = signal<readonly RulesetChange[]>([]);
  const states = signal<SubscriptionStates>({});
  const readRulesets = async (): Promise<void> => {
    const read = await Promise.all([store.load(), store.isNewer(), store.changes()]);
    [rulesets.value, newer.value, changes.value] = read;
  };
  const readStates = async (): Promise<void> => {
    const entries = Object.entries(await loadStates(local));
    const now = Date.now();
    states.value = Object.fromEntries(entries.map(([id, state]) => [id, { ...state, problem: problemOf(state, now) }]));
  };
  store.watch(() => void readRulesets(), abort);
  local.watch((keys) => {
    if (keys.includes(statesKey)) void readStates();
  }, abort);
  await Promise.all([readRulesets(), readStates()]);
  const updates = createSubscriptionUpdates({
    local,
    rulesets: store,
    request: askServer,
    isAllowed,
    now: Date.now,
  });
  return { rulesets, newer, changes, states, store, updates };
}
