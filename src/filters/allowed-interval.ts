import type { Interval } from "./compare-interval.ts";
import { oppositeComparator } from "./compare-interval.ts";
import type { Comparator, Condition, Measure } from "./condition.ts";
import { operandInterval } from "./operand-interval.ts";
import { dimensionOf } from "./units.ts";

/** What a comparison leaves a figure to be, with ends that may or may not belong to it. */
export interface AllowedInterval extends Interval {
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

/** Ratings are on a scale of five. */
const bestRating = 5;

const possible = (measure: Measure): AllowedInterval => {
  const dimension = dimensionOf[measure];
  const low = dimension === "date" ? Number.NEGATIVE_INFINITY : 0;
  const high = dimension === "rating" ? bestRating : Number.POSITIVE_INFINITY;
  return { low, high, lowOpen: false, highOpen: false };
};

/** What both allow. */
export const meet = (a: AllowedInterval, b: AllowedInterval): AllowedInterval => {
  const lower = a.low > b.low || (a.low === b.low && a.lowOpen) ? a : b;
  const upper = a.high < b.high || (a.high === b.high && a.highOpen) ? a : b;
  return { low: lower.low, lowOpen: lower.lowOpen, high: upper.high, highOpen: upper.highOpen };
};

export const isEmpty = ({ low, high, lowOpen, highOpen }: AllowedInterval): boolean =>
  low > high || (low === high && (lowOpen || highOpen));

const limited = (comparator: Comparator, operand: Interval): AllowedInterval | null => {
  const none = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, lowOpen: false, highOpen: false };
  switch (comparator) {
    case "<":
      return { ...none, high: operand.low, highOpen: true };
    case "<=":
      return { ...none, high: operand.high };
    case ">":
      return { ...none, low: operand.high, lowOpen: true };
    case ">=":
      return { ...none, low: operand.low };
    case "=":
      return { ...none, low: operand.low, high: operand.high };
    default:
      return null;
  }
};

/** Between two neighbouring whole numbers there is no count. */
const wholeNumbers = (interval: AllowedInterval): AllowedInterval => ({
  low: interval.lowOpen ? interval.low + 1 : interval.low,
  high: interval.highOpen ? interval.high - 1 : interval.high,
  lowOpen: false,
  highOpen: false,
});

/**
 * The figures of which a comparison, or the opposite of one, can be true; null where that is no single stretch.
 * Ages are taken as lengths of time.
 */
export const allowedInterval = (condition: Condition): AllowedInterval | null => {
  const negated = condition.kind === "not";
  const atom = negated ? condition.part : condition;
  if (atom.kind !== "compare" && atom.kind !== "between") return null;
  const { measure } = atom;
  const dimension = dimensionOf[measure];
  // Seen from the beginning of time, ages are dates before it: turned around they are lengths.
  const intervalOf = (operand: Parameters<typeof operandInterval>[1]): Interval => {
    const interval = operandInterval(measure, operand, 0);
    return measure === "age" ? { low: -interval.high, high: -interval.low } : interval;
  };
  if (atom.kind === "between") {
    if (negated) return null;
    const range = { low: intervalOf(atom.low).low, high: intervalOf(atom.high).high, lowOpen: false, highOpen: false };
    return measure === "age" ? range : meet(possible(measure), range);
  }
  const comparator = negated ? oppositeComparator[atom.comparator] : atom.comparator;
  const interval = limited(comparator, intervalOf(atom.operand));
  if (interval === null) return null;
  const met = measure === "age" ? interval : meet(possible(measure), interval);
  return dimension === "count" ? wholeNumbers(met) : met;
};
