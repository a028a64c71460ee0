import { truthOf } from "@/filters/compile-condition.ts";
import { necessarySignals, sufficientSignals } from "@/filters/necessary-signals.ts";
import type { Names } from "@/filters/subject.ts";
import type { Steps } from "@/model/steps.ts";

import { ConjunctionIndex } from "./conjunction-index.ts";
import { FilterSet } from "./filter-set.ts";
import type { ReadyFilter } from "./ready-filters.ts";
import type { ResultSubject } from "./result-subject.ts";
import { newSignalIndex } from "./signal-index.ts";

/** Finds the filters that are true of a result. */
export interface FilterIndex {
  /**
   * The filters, by their place among all, that are true of a result, in order.
   *
   * @param terms the terms that were found in it
   */
  readonly findTrue: (subject: ResultSubject, terms: ReadonlyMap<number, unknown>) => readonly number[];
}

/** Filters that are put under their signals in one step: less than a millisecond's work. */
const filtersInStep = 200;

/**
 * Puts filters under the signals that results give. Most are under signals without which they cannot be true, and are
 * asked where one is given. What compares figures and looks for lists is true of many results and would be asked of
 * nearly all: it is struck out where something of what it wants is missing, and true otherwise.
 */
export function* indexFilters(filters: readonly ReadyFilter[], names: Names): Steps<FilterIndex> {
  const index = newSignalIndex();
  const conjunctions = new ConjunctionIndex(filters.length);
  const always: number[] = [];
  let asksFigures = false;
  for (const [filter, { condition }] of filters.entries()) {
    if (filter % filtersInStep === filtersInStep - 1) yield;
    const sufficient = sufficientSignals(condition, names);
    if (sufficient !== null) {
      conjunctions.add(filter, sufficient);
      continue;
    }
    const signals = necessarySignals(condition, names);
    if (signals === null) always.push(filter);
    for (const signal of signals ?? []) {
      index.add(filter, signal);
      asksFigures ||= signal.kind === "figure" && signal.facet !== null;
    }
  }

  /** For each filter the number of the result it was last asked about, so that it is asked once. */
  const asked = new Uint32Array(filters.length);
  let asking = 0;
  let subject: ResultSubject | null = null;
  const met = new FilterSet(filters.length);
  const visitOne = (filter: number): void => {
    if (asked[filter] === asking || subject === null) return;
    asked[filter] = asking;
    if (truthOf(filters[filter]!.test, subject) === true) met.add(filter);
  };

  return {
    findTrue: (about, terms) => {
      subject = about;
      asking++;
      for (const filter of always) visitOne(filter);
      if (about.host !== null) index.visitSite(about.host, visitOne);
      if (about.url !== null) index.visitAddress(about.url, visitOne);
      terms.forEach((_, term) => index.visitTerm(term, visitOne));
      if (index.asksLists()) for (const list of about.hitsByList.keys()) index.visitList(list, visitOne);
      index.visitHits(about.hitCount.value, about.now, visitOne);
      if (asksFigures) for (const figure of about.figures) index.visitFigure(figure, about.now, visitOne);
      conjunctions.findTrue(about, met);
      return met.drain();
    },
  };
}
