import type { Action, Filter } from "@/model/filter.ts";
import type { Reason } from "@/model/verdict.ts";
import { plainVerdict } from "@/model/verdict.ts";

import type { Combined } from "./combine-filters.ts";
import { combineFilters } from "./combine-filters.ts";
import type { Applying, Decision } from "./judge.ts";

/** What becomes of a result that no filter applies to. */
export const noDecision: Decision = { ...plainVerdict, filters: [], someReasons: () => [] };

class LazyDecision implements Decision {
  readonly #applying: Applying;
  readonly #combined: Combined;
  #filters: readonly Filter[] | null = null;
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
    return (this.#filters ??= this.#applying.filters.map(({ filter }) => filter));
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
      for (const [place, one] of filters.entries()) {
        const { action } = one.filter;
        const count = taken[action] ?? 0;
        if (count >= mostOfAction || isDecisive(one) !== decisive) continue;
        taken[action] = count + 1;
        chosen.push({ place, rank: one.rank, decisive });
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
