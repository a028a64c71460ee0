import type { Signal } from "@/filters/necessary-signals.ts";
import type { FacetName } from "@/model/facet.ts";

import { FigureIndex } from "./figure-index.ts";
import type { FilterSet } from "./filter-set.ts";
import { emptyWords, putIn, takeAllOut } from "./filter-set.ts";
import type { ResultSubject } from "./result-subject.ts";

/** So many figures of one kind are remembered: those of a long list, where many results tell the same. */
const mostKnown = 1000;

/** The filters that want a figure of one kind. */
class Wanting {
  readonly filters: Uint32Array;
  readonly figures = new FigureIndex();
  readonly #size: number;
  /** By a figure that was met, the filters that want another one, as seen from one time. */
  #known = new Map<number, Uint32Array>();
  #seenFrom = 0;

  constructor(size: number) {
    this.#size = size;
    this.filters = emptyWords(size);
  }

  /** Those that want another figure than the one from `low` to `high`. */
  others(low: number, high: number, now: number): Uint32Array {
    if (now !== this.#seenFrom || this.#known.size === mostKnown) {
      this.#seenFrom = now;
      this.#known = new Map();
    }
    const known = low === high ? this.#known.get(low) : undefined;
    if (known !== undefined) return known;
    const others = emptyWords(this.#size);
    this.figures.putOthers(low, high, now, others);
    if (low === high) this.#known.set(low, others);
    return others;
  }
}

/**
 * Filters that are true where a result gives all of their signals: figures between ends, and hits of lists. Most
 * results give most of them, so that it costs less to strike out those of which something is missing than to gather the
 * others.
 */
export class ConjunctionIndex {
  readonly #size: number;
  readonly #all: Uint32Array;
  /** Those that are left of a result. */
  readonly #left: Uint32Array;
  readonly #byList = new Map<string, Uint32Array>();
  readonly #byFacet = new Map<FacetName, Wanting>();
  #byHits: Wanting | null = null;
  #isEmpty = true;

  /** @param size one more than the largest index of a filter */
  constructor(size: number) {
    this.#size = size;
    this.#all = emptyWords(size);
    this.#left = emptyWords(size);
  }

  /** Adds a filter by its index with everything that it wants. */
  add(filter: number, signals: readonly Signal[]): void {
    this.#isEmpty = false;
    putIn(this.#all, filter);
    for (const signal of signals) {
      if (signal.kind === "list") {
        const wanting = this.#byList.get(signal.list) ?? emptyWords(this.#size);
        this.#byList.set(signal.list, wanting);
        putIn(wanting, filter);
      } else if (signal.kind === "figure") {
        const wanting = this.#wantingOf(signal.facet);
        putIn(wanting.filters, filter);
        wanting.figures.add(filter, signal);
      }
    }
  }

  /** Adds every filter to a set that is true of a result, whose figures are read only where that may say something. */
  findTrue(subject: ResultSubject, met: FilterSet): void {
    if (this.#isEmpty) return;
    const { now } = subject;
    const left = this.#left;
    left.set(this.#all);
    for (const [list, wanting] of this.#byList) if (!subject.hitsByList.has(list)) takeAllOut(left, wanting);
    if (this.#byHits !== null) {
      const { value } = subject.hitCount;
      takeAllOut(left, this.#byHits.others(value, value, now));
    }
    if (left.every((word) => word === 0)) return;
    for (const [name, wanting] of this.#byFacet) {
      const figure = subject.facet(name);
      takeAllOut(
        left,
        figure === undefined ? wanting.filters : wanting.others(figure.value, figure.upper ?? figure.value, now),
      );
    }
    met.addAll(left);
  }

  #wantingOf(facet: FacetName | null): Wanting {
    const known = facet === null ? this.#byHits : this.#byFacet.get(facet);
    const wanting = known ?? new Wanting(this.#size);
    if (facet === null) this.#byHits = wanting;
    else this.#byFacet.set(facet, wanting);
    return wanting;
  }
}
