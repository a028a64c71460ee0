import { boundsOf } from "./compare-interval.ts";
import type { Interval } from "./compare-interval.ts";
import type { Comparator } from "./condition.ts";

/**
 * A set of numbers: stretches in order that do not touch, the ends of each belonging to it. Between two neighbouring
 * numbers of double precision there is none, so that what is open at an end is closed at the number before it.
 */
export type FigureSet = readonly Interval[];

export const noFigures: FigureSet = [];
export const allFigures: FigureSet = [{ low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }];

/** The numbers that are in both. */
export const commonFigures = (a: FigureSet, b: FigureSet): FigureSet => {
  if (a === allFigures || b === noFigures) return b;
  if (b === allFigures || a === noFigures) return a;
  return a.flatMap((one) =>
    b
      .map((other) => ({ low: Math.max(one.low, other.low), high: Math.min(one.high, other.high) }))
      .filter(({ low, high }) => low <= high),
  );
};

/** The numbers that compare so with an operand; one whose ends stand the wrong way round holds nothing. */
export const figuresThatAre = (comparator: Comparator, operand: Interval): FigureSet => {
  const isEmpty = operand.low > operand.high;
  if (comparator === "=") return isEmpty ? noFigures : [operand];
  if (comparator !== "!=") return [boundsOf(comparator, operand)];
  return isEmpty ? allFigures : [boundsOf("<", operand), boundsOf(">", operand)];
};

/** The whole numbers of a set, as stretches that begin and end with one. */
export const wholeFigures = (set: FigureSet): FigureSet =>
  set.map(({ low, high }) => ({ low: Math.ceil(low), high: Math.floor(high) })).filter(({ low, high }) => low <= high);
