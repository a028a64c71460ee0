import type { KeywordList } from "@/model/keyword-list.ts";
import type { Rule, Ruleset } from "@/model/ruleset.ts";
import type { UserRecipe } from "@/model/settings.ts";
import type { StorageArea } from "@/settings/storage-area.ts";

import type { CompiledRuleset } from "./compile-ruleset.ts";
import { readExtras } from "./extras.ts";
import { allRules } from "./rule-text.ts";
import { allKeys, extrasKey, shardKey, unboundKey, unusedKey } from "./stored-rulesets.ts";
import type { RulesetParts, StoredRuleset } from "./stored-rulesets.ts";
import { workInSlices } from "./work-in-slices.ts";

/** A ruleset with what else came from its address. */
export interface RulesetContent extends Ruleset {
  readonly lists: readonly KeywordList[];
  readonly recipes: readonly UserRecipe[];
}

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

/** Writes the items of one state of a ruleset; nothing refers to them yet. */
export async function writeContent(
  local: StorageArea,
  parts: RulesetParts,
  compiled: CompiledRuleset,
  { lists, recipes }: RulesetContent,
): Promise<void> {
  const items = new Map<string, unknown>(compiled.shards.map((text, shard) => [shardKey(parts, shard), text]));
  items.set(unboundKey(parts), compiled.unbound).set(extrasKey(parts), { lists, recipes });
  if (compiled.unused !== "") items.set(unusedKey(parts), compiled.unused);
  await inCalls([...items.keys()], (keys) => local.set(Object.fromEntries(keys.map((key) => [key, items.get(key)]))));
}

/** Everything that one state of a ruleset holds. */
export async function readContent(local: StorageArea, ruleset: StoredRuleset): Promise<RulesetContent> {
  const items = await local.get(allKeys(ruleset));
  const { lists, recipes } = readExtras(items[extrasKey(ruleset)]);
  const texts = Object.entries(items).flatMap(([key, text]) =>
    key !== extrasKey(ruleset) && typeof text === "string" ? [text] : [],
  );
  const { id, name, enabled, address } = ruleset;
  const rules = await workInSlices(rulesOf(texts));
  return { id, name, enabled, address, rules, lists, recipes };
}

/** Deletes the items of states that nothing refers to. */
export const removeParts = (local: StorageArea, parts: readonly RulesetParts[]): Promise<void> =>
  inCalls(parts.flatMap(allKeys), local.remove);
