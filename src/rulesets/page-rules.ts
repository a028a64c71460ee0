import type { Filter } from "@/model/filter.ts";
import type { Rule } from "@/model/ruleset.ts";
import type { Settings } from "@/model/settings.ts";
import type { StorageArea } from "@/settings/storage-area.ts";

import { readExtras } from "./extras.ts";
import type { Extras } from "./extras.ts";
import { noHost, rulesUnder } from "./rule-text.ts";
import { hostAndDomains, shardOf } from "./shards.ts";
import { extrasKey, readStoredRulesets, rulesetsKey, shardKey, unboundKey } from "./stored-rulesets.ts";
import type { StoredRuleset } from "./stored-rulesets.ts";

/** The rules of all rulesets that matter to one page, as filters that give way to the user's own. */
export interface PageRules {
  /**
   * Reads which rulesets there are, and the parts that every page needs. To be called at the start, after each change
   * of the settings and when `onChange` was called.
   *
   * @returns the keyword lists and recipes that came with those that are switched on.
   */
  readonly load: (settings: Settings) => Promise<Extras>;
  /** Has the next load ask which rulesets there are now: for a page that may have missed a change. */
  readonly readAnew: () => void;
  /**
   * Reads the rules that may hold for results of these hosts.
   *
   * @returns null where they are all known, or else what is settled once they are.
   */
  readonly need: (hosts: Iterable<string>) => Promise<void> | null;
  /** Whether there may be rules that are bound to hosts, whichever these are. */
  readonly haveHosts: () => boolean;
  /** The rulesets that are switched on. */
  readonly rulesets: () => readonly Pick<StoredRuleset, "id" | "name">[];
  /** The filters that are bound to no host, and those that stand under the hosts that were asked for. */
  readonly unbound: () => readonly Filter[];
  readonly bound: () => readonly Filter[];
}

const noExtras: Extras = { lists: [], recipes: [] };
const noFilters: readonly Filter[] = [];

/** Characters of shards that are kept; where more have come together, all but the filters made of them is let go. */
const mostKept = 1_000_000;

const filterOf = ({ id, name }: StoredRuleset, { condition, action, color, line }: Rule): Filter => ({
  id: `${id}:${line}`,
  name,
  enabled: true,
  condition,
  action,
  color: color ?? 1,
  source: name,
  ruleset: id,
  line,
});

/** The same for a rule that is found under several hosts; one line may hold several rules with one condition. */
const nameOf = ({ id, condition, action, color }: Filter): string => `${id} ${action} ${color} ${condition}`;

/** Whether a ruleset is switched on: one that is subscribed to by its subscription, another by itself. */
const isOn = ({ id, address, enabled, removed }: StoredRuleset, { subscriptions }: Settings): boolean =>
  address === null ? enabled && removed === null : subscriptions.some((one) => one.id === id && one.enabled);

/** @param onChange called when the rulesets of this device have changed */
export function createPageRules(local: StorageArea, onChange: () => void, signal: AbortSignal): PageRules {
  const readIndex = async (): Promise<readonly StoredRuleset[]> =>
    readStoredRulesets((await local.get([rulesetsKey]))[rulesetsKey]).rulesets;
  // Asked for at once, so that it comes together with the settings. Whoever waits for it hears of a failure.
  let index = readIndex();
  index.catch(() => undefined);
  let settings: Settings | null = null;
  let rulesets: readonly StoredRuleset[] = [];
  let unbound = noFilters;
  let bound = noFilters;
  /** The hosts that were looked up or are being looked up; a new set after each load. */
  let known = new Set<string>();
  let shards = new Map<string, string>();
  let kept = 0;
  let reading: Promise<void> | null = null;

  const load = async (current: Settings): Promise<Extras> => {
    settings = current;
    const on = (await index).filter((ruleset) => isOn(ruleset, current));
    const same =
      on.length === rulesets.length &&
      on.every(({ generation, name }, at) => generation === rulesets[at]?.generation && name === rulesets[at].name);
    const keys = on.flatMap((ruleset) => [
      ...(ruleset.unbound > 0 && !same ? [unboundKey(ruleset)] : []),
      ...(ruleset.lists + ruleset.recipes > 0 ? [extrasKey(ruleset)] : []),
    ]);
    const items = keys.length === 0 ? {} : await local.get(keys);
    // Parts that are gone were replaced meanwhile; the change of the item above brings the new ones.
    const extras = on.map((ruleset) =>
      ruleset.lists + ruleset.recipes > 0 ? readExtras(items[extrasKey(ruleset)]) : noExtras,
    );
    if (!same) {
      rulesets = on;
      unbound = on.flatMap((ruleset) => {
        const text = items[unboundKey(ruleset)];
        return typeof text === "string" ? rulesUnder(noHost, text).map((rule) => filterOf(ruleset, rule)) : [];
      });
      bound = noFilters;
      known = new Set();
      shards = new Map();
      kept = 0;
    }
    return { lists: extras.flatMap(({ lists }) => lists), recipes: extras.flatMap(({ recipes }) => recipes) };
  };

  const read = async (hosts: readonly string[]): Promise<void> => {
    const [of, from] = [rulesets, shards];
    const places = of.flatMap((ruleset) =>
      hosts.map((host) => ({ ruleset, host, key: shardKey(ruleset, shardOf(host, ruleset.shards)) })),
    );
    const missing = new Set(places.map(({ key }) => key).filter((key) => !from.has(key)));
    const items = missing.size === 0 ? {} : await local.get([...missing]);
    if (of !== rulesets) return;
    for (const key of missing) {
      const text = items[key];
      if (typeof text === "string") {
        shards.set(key, text);
        kept += text.length;
      } else if (settings !== null) {
        // A shard that is gone belongs to a state that was replaced, and the hosts are asked for again.
        index = readIndex();
        await load(settings);
        return;
      }
    }
    const found = places.flatMap(({ ruleset, host, key }) =>
      rulesUnder(host, shards.get(key) ?? "").map((rule) => filterOf(ruleset, rule)),
    );
    const names = new Set(bound.map(nameOf));
    const added = found.filter((filter) => {
      const name = nameOf(filter);
      const isNew = !names.has(name);
      names.add(name);
      return isNew;
    });
    if (added.length > 0) bound = [...bound, ...added];
    if (kept > mostKept) {
      shards = new Map();
      kept = 0;
    }
  };

  local.watch((keys) => {
    if (!keys.includes(rulesetsKey)) return;
    index = readIndex();
    index.then(onChange, () => undefined);
  }, signal);

  return {
    load,
    readAnew: () => {
      index = readIndex();
      index.catch(() => undefined);
    },
    need: (hosts) => {
      if (rulesets.length === 0) return null;
      const missing = [...new Set([...hosts].flatMap(hostAndDomains))].filter((host) => !known.has(host));
      if (missing.length === 0) return reading;
      for (const host of missing) known.add(host);
      const next = (reading ?? Promise.resolve()).then(() => read(missing));
      reading = next.finally(() => {
        if (reading === done) reading = null;
      });
      const done = reading;
      return done;
    },
    rulesets: () => rulesets,
    haveHosts: () => rulesets.some(({ rules }) => rules > 0),
    unbound: () => unbound,
    bound: () => bound,
  };
}
