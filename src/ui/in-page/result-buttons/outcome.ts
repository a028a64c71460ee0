import type { ResultsOnPage } from "@/messaging/result-buttons.ts";
import type { Action, Filter } from "@/model/filter.ts";
import type { Verdict } from "@/model/verdict.ts";
import { usedAs } from "@/ui/editing/filter-use.ts";

import { opposedTo } from "./subject-rules.ts";

type Order = ResultsOnPage["order"];

/** What keeps a choice from being seen at its result: a filter that goes before it, or the order of the page. */
export type Obstacle = { readonly what: Exclude<Action, "dim" | "raise">; readonly filterName: string } | OrderAbove;

export interface OrderAbove {
  readonly what: "sorted" | "ownOrder";
}

const declining: readonly string[] = ["reorder-declined", "reorder-overruled"];

/** Why nothing is lifted on a page; null where it can be. */
export const orderAbove = (order: Order): OrderAbove | null => {
  if (order.sortedBy() !== null) return { what: "sorted" };
  return order.problems().some(({ code }) => declining.includes(code)) ? { what: "ownOrder" } : null;
};

/**
 * What keeps a filter from being seen at a result that it was made for; null where nothing does, or where the result
 * was not judged by it yet.
 *
 * @param filter as it is since the choice
 * @param verdict what the page says of the result now
 */
export const obstacleTo = (
  { id, condition, action }: Pick<Filter, "id" | "condition" | "action">,
  { reasons }: Pick<Verdict, "reasons">,
  order: Order,
): Obstacle | null => {
  const own = reasons.find((reason) => reason.filter === id && reason.condition === condition);
  if (own === undefined) return null;
  if (own.decisive) return action === "raise" ? orderAbove(order) : null;
  for (const reason of reasons) {
    const { action: what, decisive, filterName } = reason;
    // Where as many filters lift as lower, none of them is decisive.
    if (what === "dim" || what === "raise" || !opposedTo(action).includes(what)) continue;
    if (decisive || what === "lower") return { what, filterName: filterName || usedAs(reason).condition };
  }
  return null;
};
