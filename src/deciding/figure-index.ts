import { boundsOf } from "@/filters/compare-interval.ts";
import { intervalOf } from "@/filters/compile-comparison.ts";
import type { FigureSignal } from "@/filters/necessary-signals.ts";

import { putIn } from "./filter-set.ts";

/**
 * The filters, by their index, that a figure of one kind gives a signal for: those between whose ends it lies. The ends
 * stand in plain lists of numbers, which are gone through many times faster than conditions are asked.
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

  /** Calls back with every filter that a figure from `low` to `high` gives a signal for. */
  visit(low: number, high: number, now: number, visit: (filter: number) => void): void {
    this.#seeFrom(now);
    const lows = this.#lows;
    const highs = this.#highs;
    for (let place = 0; place < lows.length; place++) {
      if (low >= lows[place]! && high <= highs[place]!) visit(this.#filters[place]!);
    }
  }

  /** Puts those into a set of filters, given by its words, that a figure from `low` to `high` gives no signal for. */
  putOthers(low: number, high: number, now: number, words: Uint32Array): void {
    this.#seeFrom(now);
    const lows = this.#lows;
    const highs = this.#highs;
    const filters = this.#filters;
    for (let place = 0; place < lows.length; place++) {
      if (low >= lows[place]! && high <= highs[place]!) continue;
      putIn(words, filters[place]!);
    }
  }

  #seeFrom(now: number): void {
    if (now === this.#seenFrom) return;
    this.#seenFrom = now;
    for (const place of this.#ages) this.#setEnds(place);
  }

  #setEnds(place: number): void {
    const { comparison, comparator } = this.#signals[place]!;
    const interval = comparison === null ? { low: 0, high: 0 } : intervalOf(comparison, this.#seenFrom);
    const { low, high } = boundsOf(comparator, interval);
    this.#lows[place] = low;
    this.#highs[place] = high;
  }
}
