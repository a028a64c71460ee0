import type { Signal } from "@/filters/necessary-signals.ts";
import type { FacetName } from "@/model/facet.ts";

import { FigureIndex } from "./figure-index.ts";
import type { FilterSet } from "./filter-set.ts";
import { emptyWords, putIn, takeAllOut } from "./filter-set.ts";
import type { ResultSubject } from "./result-subject.ts";

/** The filters that want a figure of one kind, and between which ends. */
interface Wanting {
  readonly filters: Uint32Array;
  readonly figures: FigureIndex;
}

/**
 * Filters that are true where a result gives all of their signals: figures between ends, and hits of lists. Most results
 * give most of them, so that it costs less to strike out those of which something is missing than to gather the others.
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
      this.#byHits.figures.strikeOut(value, value, now, left);
    }
    if (left.every((word) => word === 0)) return;
    for (const [name, { filters, figures }] of this.#byFacet) {
      const figure = subject.facet(name);
      if (figure === undefined) takeAllOut(left, filters);
      else figures.strikeOut(figure.value, figure.upper ?? figure.value, now, left);
    }
    met.addAll(left);
  }

  #wantingOf(facet: FacetName | null): Wanting {
    const known = facet === null ? this.#byHits : this.#byFacet.get(facet);
    const wanting = known ?? { filters: emptyWords(this.#size), figures: new FigureIndex() };
    if (facet === null) this.#byHits = wanting;
    else this.#byFacet.set(facet, wanting);
    return wanting;
  }
}
