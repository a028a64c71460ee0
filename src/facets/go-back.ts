/** The units that ages are told in. */
export type AgeUnit = "s" | "min" | "h" | "d" | "w" | "mo" | "y";

const milliseconds: Readonly<Record<AgeUnit, number>> = {
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
  /** The mean lengths in the Gregorian calendar; only fractions of months and years are counted by them. */
  mo: (365.2425 / 12) * 86_400_000,
  y: 365.2425 * 86_400_000,
};

/**
 * The moment that lies an amount of time before another, both in milliseconds since the epoch. Whole days, weeks,
 * months and years are counted on the calendar of the local time zone; a month that is too short for the day ends in
 * its last day.
 */
export const goBack = (from: number, amount: number, unit: AgeUnit): number => {
  const whole = Math.floor(amount);
  const fraction = (amount - whole) * milliseconds[unit];
  if (unit === "s" || unit === "min" || unit === "h") return from - amount * milliseconds[unit];
  // Half a year is six months, not half the days of a mean year.
  if (unit === "y" && Number.isInteger(amount * 12)) return goBack(from, amount * 12, "mo");
  const date = new Date(from);
  if (unit === "d" || unit === "w") {
    date.setDate(date.getDate() - whole * (unit === "w" ? 7 : 1));
  } else {
    const day = date.getDate();
    date.setDate(1);
    date.setMonth(date.getMonth() - whole * (unit === "y" ? 12 : 1));
    const lastDay = new Date(date.getFullYear(), date.getMonth() + 1, 0).getDate();
    date.setDate(Math.min(day, lastDay));
  }
  return date.getTime() - fraction;
};
