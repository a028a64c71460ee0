import type { Facet, FacetName } from "@/model/facet.ts";

import type { Interval, Truth } from "./compare-interval.ts";
import { compareRange } from "./compare-interval.ts";
import type { Comparator, Condition, Measure, Operand } from "./condition.ts";
import { operandInterval } from "./operand-interval.ts";
import { isInCurrency } from "./told-currencies.ts";

/** What a comparison looks at: a facet, or a plain number such as that of hits. */
export type Figure = Pick<Facet, "value" | "upper" | "currency"> & Partial<Pick<Facet, "text">>;

/** A comparison made ready for many figures. Its interval is that of a single operand or of a whole range. */
export interface Comparison {
  readonly comparator: Comparator;
  /** The currencies that are asked for, or signs that several share. Amounts in another one cannot be compared. */
  readonly currencies: readonly string[];
  /** Null but for ages, which are other dates at every time they are seen from. */
  readonly intervalAt: ((now: number) => Interval) | null;
  /** As seen from this time. */
  seenFrom: number;
  interval: Interval;
}

/** The comparator seen from the other side: 30<pages is pages>30, and a longer age is an earlier date. */
export const mirrored: Readonly<Record<Comparator, Comparator>> = {
  "=": "=",
  "!=": "!=",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

/** The facet that a measure is read from; null for the number of hits. */
export const facetOf = (measure: Measure): FacetName | null =>
  measure === "hits" ? null : measure === "age" ? "date" : measure;

const currencyOf = (operand: Operand): readonly string[] =>
  operand.kind === "quantity" && operand.unit !== "" ? [operand.unit] : [];

/** Makes a comparison ready for many results. */
export const compileComparison = (condition: Extract<Condition, { kind: "compare" | "between" }>): Comparison => {
  const { measure } = condition;
  const isAge = measure === "age";
  const operands = condition.kind === "compare" ? [condition.operand] : [condition.low, condition.high];
  const intervalAt = (now: number): Interval => {
    const intervals = operands.map((operand) => operandInterval(measure, operand, now));
    // The longer of two ages is the earlier date.
    const [first, last] = isAge ? intervals.toReversed() : intervals;
    return { low: first!.low, high: (last ?? first!).high };
  };
  const comparator = condition.kind === "compare" ? condition.comparator : "=";
  return {
    comparator: isAge ? mirrored[comparator] : comparator,
    currencies: measure === "price" ? operands.flatMap(currencyOf) : [],
    intervalAt: isAge ? intervalAt : null,
    seenFrom: 0,
    interval: intervalAt(0),
  };
};

/**
 * The interval that figures are compared with, as seen from a time; that of an age is worked out anew for each other.
 */
export const intervalOf = (comparison: Comparison, now: number): Interval => {
  if (comparison.intervalAt !== null && comparison.seenFrom !== now) {
    comparison.seenFrom = now;
    comparison.interval = comparison.intervalAt(now);
  }
  return comparison.interval;
};

/** Compares one figure; the answer is null where it is missing or cannot be compared. */
export const compareFigure = (comparison: Comparison, figure: Figure | undefined, now: number): Truth => {
  if (figure === undefined) return null;
  const { currencies } = comparison;
  for (const currency of currencies) if (!isInCurrency(figure, currency)) return null;
  return compareRange(figure.value, figure.upper ?? figure.value, comparison.comparator, intervalOf(comparison, now));
};
