import { object, oneOf, orNull, readEach, text, whole } from "@/settings/read-value.ts";
import type { ReadBy } from "@/settings/read-value.ts";

import { storedRuleset, time } from "./stored-rulesets.ts";
import type { StoredRuleset } from "./stored-rulesets.ts";

/** The item of this device's storage that says what became of the rulesets that were brought. */
export const rulesetChangesKey = "ruleset-changes";

/**
 * How much is kept: so many changes, and so many rules in former states, which take some twenty megabytes. The newest
 * change is kept whatever its size, so that it can always be undone.
 */
const mostChanges = 30;
const mostRules = 500_000;

const rulesetChange = object({
  number: whole(),
  time,
  id: text,
  /** What it was called before; what it is called where it was added. */
  name: text,
  became: oneOf(["added", "changed", "deleted"] as const),
  /** The state that the change ended, whose parts stay; null where there was none. */
  before: orNull(storedRuleset),
  /** Its place among the others before. */
  index: whole(),
});
/** One change of a ruleset that was brought. What is subscribed to has none: it can be fetched again. */
export type RulesetChange = ReadBy<typeof rulesetChange>;

/** Reads the changes, oldest first; what is not as it should be is left out. */
export const readRulesetChanges = (stored: unknown): readonly RulesetChange[] => readEach(stored, rulesetChange).items;

/** The changes with one more, which makes one state of a ruleset, or none, of another, or of none. */
export const withChange = (
  changes: readonly RulesetChange[],
  rulesets: readonly StoredRuleset[],
  before: StoredRuleset | null,
  after: StoredRuleset | null,
  now: number,
): readonly RulesetChange[] => {
  const named = before ?? after;
  if (named === null) return changes;
  const change: RulesetChange = {
    number: (changes.at(-1)?.number ?? 0) + 1,
    time: now,
    id: named.id,
    name: named.name,
    became: before === null ? "added" : after === null ? "deleted" : "changed",
    before,
    index: before === null ? 0 : rulesets.indexOf(before),
  };
  return withinLimits([...changes, change]);
};

const withinLimits = (changes: readonly RulesetChange[]): readonly RulesetChange[] => {
  let kept = changes.slice(-mostChanges);
  const rulesIn = (some: readonly RulesetChange[]): number =>
    some.reduce((sum, { before }) => sum + (before?.rules ?? 0), 0);
  while (kept.length > 1 && rulesIn(kept) > mostRules) kept = kept.slice(1);
  return kept;
};
