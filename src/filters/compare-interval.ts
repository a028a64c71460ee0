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
 * Compares a figure, given by both ends of what it may be, with an operand; either may be coarse. An operand such as the
 * month 2024-01 is taken as a whole: `>` means after its end, `>=` from its start on, `=` within it. The answer is
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

/** Of a figure for which a comparison is false the one with the opposite comparator is true, and the other way around. */
export const oppositeComparator: Readonly<Record<Comparator, Comparator>> = {
  "=": "!=",
  "!=": "=",
  "<": ">=",
  ">=": "<",
  ">": "<=",
  "<=": ">",
};

/** Between which ends a figure lies, both of its own included, wherever it compares so with an operand. */
export const boundsOf = (comparator: Comparator, operand: Interval): Interval => {
  switch (comparator) {
    case "<":
      return { low: Number.NEGATIVE_INFINITY, high: operand.low };
    case "<=":
      return { low: Number.NEGATIVE_INFINITY, high: operand.high };
    case ">":
      return { low: operand.high, high: Number.POSITIVE_INFINITY };
    case ">=":
      return { low: operand.low, high: Number.POSITIVE_INFINITY };
    case "=":
      return operand;
    default:
      return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  }
};
