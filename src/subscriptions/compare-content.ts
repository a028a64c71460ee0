import type { SubscriptionContent } from "./subscription-content.ts";

/** How many rules, keywords and recipes came, and how many went. */
export interface Difference {
  readonly added: number;
  readonly removed: number;
}

type Compared = Pick<SubscriptionContent, "rules" | "lists" | "recipes">;

/** Entries that are compared between two pauses. */
const inStep = 5000;

function* entriesOf({ rules, lists, recipes }: Compared): Generator<string> {
  for (const { action, color, condition } of rules) yield `${action} ${color ?? ""} ${condition}`;
  for (const { id, lines } of lists) for (const line of lines) yield `${id}\n${line}`;
  for (const { data } of recipes) yield JSON.stringify(data);
}

/** Compares two states of what an address gave, whatever the order, step by step. */
export function* compareContent(before: Compared, after: Compared): Generator<void, Difference> {
  const counts = new Map<string, number>();
  let steps = 0;
  for (const entry of entriesOf(before)) {
    counts.set(entry, (counts.get(entry) ?? 0) + 1);
    if (++steps % inStep === 0) yield;
  }
  let added = 0;
  for (const entry of entriesOf(after)) {
    const count = counts.get(entry) ?? 0;
    if (count === 0) added++;
    else counts.set(entry, count - 1);
    if (++steps % inStep === 0) yield;
  }
  let removed = 0;
  for (const count of counts.values()) removed += count;
  return { added, removed };
}
