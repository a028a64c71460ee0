import { boundsOf } from "@/filters/compare-interval.ts";
import { intervalOf } from "@/filters/compile-comparison.ts";
import type { FigureSignal } from "@/filters/necessary-signals.ts";
import type { Facet } from "@/model/facet.ts";

/**
 * The filters, by their index, that a figure of one kind can only meet if it lies between certain ends. The ends stand
 * in plain lists of numbers, which are gone through many times faster than conditions are asked.
 */
export class FigureIndex {
  readonly #filters: number[] = [];
  readonly #signals: FigureSignal[] = [];
  readonly #lows: number[] = [];
  readonly #highs: number[] = [];
  /** Those whose ends are others at every time: ages. */
  readonly #ages: number[] = [];
  #seenFrom = 0;

  add(filter: number, signal: FigureSignal): void {
    const place = this.#filters.push(filter) - 1;
    this.#signals.push(signal);
    this.#setEnds(place);
    if (signal.comparison !== null && signal.comparison.intervalAt !== null) this.#ages.push(place);
  }

  /** Calls back with every filter that a figure may meet. */
  visit({ value, upper = value }: Facet, now: number, visit: (filter: number) => void): void {
    if (now !== this.#seenFrom) {
      this.#seenFrom = now;
      for (const place of this.#ages) this.#setEnds(place);
    }
    const lows = this.#lows;
    const highs = this.#highs;
    for (let place = 0; place < lows.length; place++) {
      if (value >= lows[place]! && upper <= highs[place]!) visit(this.#filters[place]!);
    }
  }

  #setEnds(place: number): void {
    const { comparison, comparator } = this.#signals[place]!;
    const none = { low: 0, high: 0 };
    const { low, high } = boundsOf(comparator, comparison === null ? none : intervalOf(comparison, this.#seenFrom));
    this.#lows[place] = low;
    this.#highs[place] = high;
  }
}
