/** A stretch of time in milliseconds since the epoch, both ends included. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * The stretch that a year, month or day of the local calendar covers, or null where there is no such month or day.
 * Months and days count from 1.
 */
export const calendarSpan = (year: number, month?: number, day?: number): TimeSpan | null => {
  if (month !== undefined && (month < 1 || month > 12)) return null;
  // Whether there is such a day, no time zone tells: Samoa left one out, which the rest of the world wrote.
  const lastDay = new Date(Date.UTC(year, month ?? 12, 0)).getUTCDate();
  if (day !== undefined && (day < 1 || day > lastDay)) return null;
  const first = new Date(year, (month ?? 1) - 1, day ?? 1);
  const next =
    month === undefined
      ? new Date(year + 1, 0, 1)
      : day === undefined
        ? new Date(year, month, 1)
        : new Date(year, month - 1, day + 1);
  return { start: first.getTime(), end: Math.max(first.getTime(), next.getTime() - 1) };
};

/** The day of the local calendar in which a moment lies. */
export const dayOf = (moment: number): TimeSpan => {
  const date = new Date(moment);
  const start = new Date(date.getFullYear(), date.getMonth(), date.getDate());
  const next = new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1);
  return { start: start.getTime(), end: next.getTime() - 1 };
};
