import type { Measure, Operand, Quantity } from "@/filters/condition.ts";
import { operandInterval } from "@/filters/operand-interval.ts";
import { printOperand } from "@/filters/print-condition.ts";
import { dimensionOf, unitFactor } from "@/filters/units.ts";

import { ageOperands, calendarOperands, toldByAge } from "./date-stops.ts";
import type { FacetGroup } from "./facet-groups.ts";
import { evenAmounts, growingAmounts } from "./round-amounts.ts";

/** Where a handle can stand: a round figure as a person would write it. */
export interface Stop {
  /** In the facet's base unit. */
  readonly value: number;
  readonly operand: Operand;
}

/** The places of one slider. The stops rise in the facet's base unit, so of dates the oldest come first. */
export interface FacetScale {
  readonly measure: Measure;
  readonly stops: readonly Stop[];
}

/** A range in which the largest figure is so many times the smallest is told by growing steps, others by even ones. */
const wideRange = 10;

/** More stops than this can't be told apart under a finger, and a keyboard takes long through them. */
const mostStops = 60;

/** Durations that people ask for. */
const durations: readonly (readonly [unit: string, amounts: readonly number[]])[] = [
  ["s", [1, 2, 3, 5, 10, 15, 20, 30, 45]],
  ["m", [1, 1.5, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50]],
  ["h", [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 12, 18]],
  ["d", [1, 2, 3, 5, 7, 10, 14, 20, 30, 60, 100, 200, 365, 1000]],
];

const quantity = (amount: number, unit: string): Quantity => ({ kind: "quantity", amount, unit });

/**
 * The slider for a group of figures: round stops around all of them, and those that handles stand at now.
 *
 * @param held The operands that handles stand at, of whatever scale the page had before.
 * @param now The moment that ages are seen from, in milliseconds since the epoch.
 */
export function scaleOf(group: FacetGroup, held: readonly Operand[], now: number): FacetScale {
  const values = group.figures.flatMap(({ figure }) => [figure.value, figure.upper ?? figure.value]);
  // Math.min of thousands of arguments can exceed what an engine takes.
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
  const latest = group.figures.reduce((most, { figure }) => Math.max(most, figure.value), -Infinity);
  const byAge = group.facet === "date" && (held[0] ? held[0].kind === "quantity" : toldByAge(low, high, latest, now));
  const measure: Measure = byAge ? "age" : group.facet;
  const stopAt = (operand: Operand): Stop => ({ value: operandInterval(measure, operand, now).low, operand });
  const round = around(operandsOf(measure, low, high, group.currency ?? "").map(stopAt), low, high);
  const known = new Set(round.map(({ operand }) => printOperand(operand)));
  const added = held.filter((operand) => !known.has(printOperand(operand))).map(stopAt);
  return { measure, stops: [...round, ...added].toSorted((one, other) => one.value - other.value) };
}

/** The stops from the last that is not above all figures to the first that is not below them. */
function around(stops: readonly Stop[], low: number, high: number): readonly Stop[] {
  const first = stops.findLastIndex(({ value }) => value <= low);
  const last = stops.findIndex(({ value }) => value >= high);
  return stops.slice(Math.max(first, 0), last === -1 ? stops.length : last + 1);
}

function operandsOf(measure: Measure, low: number, high: number, currency: string): readonly Operand[] {
  if (measure === "age") return ageOperands;
  if (measure === "date") return calendarOperands(low, high);
  const growing = dimensionOf[measure] !== "rating" && high >= wideRange * low && high >= wideRange;
  if (!growing) return evenOperands(measure, low, high, currency);
  const operands = growingOperands(measure, currency, false);
  const needed = operands.filter(({ amount, unit }) => {
    const value = amount * unitFactor(dimensionOf[measure], unit);
    return value >= low && value <= high;
  });
  const zero = quantity(0, currency || unitsByDimension[dimensionOf[measure]]?.[0]?.[0] || "");
  return [zero, ...(needed.length > mostStops ? growingOperands(measure, currency, true) : operands)];
}

/** Units with the amounts that are written in them: from the first to below the second. */
const unitsByDimension: Readonly<Record<string, readonly (readonly [unit: string, from: number, to: number])[]>> = {
  count: [
    ["", 1, 10_000],
    ["k", 10, 1000],
    ["M", 1, 1000],
    ["B", 1, 100_000],
  ],
  bytes: [
    ["B", 1, 1000],
    ["KB", 1, 1000],
    ["MB", 1, 1000],
    ["GB", 1, 1000],
    ["TB", 1, 1000],
  ],
};

function growingOperands(measure: Measure, currency: string, wide: boolean): readonly Quantity[] {
  const dimension = dimensionOf[measure];
  if (dimension === "duration")
    return durations.flatMap(([unit, amounts]) => amounts.map((amount) => quantity(amount, unit)));
  const units = unitsByDimension[dimension] ?? [[currency, 0.01, 1e12]];
  return units.flatMap(([unit, from, to]) =>
    growingAmounts(from, to, wide)
      // There is no half page, and no half byte.
      .filter((amount) => Number.isInteger(amount) || (unit !== "B" && (unit !== "" || dimension === "money")))
      .map((amount) => quantity(amount, unit)),
  );
}

function evenOperands(measure: Measure, low: number, high: number, currency: string): readonly Quantity[] {
  const dimension = dimensionOf[measure];
  if (dimension === "money") return evenAmounts(low, high, 0.01).map((amount) => quantity(amount, currency));
  if (dimension === "rating") return evenAmounts(low, high, 0.1).map((amount) => quantity(amount, ""));
  const units = dimension === "duration" ? durations.map(([unit]) => unit) : namesOf(dimension);
  // The largest unit in which the figures are not below one; parts of a minute or an hour are no round decimals, so
  // there it is what lies between them that must not be.
  const reach = dimension === "duration" ? high - low : high;
  const unit =
    units.findLast((name) => unitFactor(dimension, name) * (name === "k" ? 10 : 1) <= reach) ?? units[0] ?? "";
  const factor = unitFactor(dimension, unit);
  const smallestStep = dimension === "bytes" && unit !== "B" ? 0.01 : 1 / factor;
  return evenAmounts(low / factor, high / factor, smallestStep).map((amount) => quantity(amount, unit));
}

const namesOf = (dimension: string): readonly string[] => (unitsByDimension[dimension] ?? []).map(([unit]) => unit);
