import type { RunAlone } from "@/model/run-alone.ts";
import { runAloneUnder } from "@/settings/run-alone.ts";
import type { StorageArea } from "@/settings/storage-area.ts";

import { compileRuleset } from "./compile-ruleset.ts";
import type { CompiledRuleset } from "./compile-ruleset.ts";
import { readRulesetChanges, rulesetChangesKey, withChange } from "./ruleset-changes.ts";
import type { RulesetChange } from "./ruleset-changes.ts";
import { readContent, removeParts, writeContent } from "./ruleset-parts.ts";
import type { RulesetContent } from "./ruleset-parts.ts";
import { readStoredRulesets, rulesetsItem, rulesetsKey } from "./stored-rulesets.ts";
import type { StoredRuleset, StoredRulesets } from "./stored-rulesets.ts";
import { takeBack } from "./take-back.ts";
import { workInSlices } from "./work-in-slices.ts";

/** Thrown where another state of a ruleset is there than the one that a new state was worked out from. */
export class ReplacedMeanwhile extends Error {}

/** The rulesets of this device, kept in its own storage only. */
export interface RulesetStore {
  /** All of them in the order they came, also those that are about to be deleted. */
  readonly load: () => Promise<readonly StoredRuleset[]>;
  /** Whether a newer version of the extension wrote the rulesets here: they are left alone, and none is read. */
  readonly isNewer: () => Promise<boolean>;
  /**
   * Puts a ruleset in, in the place of the one of its id. Readers see it in whole or not at all.
   *
   * @param over The generation of the state that it was worked out from, null for none; whatever is there otherwise.
   * @returns the number of the change, by which it can be undone; null for what is subscribed to.
   * @throws {ReplacedMeanwhile} where another state than `over` is there.
   * @throws where storage refuses a write, or where a newer version of the extension wrote the rulesets here.
   *   Everything is then as it was.
   */
  readonly put: (content: RulesetContent, over?: string | null) => Promise<number | null>;
  /** Deletes a ruleset that was brought; the number of the change, or null where there is none of that id. */
  readonly remove: (id: string) => Promise<number | null>;
  /** What became of the rulesets that were brought, newest first, as far as it can be undone. */
  readonly changes: () => Promise<readonly RulesetChange[]>;
  /**
   * Takes a change of a ruleset back, which is a change too: what was changed since then stays. False where it is no
   * longer known.
   */
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
    await removeParts(local, leftOver);
    await update((current) => ({
      leftOver: current.leftOver.filter(({ generation }) => leftOver.every((one) => one.generation !== generation)),
    }));
  };

  const put = async (content: RulesetContent, compiled: CompiledRuleset): Promise<number | null> => {
    const { id, name, enabled, address, lists, recipes } = content;
    const parts = { id, generation: crypto.randomUUID().slice(0, 8), shards: compiled.shards.length };
    await update(({ leftOver }) => ({ leftOver: [...leftOver, parts] }));
    await writeContent(local, parts, compiled, content);
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
  };

  /** Takes a change back, after which the ruleset was changed further, or deleted. */
  const takeBackOf = async (
    id: string,
    before: StoredRuleset | null,
    after: StoredRuleset | null,
    present: StoredRuleset | null,
  ): Promise<void> => {
    const [then, since, current] = await Promise.all(
      [before, after, present].map(async (state) => (state === null ? null : readContent(local, state))),
    );
    const rules = await workInSlices(takeBack(then?.rules ?? [], since?.rules ?? [], current?.rules ?? []));
    const content = current ?? then;
    if (rules.length > 0 && content) await put({ ...content, rules }, await workInSlices(compileRuleset(rules)));
    else await replace(id, null);
  };

  return {
    load: async () => (await stored()).rulesets,
    isNewer: async () => (await stored()).newer,
    put: async (content, over) => {
      const compiled = await workInSlices(compileRuleset(content.rules));
      return alone(async () => {
        const present = (await stored()).rulesets.find(({ id }) => id === content.id)?.generation ?? null;
        if (over !== undefined && over !== present) throw new ReplacedMeanwhile();
        return put(content, compiled);
      });
    },
    remove: (id) => alone(() => replace(id, null)),
    changes: async () => (await stored()).changes.toReversed(),
    undo: (number) =>
      alone(async () => {
        const { changes, rulesets } = await stored();
        const change = changes.find((one) => one.number === number);
        if (change === undefined) return false;
        const { id, before, index } = change;
        const present = rulesets.find((one) => one.id === id) ?? null;
        const next = changes.find((one) => one.id === id && one.number > number);
        const after = next === undefined ? present : next.before;
        if (after?.generation !== present?.generation) await takeBackOf(id, before, after, present);
        else await replace(id, before && { ...before, enabled: present?.enabled ?? before.enabled }, {}, index);
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
      return ruleset === undefined ? null : readContent(local, ruleset);
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
