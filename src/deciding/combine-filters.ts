import type { Filter } from "@/model/filter.ts";
import type { Verdict } from "@/model/verdict.ts";

import { liftOf, originRank, rankOf, visibilityOf } from "./precedence.ts";

/** What all filters that apply to a result come to, and which of them bring it about. */
export interface Combined extends Omit<Verdict, "reasons"> {
  /** Whether a filter took effect, or gave way to one that goes before it. */
  readonly isDecisive: (filter: Filter) => boolean;
}

/**
 * Makes one verdict of all filters that apply to a result, given in the order of the settings.
 *
 * Visibility: by rank, see `rankOf`; all filters of the winning rank are decisive. Mark: the colour of the filter with
 * the best rank that comes first. Lift: raises less lowers, of the user's own filters or, where none of those lifts, of
 * others; those on the side that prevails are decisive.
 */
export const combineFilters = (applying: readonly Filter[]): Combined => {
  let strongest: Filter | undefined;
  let marking: Filter | undefined;
  let lift = 0;
  let liftOrigin = Number.POSITIVE_INFINITY;
  for (const filter of applying) {
    if (visibilityOf[filter.action] !== undefined) {
      if (!strongest || rankOf(filter) < rankOf(strongest)) strongest = filter;
    } else if (filter.action === "mark") {
      if (!marking || originRank(filter) < originRank(marking)) marking = filter;
    } else if (originRank(filter) <= liftOrigin) {
      lift = (originRank(filter) < liftOrigin ? 0 : lift) + (liftOf[filter.action] ?? 0);
      liftOrigin = originRank(filter);
    }
  }
  return {
    visibility: (strongest && visibilityOf[strongest.action]) ?? "show",
    mark: marking?.color ?? null,
    lift,
    isDecisive: (filter) => {
      if (filter.action === "mark") return filter === marking;
      const own = liftOf[filter.action];
      if (own !== undefined) return own * lift > 0 && originRank(filter) === liftOrigin;
      return strongest !== undefined && rankOf(filter) === rankOf(strongest);
    },
  };
};
