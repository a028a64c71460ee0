import { messageText } from "@/browser/message-text.ts";
import { allButText, onlyShown } from "@/filters/only-results.ts";
import type { Action, Filter } from "@/model/filter.ts";

/** What a filter is made for: an action for the results that it means, or to show no others than those. */
export type FilterUse = Action | "only";

/** The uses that are offered, in the order of how usual they are. */
export const offeredUses: readonly FilterUse[] = ["hide", "only", "fold", "dim", "mark", "raise", "lower", "keep"];

type Rule = Pick<Filter, "action" | "condition">;

/** A filter as its maker sees it: with the condition of the results that it is about. */
export interface UsedRule {
  readonly use: FilterUse;
  readonly condition: string;
}

/** How a filter is seen. What hides all but some results is there to show only those. */
export function usedAs({ action, condition }: Rule): UsedRule {
  const shown = action === "hide" ? onlyShown(condition) : null;
  return shown === null ? { use: action, condition } : { use: "only", condition: shown };
}

/** How it is kept: there is no action that shows only some results, so all others are hidden. */
export const keptAs = ({ use, condition }: UsedRule): Rule =>
  use === "only" ? { action: "hide", condition: allButText(condition) } : { action: use, condition };

const seen = new WeakMap<Filter, Filter>();

/** A filter with the condition that is seen of it, so that columns are those of what is seen; the same each time. */
export function seenFilter(filter: Filter): Filter {
  const known = seen.get(filter);
  if (known !== undefined) return known;
  const { use, condition } = usedAs(filter);
  const asSeen = use === "only" ? { ...filter, condition } : filter;
  seen.set(filter, asSeen);
  return asSeen;
}

/** What stands for the name of a filter that has none: its condition, and that it shows only these, where it does. */
export function ruleText(rule: Rule): string {
  const { use, condition } = usedAs(rule);
  return use === "only" ? messageText("action.onlyWith", [condition]) : condition;
}
