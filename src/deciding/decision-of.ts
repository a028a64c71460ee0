import type { Reason } from "@/model/verdict.ts";
import { plainVerdict } from "@/model/verdict.ts";

import type { Combined } from "./combine-filters.ts";
import { combineFilters } from "./combine-filters.ts";
import type { Applying, Decision } from "./judge.ts";
import { rankOf } from "./precedence.ts";

/** What becomes of a result that no filter applies to. */
export const noDecision: Decision = { ...plainVerdict, filters: [] };

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

  /** In the order of the ranks. */
  get reasons(): readonly Reason[] {
    const { filters, reason } = this.#applying;
    return (this.#reasons ??= filters
      .map((filter, place) => ({ filter, place }))
      .toSorted((a, b) => rankOf(a.filter) - rankOf(b.filter))
      .map(({ filter, place }) => reason(place, this.#combined.isDecisive(filter))));
  }
}

/** What becomes of a result by the filters that apply to it. */
export const decisionOf = (applying: Applying | null): Decision =>
  applying === null ? noDecision : new LazyDecision(applying);
