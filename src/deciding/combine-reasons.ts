import type { Filter } from "@/model/filter.ts";
import type { Reason, Verdict } from "@/model/verdict.ts";

import { liftOf, originRank, precedence, rankOf } from "./precedence.ts";

/** A filter that applies to a result, and why. */
export interface Applying {
  readonly filter: Filter;
  readonly reason: Omit<Reason, "decisive">;
}

type Ranked = Applying & { readonly rank: number };

const rowOf = ({ filter }: Applying) => precedence.find((row) => row.action === filter.action);
const ownLift = ({ filter }: Applying): number => liftOf[filter.action] ?? 0;

/** The raises and lowers that count: the user's own ones, or others where there are none of those. */
const lifting = (ranked: readonly Ranked[]): readonly Ranked[] => {
  const lifts = ranked.filter((item) => ownLift(item) !== 0);
  const origin = Math.min(...lifts.map(({ filter }) => originRank(filter)));
  return lifts.filter(({ filter }) => originRank(filter) === origin);
};

/**
 * Makes one verdict of all filters that apply to a result, given in the order of the settings.
 *
 * Visibility: by rank, see `rankOf`; all filters of the winning rank are decisive. Mark: the colour of the filter with
 * the best rank that comes first. Lift: raises less lowers, and those on the side that prevails are decisive. Reasons
 * are told by rank, then in the order of the settings.
 */
export const combineReasons = (applying: readonly Applying[]): Verdict => {
  const ranked: readonly Ranked[] = applying
    .map((item) => ({ ...item, rank: rankOf(item.filter) }))
    .toSorted((a, b) => a.rank - b.rank);
  const strongest = ranked.find((item) => rowOf(item));
  const marking = ranked.find(({ filter }) => filter.action === "mark");
  const lifts = lifting(ranked);
  const lift = lifts.reduce((sum, item) => sum + ownLift(item), 0);

  const isDecisive = (item: Ranked): boolean => {
    if (ownLift(item) !== 0) return lifts.includes(item) && ownLift(item) * lift > 0;
    return item.filter.action === "mark" ? item === marking : item.rank === strongest?.rank;
  };
  return {
    visibility: (strongest && rowOf(strongest)?.visibility) ?? "show",
    mark: marking?.filter.color ?? null,
    lift,
    reasons: ranked.map((item) => ({ ...item.reason, decisive: isDecisive(item) })),
  };
};
