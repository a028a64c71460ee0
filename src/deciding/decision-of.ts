import type { Action } from "@/model/filter.ts";
import type { Reason } from "@/model/verdict.ts";
import { plainVerdict } from "@/model/verdict.ts";

import type { Combined } from "./combine-filters.ts";
import { combineFilters } from "./combine-filters.ts";
import type { Applying, Decision } from "./judge.ts";
import { rankOf } from "./precedence.ts";

/** What becomes of a result that no filter applies to. */
export const noDecision: Decision = { ...plainVerdict, filters: [], someReasons: () => [] };

class LazyDecision implements Decision {
  readonly #applying: Applying;
  readonly #combined: Combined;
  #reasons: readonly Reason[] | null = null;

  constructor(applying: Applying) {
    this.#applying = applying;
    this.#combined = combineFilters(applying.filters);
  }

  get visibility() {
    return this.#combined.visibility;
  }

  get mark() {
    return this.#combined.mark;
  }

  get lift() {
    return this.#combined.lift;
  }

  get filters() {
    return this.#applying.filters;
  }

  get reasons(): readonly Reason[] {
    return (this.#reasons ??= this.someReasons(Number.POSITIVE_INFINITY));
  }

  someReasons(mostOfAction: number): readonly Reason[] {
    const { filters, reason } = this.#applying;
    const { isDecisive } = this.#combined;
    const chosen: { readonly place: number; readonly rank: number; readonly decisive: boolean }[] = [];
    const taken: Partial<Record<Action, number>> = {};
    for (const decisive of [true, false]) {
      for (const [place, filter] of filters.entries()) {
        const count = taken[filter.action] ?? 0;
        if (count >= mostOfAction || isDecisive(filter) !== decisive) continue;
        taken[filter.action] = count + 1;
        chosen.push({ place, rank: rankOf(filter), decisive });
      }
    }
    return chosen
      .toSorted((a, b) => a.rank - b.rank || a.place - b.place)
      .map(({ place, decisive }) => reason(place, decisive));
  }
}

/** What becomes of a result by the filters that apply to it. */
export const decisionOf = (applying: Applying | null): Decision =>
  applying === null ? noDecision : new LazyDecision(applying);
