import { truthOf } from "@/filters/compile-condition.ts";
import { necessarySignals, sufficientSignals } from "@/filters/necessary-signals.ts";
import type { Names } from "@/filters/subject.ts";
import type { Steps } from "@/model/steps.ts";

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

/** A count that no filter reaches. */
const never = 0;

/**
 * Puts filters under the signals that results give. Most are under signals without which they cannot be true, and are
 * asked where one is given. What compares figures is true of many results and would be asked of nearly all: it is under
 * each of the signals that it wants, and true where it was given all of them.
 */
export function* indexFilters(filters: readonly ReadyFilter[], names: Names): Steps<FilterIndex> {
  const index = newSignalIndex();
  const always: number[] = [];
  /** How many signals a filter wants that is counted; {@link never} for those that are asked. */
  const wanted = new Uint8Array(filters.length);
  const given = new Uint8Array(filters.length);
  let counts = false;
  let asksFigures = false;
  for (const [filter, { condition }] of filters.entries()) {
    if (filter % filtersInStep === filtersInStep - 1) yield;
    const sufficient = sufficientSignals(condition, names);
    const isCounted = sufficient !== null && sufficient.length < 0x100;
    const signals = isCounted ? sufficient : necessarySignals(condition, names);
    if (isCounted) wanted[filter] = sufficient.length;
    if (signals === null) always.push(filter);
    for (const signal of signals ?? []) index.add(filter, signal);
    counts ||= isCounted;
    // What wants a list, too, is worth no reading of figures before there is a hit of that list.
    const wantsFigure = (signals ?? []).some((signal) => signal.kind === "figure" && signal.facet !== null);
    const waitsForList = isCounted && sufficient.some(({ kind }) => kind === "list");
    asksFigures ||= wantsFigure && !waitsForList;
  }

  /** For each filter the number of the result it was last asked about, so that it is asked once. */
  const asked = new Uint32Array(filters.length);
  let asking = 0;
  let subject: ResultSubject | null = null;
  const met = new FilterSet(filters.length);
  /** Whether a filter was given some of what it wants. */
  let isWaiting = false;
  const visitOne = (filter: number): void => {
    const signals = wanted[filter]!;
    if (signals !== never) {
      const now = ++given[filter]!;
      if (now === signals) met.add(filter);
      else isWaiting = true;
    } else if (asked[filter] !== asking && subject !== null) {
      asked[filter] = asking;
      if (truthOf(filters[filter]!.test, subject) === true) met.add(filter);
    }
  };

  return {
    findTrue: (about, terms) => {
      subject = about;
      asking++;
      isWaiting = false;
      if (counts) given.fill(0);
      for (const filter of always) visitOne(filter);
      if (about.host !== null) index.visitSite(about.host, visitOne);
      if (about.url !== null) index.visitAddress(about.url, visitOne);
      terms.forEach((_, term) => index.visitTerm(term, visitOne));
      if (index.asksLists()) for (const list of about.hitsByList.keys()) index.visitList(list, visitOne);
      index.visitHits(about.hitCount.value, about.now, visitOne);
      if (asksFigures || isWaiting) for (const figure of about.figures) index.visitFigure(figure, about.now, visitOne);
      return met.drain();
    },
  };
}
