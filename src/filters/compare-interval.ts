import type { Comparator } from "./condition.ts";

/** `null` where a result does not tell; neither the comparison nor its opposite is true then. */
export type Truth = boolean | null;

/** What lies between two ends, both included; the ends are equal for an exact number. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The opposite; what is unknown stays unknown. */
export const opposite = (truth: Truth): Truth => (truth === null ? null : !truth);

/**
 * Compares a figure, given by both ends of what it may be, with an operand; either may be coarse. An operand such as
 * the month 2024-01 is taken as a whole: `>` means after its end, `>=` from its start on, `=` within it. The answer is
 * unknown where a coarse figure lies on both sides of the border.
 */
export const compareRange = (low: number, high: number, comparator: Comparator, operand: Interval): Truth => {
  switch (comparator) {
    case "<":
      return high < operand.low ? true : low >= operand.low ? false : null;
    case ">=":
      return low >= operand.low ? true : high < operand.low ? false : null;
    case ">":
      return low > operand.high ? true : high <= operand.high ? false : null;
    case "<=":
      return high <= operand.high ? true : low > operand.high ? false : null;
    case "=":
      if (low >= operand.low && high <= operand.high) return true;
      return high < operand.low || low > operand.high ? false : null;
    default:
      return opposite(compareRange(low, high, "=", operand));
  }
};

/**
 * Of a figure for which a comparison is false the one with the opposite comparator is true, and the other way around.
 */
export const oppositeComparator: Readonly<Record<Comparator, Comparator>> = {
  "=": "!=",
  "!=": "=",
  "<": ">=",
  ">=": "<",
  ">": "<=",
  "<=": ">",
};

const double = new Float64Array(1);
const bits = new BigInt64Array(double.buffer);

/** The next number that a double can be, up or down: what is beyond the one is at least or at most the other. */
const nextNumber = (number: number, direction: 1 | -1): number => {
  if (!Number.isFinite(number)) return number;
  if (number === 0) return direction * Number.MIN_VALUE;
  double[0] = number;
  bits[0]! += number > 0 === direction > 0 ? 1n : -1n;
  return double[0];
};

const { NEGATIVE_INFINITY, POSITIVE_INFINITY } = Number;

/**
 * The ends between which a figure lies, both of its own included, exactly where it compares so; for != all there are.
 */
export const boundsOf = (comparator: Comparator, operand: Interval): Interval => {
  switch (comparator) {
    case "<":
      return { low: NEGATIVE_INFINITY, high: nextNumber(operand.low, -1) };
    case "<=":
      return { low: NEGATIVE_INFINITY, high: operand.high };
    case ">":
      return { low: nextNumber(operand.high, 1), high: POSITIVE_INFINITY };
    case ">=":
      return { low: operand.low, high: POSITIVE_INFINITY };
    case "=":
      return operand;
    default:
      return { low: NEGATIVE_INFINITY, high: POSITIVE_INFINITY };
  }
};
