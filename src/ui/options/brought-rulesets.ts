import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

import type { ImportedLists } from "@/lists/imported-lists.ts";
import type { Ruleset } from "@/model/ruleset.ts";
import type { RulesetStore } from "@/rulesets/ruleset-store.ts";
import { isBrought } from "@/rulesets/stored-rulesets.ts";

export interface BroughtRuleset extends Ruleset {
  /** Tells one state of it from another. */
  readonly generation: string;
  /** Otherwise it has none of its rules here. */
  readonly isLoaded: boolean;
}

/** The rulesets that were brought before, to which an import may add, as they are stored. */
export interface BroughtRulesets {
  readonly rulesets: ReadonlySignal<readonly BroughtRuleset[]>;
  /** Looks for what is there; the rules of those that are called as one that came are loaded. */
  readonly lookFor: (imported: ImportedLists) => Promise<void>;
  /** Loads the rules of another one. */
  readonly load: (id: string) => Promise<void>;
  /** Looks again for the same. */
  readonly lookAgain: () => Promise<void>;
}

const lower = (name: string | null): string => name?.trim().toLowerCase() ?? "";

export function createBroughtRulesets(store: RulesetStore): BroughtRulesets {
  const rulesets = signal<readonly BroughtRuleset[]>([]);
  let names: ReadonlySet<string> = new Set();
  let ids: ReadonlySet<string> = new Set();
  let latest = 0;

  const lookAgain = async (): Promise<void> => {
    const number = ++latest;
    const known = rulesets.peek();
    const stored = (await store.load()).filter(isBrought);
    const found = await Promise.all(
      stored.map(async ({ id, name, enabled, address, generation }): Promise<BroughtRuleset> => {
        const isWanted = ids.has(id) || names.has(lower(name));
        const same = known.find((one) => one.id === id && one.generation === generation && one.isLoaded === isWanted);
        if (same !== undefined) return same.enabled === enabled ? same : { ...same, enabled };
        const loaded = isWanted ? await store.read(id) : null;
        return { ...(loaded ?? { id, name, enabled, address, rules: [] }), generation, isLoaded: loaded !== null };
      }),
    );
    const isSame = found.length === known.length && found.every((one, index) => one === known[index]);
    if (number === latest && !isSame) rulesets.value = found;
  };

  return {
    rulesets,
    lookFor: (imported) => {
      names = new Set(imported.rulesets.map(({ name }) => lower(name)));
      ids = new Set();
      return lookAgain();
    },
    load: (id) => {
      ids = new Set([...ids, id]);
      return lookAgain();
    },
    lookAgain,
  };
}
