import type { Filter } from "@/model/filter.ts";
import type { Reason, Verdict } from "@/model/verdict.ts";

import { liftOf, precedence, rankOf } from "./precedence.ts";

/** A filter that applies to a result, and why. */
export interface Applying {
  readonly filter: Filter;
  readonly reason: Omit<Reason, "decisive">;
}

/**
 * Makes one verdict of all filters that apply to a result, given in the order of the settings.
 *
 * Visibility: by rank, see `rankOf`; all filters of the winning rank are decisive. Mark: the colour of the filter with
 * the best rank that comes first. Lift: raises less lowers, and those on the side that prevails are decisive. Reasons
 * are told by rank, then in the order of the settings.
 */
export const combineReasons = (applying: readonly Applying[]): Verdict => {
  const ranked = applying.map((item) => ({ ...item, rank: rankOf(item.filter) })).toSorted((a, b) => a.rank - b.rank);
  const rowOf = (item: Applying) => precedence.find((row) => row.action === item.filter.action);
  const strongest = ranked.find((item) => rowOf(item));
  const marking = ranked.find((item) => item.filter.action === "mark");
  const lift = ranked.reduce((sum, item) => sum + (liftOf[item.filter.action] ?? 0), 0);

  const isDecisive = (item: (typeof ranked)[number]): boolean => {
    const own = liftOf[item.filter.action];
    if (own !== undefined) return own * lift > 0;
    return item.filter.action === "mark" ? item === marking : item.rank === strongest?.rank;
  };
  return {
    visibility: (strongest && rowOf(strongest)?.visibility) ?? "show",
    mark: marking?.filter.color ?? null,
    lift,
    reasons: ranked.map((item) => ({ ...item.reason, decisive: isDecisive(item) })),
  };
};
