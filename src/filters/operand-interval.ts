import { calendarSpan, dayOf } from "@/facets/calendar.ts";
import type { AgeUnit } from "@/facets/go-back.ts";
import { goBack } from "@/facets/go-back.ts";

import type { Interval } from "./compare-interval.ts";
import type { Measure, Operand, Quantity } from "./condition.ts";
import { dimensionOf, unitFactor } from "./units.ts";

/**
 * Decimals that figures and operands are rounded to, so that "1.2k" equals 1200 whatever the floating point makes of
 * it. Bytes are whole; so are counts, but a bound may lie between two of them.
 */
const keptDecimals = { count: 4, bytes: 0, rating: 4, money: 4, duration: 3 } as const;

const exactly = (value: number): Interval => ({ low: value, high: value });

/** Hours and minutes are compared with half a unit of tolerance, because pages round them and time goes on. */
const ageTolerance = 1 / 2;

/**
 * The dates at which something is exactly of this age: the whole day, where the age is told in days or longer units.
 * The age may not be larger than a Date can go back; it then means the beginning of time.
 */
const datesOfAge = (age: Quantity, now: number): Interval => {
  const unit = (age.unit === "" ? "min" : age.unit) as AgeUnit;
  const moment = goBack(now, age.amount, unit);
  if (Number.isNaN(moment)) return exactly(-Infinity);
  if (unit === "min" || unit === "h") {
    return { low: moment - ageTolerance * unitFactor("age", unit), high: moment };
  }
  const day = dayOf(moment);
  return { low: day.start, high: day.end };
};

/** An operand in the base unit of its measure; that of `age` in the dates of the facet `date`, seen from `now`. */
export const operandInterval = (measure: Measure, operand: Operand, now: number): Interval => {
  if (operand.kind === "date") {
    const span = calendarSpan(operand.year, operand.month, operand.day);
    return span ? { low: span.start, high: span.end } : exactly(Number.NaN);
  }
  const dimension = dimensionOf[measure];
  if (dimension === "age" || dimension === "date") return datesOfAge(operand, now);
  const scale = 10 ** keptDecimals[dimension];
  return exactly(Math.round(operand.amount * unitFactor(dimension, operand.unit) * scale) / scale);
};
