import type { KeywordList } from "@/model/keyword-list.ts";
import type { Rule, Ruleset } from "@/model/ruleset.ts";
import type { RunAlone } from "@/model/run-alone.ts";
import type { UserRecipe } from "@/model/settings.ts";
import { runAloneUnder } from "@/settings/run-alone.ts";
import type { StorageArea } from "@/settings/storage-area.ts";

import { compileRuleset } from "./compile-ruleset.ts";
import type { CompiledRuleset } from "./compile-ruleset.ts";
import { readExtras } from "./extras.ts";
import { allRules } from "./rule-text.ts";
import { readRulesetChanges, rulesetChangesKey, withChange } from "./ruleset-changes.ts";
import type { RulesetChange } from "./ruleset-changes.ts";
import { allKeys, extrasKey, readStoredRulesets, rulesetsItem, rulesetsKey, shardKey } from "./stored-rulesets.ts";
import { unboundKey, unusedKey } from "./stored-rulesets.ts";
import type { RulesetParts, StoredRuleset, StoredRulesets } from "./stored-rulesets.ts";
import { workInSlices } from "./work-in-slices.ts";

/** A ruleset with what else came from its address. */
export interface RulesetContent extends Ruleset {
  readonly lists: readonly KeywordList[];
  readonly recipes: readonly UserRecipe[];
}

/** The rulesets of this device, kept in its own storage only. */
export interface RulesetStore {
  /** All of them in the order they came, also those that are about to be deleted. */
  readonly load: () => Promise<readonly StoredRuleset[]>;
  /** Whether a newer version of the extension wrote the rulesets here: they are left alone, and none is read. */
  readonly isNewer: () => Promise<boolean>;
  /**
   * Puts a ruleset in, in the place of the one of its id. Readers see it in whole or not at all.
   *
   * @returns the number of the change, by which it can be undone; null for what is subscribed to.
   * @throws where storage refuses a write, or where a newer version of the extension wrote the rulesets here;
   *   everything is then as it was.
   */
  readonly put: (content: RulesetContent) => Promise<number | null>;
  /** Deletes a ruleset that was brought; the number of the change, or null where there is none of that id. */
  readonly remove: (id: string) => Promise<number | null>;
  /** What became of the rulesets that were brought, newest first, as far as it can be undone. */
  readonly changes: () => Promise<readonly RulesetChange[]>;
  /** Makes a ruleset what it was before a change, which is a change too; false where that is no longer kept. */
  readonly undo: (change: number) => Promise<boolean>;
  readonly change: (id: string, change: Partial<Pick<StoredRuleset, "name" | "enabled" | "removed">>) => Promise<void>;
  /** Everything that a ruleset holds, its rules in the order of their lines; null where it is not there. */
  readonly read: (id: string) => Promise<RulesetContent | null>;
  /**
   * Deletes what nothing refers to any more: what a write that was cut short left, and what was removed before a time.
   */
  readonly sweep: (removedBefore: number) => Promise<void>;
  /** Calls the listener when something changed, until the signal is aborted. */
  readonly watch: (listener: () => void, signal?: AbortSignal) => void;
}

/** What is stored about rulesets beside their parts. */
type State = Omit<StoredRulesets, "newer"> & { readonly changes: readonly RulesetChange[] };

/** Every state whose parts are needed: those that count, and those that a change can be undone to. */
const partsIn = ({ rulesets, changes }: Pick<State, "rulesets" | "changes">): readonly StoredRuleset[] => [
  ...rulesets,
  ...changes.flatMap(({ before }) => before ?? []),
];

/** Items that are written or read in one call: so many are passed on to whoever listens in one piece. */
const itemsInCall = 128;

const inCalls = async (keys: readonly string[], call: (keys: string[]) => Promise<void>): Promise<void> => {
  // oxlint-disable-next-line no-await-in-loop -- One after the other, so that they take their turns with others' calls.
  for (let start = 0; start < keys.length; start += itemsInCall) await call(keys.slice(start, start + itemsInCall));
};

/** All rules of some texts, each once, in the order of their lines; with a pause after each text. */
function* rulesOf(texts: readonly string[]): Generator<void, readonly Rule[]> {
  const rules = new Map<string, Rule>();
  for (const text of texts) {
    for (const rule of allRules(text)) rules.set(`${rule.line} ${rule.condition} ${rule.action}`, rule);
    yield;
  }
  return [...rules.values()].toSorted((one, other) => one.line - other.line);
}

/**
 * Writing is safe wherever it is cut short: the names of the parts are noted, the parts are written, then one write
 * makes them the ruleset, and those they replace are noted to be deleted.
 */
export function createRulesetStore(
  local: StorageArea,
  alone: RunAlone = runAloneUnder("winnow-rulesets"),
  now: () => number = Date.now,
): RulesetStore {
  const stored = async (): Promise<StoredRulesets & { readonly changes: readonly RulesetChange[] }> => {
    const items = await local.get([rulesetsKey, rulesetChangesKey]);
    return { ...readStoredRulesets(items[rulesetsKey]), changes: readRulesetChanges(items[rulesetChangesKey]) };
  };

  /** Writes another state of everything in one call; parts that nothing of it refers to any more are left over then. */
  const update = async (change: (current: State) => Partial<State>): Promise<void> => {
    const current = await stored();
    if (current.newer) throw new Error("A newer version wrote the rulesets.");
    const { rulesets, leftOver, changes } = { ...current, ...change(current) };
    const referred = new Set([...partsIn({ rulesets, changes }), ...leftOver].map(({ generation }) => generation));
    const dropped = new Map(
      partsIn(current)
        .filter(({ generation }) => !referred.has(generation))
        .map(({ id, generation, shards }) => [generation, { id, generation, shards }]),
    );
    await local.set({
      ...rulesetsItem(rulesets, [...leftOver, ...dropped.values()]),
      ...(changes === current.changes ? {} : { [rulesetChangesKey]: changes }),
    });
  };

  /** Makes a state of a ruleset, or none, of what stands under an id, and records that; the number of the change. */
  const replace = async (
    id: string,
    after: StoredRuleset | null,
    more: Partial<State> = {},
    index = Infinity,
  ): Promise<number | null> => {
    let number: number | null = null;
    await update(({ rulesets, changes }) => {
      const before = rulesets.find((one) => one.id === id) ?? null;
      if (before?.generation === after?.generation) return {};
      const isBrought = (before ?? after)?.address === null;
      const told = isBrought ? withChange(changes, rulesets, before, after, now()) : changes;
      if (told !== changes) number = told.at(-1)?.number ?? null;
      const others = rulesets.filter((one) => one !== before);
      const place = before === null ? Math.min(index, others.length) : rulesets.indexOf(before);
      return { ...more, rulesets: after === null ? others : others.toSpliced(place, 0, after), changes: told };
    });
    return number;
  };

  const dropLeftOver = async (): Promise<void> => {
    const { leftOver } = await stored();
    if (leftOver.length === 0) return;
    await inCalls(leftOver.flatMap(allKeys), local.remove);
    await update((current) => ({
      leftOver: current.leftOver.filter(({ generation }) => leftOver.every((one) => one.generation !== generation)),
    }));
  };

  const writeParts = async (parts: RulesetParts, compiled: CompiledRuleset, content: RulesetContent): Promise<void> => {
    const { lists, recipes } = content;
    const items = new Map<string, unknown>(compiled.shards.map((text, shard) => [shardKey(parts, shard), text]));
    items.set(unboundKey(parts), compiled.unbound).set(extrasKey(parts), { lists, recipes });
    if (compiled.unused !== "") items.set(unusedKey(parts), compiled.unused);
    await inCalls([...items.keys()], (keys) => local.set(Object.fromEntries(keys.map((key) => [key, items.get(key)]))));
  };

  return {
    load: async () => (await stored()).rulesets,
    isNewer: async () => (await stored()).newer,
    put: async (content) => {
      const compiled = await workInSlices(compileRuleset(content.rules));
      return alone(async () => {
        const { id, name, enabled, address, lists, recipes } = content;
        const parts = { id, generation: crypto.randomUUID().slice(0, 8), shards: compiled.shards.length };
        await update(({ leftOver }) => ({ leftOver: [...leftOver, parts] }));
        await writeParts(parts, compiled, content);
        const ruleset: StoredRuleset = {
          ...parts,
          name,
          enabled,
          address,
          rules: compiled.rules,
          unbound: compiled.unbound.length,
          unreadable: compiled.unreadable,
          tooMany: compiled.tooMany,
          lists: lists.length,
          keywords: lists.reduce((sum, { lines }) => sum + lines.length, 0),
          recipes: recipes.length,
          removed: null,
        };
        const { leftOver } = await stored();
        const number = await replace(id, ruleset, {
          leftOver: leftOver.filter(({ generation }) => generation !== parts.generation),
        });
        await dropLeftOver();
        return number;
      });
    },
    remove: (id) => alone(() => replace(id, null)),
    changes: async () => (await stored()).changes.toReversed(),
    undo: (number) =>
      alone(async () => {
        const change = (await stored()).changes.find((one) => one.number === number);
        if (change === undefined) return false;
        await replace(change.id, change.before, {}, change.index);
        return true;
      }),
    change: (id, change) =>
      alone(() =>
        update((current) => ({
          rulesets: current.rulesets.map((one) => (one.id === id ? { ...one, ...change } : one)),
        })),
      ),
    read: async (id) => {
      const ruleset = (await stored()).rulesets.find((one) => one.id === id);
      if (ruleset === undefined) return null;
      const items = await local.get(allKeys(ruleset));
      const { lists, recipes } = readExtras(items[extrasKey(ruleset)]);
      const texts = Object.entries(items).flatMap(([key, text]) =>
        key !== extrasKey(ruleset) && typeof text === "string" ? [text] : [],
      );
      const { name, enabled, address } = ruleset;
      const rules = await workInSlices(rulesOf(texts));
      return { id, name, enabled, address, rules, lists, recipes };
    },
    sweep: (removedBefore) =>
      alone(async () => {
        const current = await stored();
        if (current.newer) return;
        const over = new Set(
          current.rulesets.filter(({ removed }) => removed !== null && removed < removedBefore).map(({ id }) => id),
        );
        if (over.size > 0) {
          await update(({ rulesets }) => ({ rulesets: rulesets.filter(({ id }) => !over.has(id)) }));
        }
        await dropLeftOver();
      }),
    watch: (listener, signal) =>
      local.watch((keys) => {
        if (keys.includes(rulesetsKey)) listener();
      }, signal),
  };
}
