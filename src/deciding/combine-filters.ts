import type { Verdict } from "@/model/verdict.ts";

import type { WeighedFilter } from "./precedence.ts";

/** What all filters that apply to a result come to, and which of them bring it about. */
export interface Combined extends Omit<Verdict, "reasons"> {
  /** Whether a filter took effect, or gave way to one that goes before it. */
  readonly isDecisive: (filter: WeighedFilter) => boolean;
}

/**
 * Makes one verdict of all filters that apply to a result, given in the order of the settings.
 *
 * Visibility: by rank, see `precedence`; all filters of the winning rank are decisive. Mark: the colour of the filter
 * with the best rank that comes first. Lift: raises less lowers, of the user's own filters or, where none of those
 * lifts, of others; those on the side that prevails are decisive.
 */
export const combineFilters = (applying: readonly WeighedFilter[]): Combined => {
  let strongest: WeighedFilter | null = null;
  let marking: WeighedFilter | null = null;
  let lift = 0;
  let liftOrigin = Number.POSITIVE_INFINITY;
  // Dozens of filters may apply to each of a thousand results.
  for (let place = 0; place < applying.length; place++) {
    const one = applying[place]!;
    if (one.visibility !== null) {
      if (strongest === null || one.rank < strongest.rank) strongest = one;
    } else if (one.lift === 0) {
      if (marking === null || one.origin < marking.origin) marking = one;
    } else if (one.origin <= liftOrigin) {
      if (one.origin < liftOrigin) lift = 0;
      lift += one.lift;
      liftOrigin = one.origin;
    }
  }
  return {
    visibility: strongest?.visibility ?? "show",
    mark: marking?.filter.color ?? null,
    lift,
    isDecisive: (one) => {
      if (one.visibility !== null) return strongest !== null && one.rank === strongest.rank;
      if (one.lift === 0) return one === marking;
      return one.lift * lift > 0 && one.origin === liftOrigin;
    },
  };
};
