import type { Reason } from "@/model/verdict.ts";
import { plainVerdict } from "@/model/verdict.ts";

import { combineFilters } from "./combine-filters.ts";
import type { Applying, Decision } from "./judge.ts";
import { rankOf } from "./precedence.ts";

/** What becomes of a result that no filter applies to. */
export const noDecision: Decision = { ...plainVerdict, filters: [] };

/** The reasons for a decision, in the order of the ranks. */
const reasonsOf = ({ filters, reason }: Applying, isDecisive: ReturnType<typeof combineFilters>["isDecisive"]) =>
  filters
    .map((filter, place) => ({ filter, place }))
    .toSorted((a, b) => rankOf(a.filter) - rankOf(b.filter))
    .map(({ filter, place }) => reason(place, isDecisive(filter)));

/** What becomes of a result by the filters that apply to it. */
export const decisionOf = (applying: Applying | null): Decision => {
  if (applying === null) return noDecision;
  const { filters } = applying;
  const { visibility, mark, lift, isDecisive } = combineFilters(filters);
  let reasons: readonly Reason[] | undefined;
  return {
    visibility,
    mark,
    lift,
    filters,
    get reasons() {
      return (reasons ??= reasonsOf(applying, isDecisive));
    },
  };
};
