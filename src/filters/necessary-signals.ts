import type { FacetName } from "@/model/facet.ts";

import { oppositeComparator } from "./compare-interval.ts";
import type { Comparison } from "./compile-comparison.ts";
import { compileComparison, facetOf } from "./compile-comparison.ts";
import type { Comparator, Condition } from "./condition.ts";
import type { Names } from "./subject.ts";
import { propertyLine, termLine } from "./term-line.ts";

/** Something cheap to see in a result. */
export type Signal =
  | { readonly kind: "site"; readonly host: string }
  | { readonly kind: "address"; readonly url: string }
  | { readonly kind: "term"; readonly term: number }
  | { readonly kind: "list"; readonly list: string }
  | FigureSignal;

/** A figure that is there, and that compares so with the interval of a comparison. */
export interface FigureSignal {
  readonly kind: "figure";
  /** Null for the number of hits. */
  readonly facet: FacetName | null;
  /** Null where the figure may be any. */
  readonly comparison: Comparison | null;
  readonly comparator: Comparator;
}

/** About how often a result gives a signal, relative to the others: an address or a host is the rarest. */
const frequency: Readonly<Record<Signal["kind"], number>> = { address: 1, site: 1, term: 2, list: 20, figure: 40 };

const cost = (signals: readonly Signal[]): number => signals.reduce((sum, signal) => sum + frequency[signal.kind], 0);

/** The rarer of two sets of signals; null stands for a set that holds everything. */
const rarer = (a: readonly Signal[] | null, b: readonly Signal[] | null): readonly Signal[] | null =>
  a === null ? b : b === null || cost(a) <= cost(b) ? a : b;

/** A comparison with a figure that is missing is unknown, and so is its opposite. */
const figureSignal = (condition: Extract<Condition, { kind: "compare" | "between" }>, wanted: boolean) => {
  const comparison = compileComparison(condition);
  const { comparator } = comparison;
  return {
    kind: "figure",
    facet: facetOf(condition.measure),
    comparison,
    comparator: wanted ? comparator : oppositeComparator[comparator],
  } as const satisfies FigureSignal;
};

const anyFigure = (facet: FacetName): FigureSignal => ({ kind: "figure", facet, comparison: null, comparator: "!=" });

const signalsFor = (condition: Condition, wanted: boolean, names: Names): readonly Signal[] | null => {
  switch (condition.kind) {
    case "not":
      return signalsFor(condition.part, !wanted, names);
    case "all":
    case "any": {
      const sets = condition.parts.map((part) => signalsFor(part, wanted, names));
      if ((condition.kind === "all") === wanted) return sets.reduce(rarer, null);
      return sets.every((set) => set !== null) ? sets.flat() : null;
    }
    case "text":
      return wanted ? [{ kind: "term", term: names.termOf(termLine(condition)) }] : null;
    case "site":
    case "host":
      return wanted ? [{ kind: "site", host: condition.host }] : null;
    case "address":
      return wanted ? [{ kind: "address", url: condition.url }] : null;
    case "list": {
      // A list that is not there is neither hit nor not hit: nothing makes the condition true.
      const list = names.listOf(condition.name);
      return list === null ? [] : wanted ? [{ kind: "list", list }] : null;
    }
    case "property":
      // Most are the same for all results of a page, so that they tell none from another.
      return wanted && condition.form === "regex"
        ? [{ kind: "term", term: names.termOf(propertyLine(condition)) }]
        : null;
    case "has":
      return wanted ? [anyFigure(condition.facet)] : null;
    default:
      return [figureSignal(condition, wanted)];
  }
};

/**
 * Signals of which a result must give at least one for the condition to be true of it: as rare ones as can be had.
 * Null where the condition may be true of a result that gives none.
 */
export const necessarySignals = (condition: Condition, names: Names): readonly Signal[] | null =>
  signalsFor(condition, true, names);

const sufficientSignal = (condition: Condition, names: Names): Signal | null => {
  const negated = condition.kind === "not";
  const atom = negated ? condition.part : condition;
  if (atom.kind === "compare" || atom.kind === "between") {
    const signal = figureSignal(atom, !negated);
    return signal.comparator === "!=" || signal.comparison.currencies.length > 0 ? null : signal;
  }
  if (negated) return null;
  if (atom.kind === "has") return anyFigure(atom.facet);
  const list = atom.kind === "list" ? names.listOf(atom.name) : null;
  return list === null ? null : { kind: "list", list };
};

/**
 * Signals all of which a result gives exactly if the condition is true of it: then there is nothing left to ask. Null
 * where there are none such, as for everything but comparisons and lists, which many results meet.
 */
export const sufficientSignals = (condition: Condition, names: Names): readonly Signal[] | null => {
  const parts = condition.kind === "all" ? condition.parts : [condition];
  const signals = parts.map((part) => sufficientSignal(part, names));
  return signals.every((signal) => signal !== null) ? signals : null;
};
