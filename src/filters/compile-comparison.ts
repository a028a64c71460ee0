import type { Facet, FacetName } from "@/model/facet.ts";

import type { Interval, Truth } from "./compare-interval.ts";
import { compareRange } from "./compare-interval.ts";
import type { Comparator, Condition, Measure, Operand } from "./condition.ts";
import { operandInterval } from "./operand-interval.ts";

/** What a comparison looks at: a facet, or a plain number such as that of hits. */
export type Figure = Pick<Facet, "value" | "upper" | "currency">;

/** Compares one figure; the answer is null where it is missing or cannot be compared. */
export type Comparison = (figure: Figure | undefined, now: number) => Truth;

/** A longer age is an earlier date. */
const mirrored: Readonly<Record<Comparator, Comparator>> = {
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

/** Amounts in two different known currencies cannot be compared. */
const otherCurrency = (figure: Figure, operand: Operand): boolean =>
  figure.currency !== undefined &&
  operand.kind === "quantity" &&
  operand.unit !== "" &&
  figure.currency !== operand.unit;

/** An operand's interval; that of an age is computed anew only when the time it is seen from changes. */
const intervalAt = (measure: Measure, operand: Operand): ((now: number) => Interval) => {
  let seenFrom = 0;
  let interval = operandInterval(measure, operand, seenFrom);
  if (measure !== "age") return () => interval;
  return (now) => {
    if (now !== seenFrom) {
      seenFrom = now;
      interval = operandInterval(measure, operand, now);
    }
    return interval;
  };
};

/** Makes a comparison ready for many results. */
export const compileComparison = (condition: Extract<Condition, { kind: "compare" | "between" }>): Comparison => {
  if (condition.kind === "compare") {
    const { measure, operand } = condition;
    const comparator = measure === "age" ? mirrored[condition.comparator] : condition.comparator;
    const interval = intervalAt(measure, operand);
    return (figure, now) =>
      figure === undefined || otherCurrency(figure, operand)
        ? null
        : compareRange(figure.value, figure.upper ?? figure.value, comparator, interval(now));
  }
  const { measure, low, high } = condition;
  const first = intervalAt(measure, measure === "age" ? high : low);
  const last = intervalAt(measure, measure === "age" ? low : high);
  return (figure, now) =>
    figure === undefined || otherCurrency(figure, low) || otherCurrency(figure, high)
      ? null
      : compareRange(figure.value, figure.upper ?? figure.value, "=", { low: first(now).low, high: last(now).high });
};
