import * as v from "valibot";

/** The item of this device's storage that says which rulesets there are and where their parts are. */
export const rulesetsKey = "rulesets";

/** Raised when the parts are written in another form; what is written in a newer one is left alone. */
const formVersion = 1;

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The items that parts of one state of a ruleset are in. */
const parts = v.object({
  id: v.string(),
  /** Drawn anew for every state, so that parts of two states never share a name. */
  generation: v.string(),
  shards: whole,
});
export type RulesetParts = v.InferOutput<typeof parts>;

const storedRuleset = v.object({
  ...parts.entries,
  name: v.string(),
  enabled: v.boolean(),
  /** Where it is fetched from; null where it was brought in once. */
  address: v.nullable(v.string()),
  rules: whole,
  /** The length of the text of the rules that are bound to no host. */
  unbound: whole,
  unreadable: whole,
  tooMany: whole,
  /** The keyword lists and recipes that came with it. */
  lists: whole,
  keywords: whole,
  recipes: whole,
  /** Since when it is to be deleted, in milliseconds since the epoch; it can be had back until it is. */
  removed: v.nullable(v.number()),
});
export type StoredRuleset = v.InferOutput<typeof storedRuleset>;

/** The rulesets on this device, and the parts that are being written or were replaced, and are to be deleted. */
export interface StoredRulesets {
  readonly rulesets: readonly StoredRuleset[];
  readonly leftOver: readonly RulesetParts[];
  /** A newer version wrote them: nothing is changed then. */
  readonly newer: boolean;
}

const lenient = <Item>(schema: v.GenericSchema<unknown, Item>, stored: unknown): readonly Item[] =>
  Array.isArray(stored)
    ? stored.flatMap((one) => {
        const read = v.safeParse(schema, one);
        return read.success ? [read.output] : [];
      })
    : [];

export const readStoredRulesets = (stored: unknown): StoredRulesets => {
  const found = (typeof stored === "object" && stored !== null ? stored : {}) as Record<string, unknown>;
  const newer = typeof found["version"] === "number" && found["version"] > formVersion;
  return newer
    ? { rulesets: [], leftOver: [], newer }
    : { rulesets: lenient(storedRuleset, found["rulesets"]), leftOver: lenient(parts, found["leftOver"]), newer };
};

export const rulesetsItem = ({ rulesets, leftOver }: Omit<StoredRulesets, "newer">): Record<string, unknown> => ({
  [rulesetsKey]: { version: formVersion, rulesets, leftOver },
});

const partKey = ({ id, generation }: RulesetParts, part: string | number): string =>
  `ruleset.${id}.${generation}.${part}`;
export const shardKey = (ruleset: RulesetParts, shard: number): string => partKey(ruleset, shard);
export const unboundKey = (ruleset: RulesetParts): string => partKey(ruleset, "unbound");
export const extrasKey = (ruleset: RulesetParts): string => partKey(ruleset, "extras");

/** The names of all items that a state of a ruleset can have. */
export const allKeys = (ruleset: RulesetParts): string[] => [
  ...Array.from({ length: ruleset.shards }, (_, shard) => shardKey(ruleset, shard)),
  unboundKey(ruleset),
  extrasKey(ruleset),
];
