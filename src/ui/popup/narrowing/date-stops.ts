import type { CalendarDate, Operand } from "@/filters/condition.ts";

/** The ages that people ask for, from long ago to just now. */
const ages: readonly (readonly [unit: string, amounts: readonly number[]])[] = [
  ["y", [50, 40, 30, 25, 20, 15, 12, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]],
  ["mo", [9, 6, 4, 3, 2, 1]],
  ["w", [3, 2, 1]],
  ["d", [5, 4, 3, 2, 1]],
  ["h", [12, 6, 3, 2, 1]],
  ["min", [30, 15, 5, 0]],
];

export const ageOperands: readonly Operand[] = ages.flatMap(([unit, amounts]) =>
  amounts.map((amount): Operand => ({ kind: "quantity", amount, unit })),
);

const day = 86_400_000;

/** Spans up to so many days are told in days or in months; longer ones in years. */
const mostDays = 70;
const mostMonths = 5 * 366;

/** Ages tell dates well only where the oldest is several times as old as the newest, or all are of late. */
const ageRatio = 4;
const ofLate = 366 * day;

/**
 * Whether dates are better told by their age than by the calendar. What is to come has no age; a day ahead may be the
 * same day elsewhere.
 *
 * @param latest the moment at which the last of the dates begins, which may be long before its end
 */
export const toldByAge = (first: number, last: number, latest: number, now: number): boolean =>
  latest <= now + day && (now - first <= ofLate || now - first >= ageRatio * (now - last));

/** The days, months or years of the calendar from one moment to another, both included. */
export function calendarOperands(first: number, last: number): readonly CalendarDate[] {
  const days = (last - first) / day;
  const unit = days <= mostDays ? "day" : days <= mostMonths ? "month" : "year";
  const dates: CalendarDate[] = [];
  const from = new Date(first);
  for (let count = 0; ; count++) {
    const [year, month, date] = [from.getFullYear(), from.getMonth(), from.getDate()];
    const start =
      unit === "day"
        ? new Date(year, month, date + count)
        : unit === "month"
          ? new Date(year, month + count)
          : new Date(year + count, 0);
    dates.push({
      kind: "date",
      year: start.getFullYear(),
      ...(unit === "year" ? {} : { month: start.getMonth() + 1 }),
      ...(unit === "day" ? { day: start.getDate() } : {}),
    });
    // One more than the last figure needs, so that the last bar has its right edge.
    if (start.getTime() > last) return dates;
  }
}
