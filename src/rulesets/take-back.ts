import type { Rule } from "@/model/ruleset.ts";

/** Rules between two pauses. */
const rulesInStep = 2000;

const signOf = ({ condition, action, color = 1 }: Rule): string => `${action} ${String(color)} ${condition}`;

function* signsOf(rules: readonly Rule[]): Generator<void, ReadonlySet<string>> {
  const signs = new Set<string>();
  for (const [index, rule] of rules.entries()) {
    if (index % rulesInStep === 0) yield;
    signs.add(signOf(rule));
  }
  return signs;
}

function* without(rules: readonly Rule[], signs: ReadonlySet<string>): Generator<void, readonly Rule[]> {
  const left: Rule[] = [];
  for (const [index, rule] of rules.entries()) {
    if (index % rulesInStep === 0) yield;
    if (!signs.has(signOf(rule))) left.push(rule);
  }
  return left;
}

/**
 * Takes a change of rules back that others followed, with a pause wherever it yields: what it brought goes, what it
 * took away is there again, and all the rest stays as it is.
 *
 * @param before The rules before the change.
 * @param after The rules after it.
 * @param now The rules that are there.
 */
export function* takeBack(
  before: readonly Rule[],
  after: readonly Rule[],
  now: readonly Rule[],
): Generator<void, readonly Rule[]> {
  const brought = yield* signsOf(yield* without(after, yield* signsOf(before)));
  const kept = yield* without(now, brought);
  const taken = yield* without(before, yield* signsOf(after));
  return [...kept, ...(yield* without(taken, yield* signsOf(kept)))];
}
