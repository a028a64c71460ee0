import type { Comparator } from "./condition.ts";

/** `null` where a result does not tell; neither the comparison nor its opposite is true then. */
export type Truth = boolean | null;

/** A figure that is only known to lie between two ends, both included; the ends are equal for an exact one. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The opposite; what is unknown stays unknown. */
export const opposite = (truth: Truth): Truth => (truth === null ? null : !truth);

/**
 * Compares a figure with an operand, either of which may be coarse. An operand such as the month 2024-01 is taken as a
 * whole: `>` means after its end, `>=` from its start on, `=` within it. The answer is unknown where a coarse figure
 * lies on both sides of the border.
 */
export const compareInterval = (figure: Interval, comparator: Comparator, operand: Interval): Truth => {
  switch (comparator) {
    case "<":
      return figure.high < operand.low ? true : figure.low >= operand.low ? false : null;
    case ">":
      return figure.low > operand.high ? true : figure.high <= operand.high ? false : null;
    case "<=":
      return opposite(compareInterval(figure, ">", operand));
    case ">=":
      return opposite(compareInterval(figure, "<", operand));
    case "=":
      if (figure.low >= operand.low && figure.high <= operand.high) return true;
      return figure.high < operand.low || figure.low > operand.high ? false : null;
    default:
      return opposite(compareInterval(figure, "=", operand));
  }
};
