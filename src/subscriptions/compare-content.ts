import type { SubscriptionContent } from "./subscription-content.ts";

/** How many rules, keywords and recipes came, and how many went. */
export interface Difference {
  readonly added: number;
  readonly removed: number;
}

export interface Comparison extends Difference {
  /** Whether nothing at all is otherwise, such as the colour of a list or the line that a rule is on. */
  readonly isSame: boolean;
}

type Compared = Pick<SubscriptionContent, "rules" | "lists" | "recipes">;

/** Entries that are compared between two pauses. */
const inStep = 5000;

/** What each entry says, and the same with everything that is told or set beside it. */
function* entriesOf({ rules, lists, recipes }: Compared): Generator<readonly [said: string, whole: string]> {
  for (const { action, color, condition, line } of rules) {
    const said = `${action} ${color ?? ""} ${condition}`;
    yield [said, `${line} ${said}`];
  }
  for (const { id, lines, ...set } of lists) {
    const how = JSON.stringify(set);
    for (const line of lines) yield [`${id}\n${line}`, `${id}\n${how}\n${line}`];
  }
  for (const { id, data } of recipes) {
    const said = JSON.stringify(data);
    yield [said, `${id} ${said}`];
  }
}

/** Compares two states of what an address gave, whatever the order, step by step. */
export function* compareContent(before: Compared, after: Compared): Generator<void, Comparison> {
  const counts = new Map<string, number>();
  const wholes = new Map<string, number>();
  let steps = 0;
  for (const [said, whole] of entriesOf(before)) {
    counts.set(said, (counts.get(said) ?? 0) + 1);
    wholes.set(whole, (wholes.get(whole) ?? 0) + 1);
    if (++steps % inStep === 0) yield;
  }
  let added = 0;
  let isSame = true;
  for (const [said, whole] of entriesOf(after)) {
    const count = counts.get(said) ?? 0;
    if (count === 0) added++;
    else counts.set(said, count - 1);
    const same = wholes.get(whole) ?? 0;
    if (same === 0) isSame = false;
    else wholes.set(whole, same - 1);
    if (++steps % inStep === 0) yield;
  }
  let removed = 0;
  for (const count of counts.values()) removed += count;
  return { added, removed, isSame: isSame && removed === 0 };
}
