import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

import { createRulesetStore } from "@/rulesets/ruleset-store.ts";
import type { StoredRuleset } from "@/rulesets/stored-rulesets.ts";
import type { StorageArea } from "@/settings/storage-area.ts";

/** The rulesets of this device, as the popup shows them. */
export interface RulesetState {
  /** Those that were brought and those that are subscribed to, without those that are to be deleted. */
  readonly rulesets: ReadonlySignal<readonly StoredRuleset[]>;
  /** Switches one that was brought on or off. */
  readonly enable: (id: string, enabled: boolean) => Promise<void>;
}

/** Reads them and follows every change until the abort. */
export async function openRulesetState(local: StorageArea, abort: AbortSignal): Promise<RulesetState> {
  const store = createRulesetStore(local);
  const rulesets = signal<readonly StoredRuleset[]>([]);
  const read = async (): Promise<void> => {
    rulesets.value = (await store.load()).filter(({ removed }) => removed === null);
  };
  store.watch(() => void read(), abort);
  await read();
  return { rulesets, enable: (id, enabled) => store.change(id, { enabled }) };
}
