import { flag, isRecord, object, orNull, readEach, text, unread, whole } from "@/settings/read-value.ts";
import type { ReadBy, Reader } from "@/settings/read-value.ts";

/** The item of this device's storage that says which rulesets there are and where their parts are. */
export const rulesetsKey = "rulesets";

/** Raised when the parts are written in another form; what is written in a newer one is left alone. */
const formVersion = 1;

const count = whole();
export const time: Reader<number> = (stored) => (Number.isFinite(stored) ? Number(stored) : unread);

/** The items that parts of one state of a ruleset are in. */
const partNames = {
  id: text,
  /** Drawn anew for every state, so that parts of two states never share a name. */
  generation: text,
  shards: count,
};
const parts = object(partNames);
export type RulesetParts = ReadBy<typeof parts>;

export const storedRuleset = object({
  ...partNames,
  name: text,
  enabled: flag,
  /** Where it is fetched from; null where it was brought in once. */
  address: orNull(text),
  rules: count,
  /** The length of the text of the rules that are bound to no host. */
  unbound: count,
  unreadable: count,
  tooMany: count,
  /** The keyword lists and recipes that came with it. */
  lists: count,
  keywords: count,
  recipes: count,
  /** Since when it is to be deleted, in milliseconds since the epoch; it can be had back until it is. */
  removed: orNull(time),
});
export type StoredRuleset = ReadBy<typeof storedRuleset>;

/** Whether a ruleset was brought in once, is not subscribed to, and was not deleted since. */
export const isBrought = ({ address, removed }: StoredRuleset): boolean => address === null && removed === null;

/** The rulesets on this device, and the parts that are being written or were replaced, and are to be deleted. */
export interface StoredRulesets {
  readonly rulesets: readonly StoredRuleset[];
  readonly leftOver: readonly RulesetParts[];
  /** A newer version wrote them: nothing is changed then. */
  readonly newer: boolean;
}

export const readStoredRulesets = (stored: unknown): StoredRulesets => {
  const found = isRecord(stored) ? stored : {};
  const newer = typeof found["version"] === "number" && found["version"] > formVersion;
  return newer
    ? { rulesets: [], leftOver: [], newer }
    : {
        rulesets: readEach(found["rulesets"], storedRuleset).items,
        leftOver: readEach(found["leftOver"], parts).items,
        newer,
      };
};

export const rulesetsItem = (
  rulesets: readonly StoredRuleset[],
  leftOver: readonly RulesetParts[],
): Record<string, unknown> => ({ [rulesetsKey]: { version: formVersion, rulesets, leftOver } });

const partKey = ({ id, generation }: RulesetParts, part: string | number): string =>
  `ruleset.${id}.${generation}.${part}`;
export const shardKey = (ruleset: RulesetParts, shard: number): string => partKey(ruleset, shard);
export const unboundKey = (ruleset: RulesetParts): string => partKey(ruleset, "unbound");
/** Rules that no tab gets, kept for whoever brought them. */
export const unusedKey = (ruleset: RulesetParts): string => partKey(ruleset, "unused");
export const extrasKey = (ruleset: RulesetParts): string => partKey(ruleset, "extras");

/** The names of all items that a state of a ruleset can have. */
export const allKeys = (ruleset: RulesetParts): string[] => [
  ...Array.from({ length: ruleset.shards }, (_, shard) => shardKey(ruleset, shard)),
  unboundKey(ruleset),
  unusedKey(ruleset),
  extrasKey(ruleset),
];
