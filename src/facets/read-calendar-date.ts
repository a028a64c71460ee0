import { calendarSpan } from "./calendar.ts";
import { isDigit, matchAt, skipDigits, skipSpaces, skipSpacesBack } from "./characters.ts";
import type { Line, NumberToken, Reader, Reading } from "./line.ts";
import { means } from "./line.ts";
import { isCounter, isPublished, monthOf } from "./meaning.ts";
import { readClockTime } from "./read-clock-time.ts";
import type { FoundWord } from "./words.ts";
import { wordAfter, wordBefore } from "./words.ts";

/** Dates before this year are no dates of anything on the web, and dates long after today are mistakes. */
const firstYear = 1900;
const yearsAhead = 5;

/** What may stand right behind the first number of a date in numbers; a space only before a word for year. */
const numericSigns = "-/.年년";
const isNumeric = (text: string, at: number): boolean =>
  numericSigns.includes(text.charAt(text.charAt(at) === " " ? at + 1 : at) || "!");
const yearFirst =
  /(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})(?!\d)|\.\s(\d{1,2})\.\s(\d{1,2})(?:\.|(?!\d))|\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일號号])?)/y;
const yearLast = /(\d{1,2})(?:([-/.])(\d{1,2})\2|\.\s(\d{1,2})\.\s)(\d{4})(?!\d)/y;
/** Between the day and the month, and between the month and the year, of a date in words. */
const dayToMonth = /(?:st|nd|rd|th|er|º|ª|\.)?(?:\s+(?:de|of|del)(?=\s))?[\s-]*/iy;
const monthToYear = /(?:\s+(?:de|del|of))?[,.]?[\s-]*(\d{4})(?!\d)/iy;
const dayToYear = /(?:st|nd|rd|th)?[,.]?\s+(\d{4})(?![\d:])/iy;
const announcedYear = /(\d{4})(?:[./-](\d{1,2})(?![\d./-]))?(?![\d,])/y;

const number = (digits: string | undefined): number | undefined => (digits === undefined ? undefined : Number(digits));

interface DateParts {
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

/** The reading of a date; a time of day right behind it makes it exact. Null for what can be no date. */
const dated = (line: Line, parts: DateParts, start: number, end: number): Reading | null => {
  const { year, month, day } = parts;
  if (year < firstYear || year > new Date(line.now).getFullYear() + yearsAhead) return null;
  const span = calendarSpan(year, month, day);
  if (!span) return null;
  const time = day === undefined || month === undefined ? null : readClockTime(line.text, end, { year, month, day });
  return time
    ? { facet: { name: "date", value: time.moment }, start, end: time.end }
    : { facet: { name: "date", value: span.start, upper: span.end }, start, end };
};

/** Which of two numbers is the month: the language of the page tells, or the numbers themselves. */
const readSlashed = (line: Line, first: number, second: number): { month: number; day: number } | null => {
  // In Canada both orders are in use.
  const byRegion = line.region === "" || line.region === "CA" ? null : line.region === "US" ? "mdy" : "dmy";
  const order = line.language?.slashDates ?? byRegion;
  if (order === "dmy" || (order === null && first > 12) || first === second) return { month: second, day: first };
  return order === "mdy" || second > 12 ? { month: first, day: second } : null;
};

const readNumeric = (line: Line, { start }: NumberToken): Reading | null => {
  const ymd = matchAt(yearFirst, line.text, start);
  if (ymd) {
    const month = number(ymd[3] ?? ymd[5] ?? ymd[7]) ?? 0;
    const day = number(ymd[4] ?? ymd[6] ?? ymd[8]);
    return dated(line, { year: Number(ymd[1]), month, day }, start, start + ymd[0].length);
  }
  const last = matchAt(yearLast, line.text, start);
  if (!last) return null;
  const [first, second] = [Number(last[1]), Number(last[3] ?? last[4])];
  const order = last[2] === "/" || last[2] === "-" ? readSlashed(line, first, second) : { month: second, day: first };
  return order && dated(line, { year: Number(last[5]), ...order }, start, start + last[0].length);
};

/** The month behind a day, or a year: directly, or behind the ending of an ordinal and "de" or "of". */
const monthAfter = (text: string, { after }: NumberToken, end: number): FoundWord | null => {
  if (after && monthOf(after.meaning) > 0) return after;
  if (after && !means(after, isCounter)) return null;
  const gap = matchAt(dayToMonth, text, end)?.[0].length ?? 0;
  const word = gap > 0 ? wordAfter(text, end + gap) : null;
  return word && monthOf(word.meaning) > 0 ? word : null;
};

/** "3 May 2021", "3. Mai 2021", "3 de mayo de 2021"; behind a year, "2021 May 3". */
const readMonthAfter = (line: Line, token: NumberToken, digitsEnd: number): Reading | null => {
  const { text } = line;
  const found = monthAfter(text, token, digitsEnd);
  if (!found) return null;
  const month = monthOf(found.meaning);
  const digits = Number(text.slice(token.start, digitsEnd));
  if (digitsEnd - token.start <= 2) {
    const year = matchAt(monthToYear, text, found.end);
    const parts = { year: Number(year?.[1]), month, day: digits };
    return year && dated(line, parts, token.start, found.end + year[0].length);
  }
  const dayStart = skipSpaces(text, found.end);
  const dayEnd = skipDigits(text, dayStart);
  const day = dayEnd > dayStart && dayEnd - dayStart <= 2 ? Number(text.slice(dayStart, dayEnd)) : undefined;
  return dated(line, { year: digits, month, day }, token.start, day === undefined ? found.end : dayEnd);
};

/** "May 3, 2021", and with a year as the number "May 2021", "mayo de 2021". */
const readMonthBefore = (line: Line, token: NumberToken, digitsEnd: number): Reading | null => {
  const { text } = line;
  const { before } = token;
  const found = means(before, isCounter) ? wordBefore(text, skipSpacesBack(text, before.start)) : before;
  const month = found ? monthOf(found.meaning) : 0;
  if (!found || month === 0) return null;
  const digits = Number(text.slice(token.start, digitsEnd));
  if (digitsEnd - token.start <= 2) {
    const year = matchAt(dayToYear, text, digitsEnd);
    const parts = { year: Number(year?.[1]), month, day: digits };
    return year && dated(line, parts, found.start, digitsEnd + year[0].length);
  }
  // With a day before the month the whole date was read, or refused, at the day.
  const hasDay = isDigit(text, skipSpacesBack(text, found.start) - 1);
  return hasDay ? null : dated(line, { year: digits, month }, found.start, digitsEnd);
};

/**
 * "Published 2021", "出版年：2007.07": a year, or a year and a month, behind a word that announces it, with a colon or
 * at the start of the line.
 */
const readAnnounced = (line: Line, { start, before }: NumberToken): Reading | null => {
  if (!means(before, isPublished) || (!before.tied && before.start > 0)) return null;
  const match = matchAt(announcedYear, line.text, start);
  const parts = { year: Number(match?.[1]), month: number(match?.[2]) };
  return match && dated(line, parts, before.start, start + match[0].length);
};

/** Reads dates of the calendar, in numbers or words, always with their year: without one they could be of any. */
export const readCalendarDate: Reader = (line, token) => {
  const digitsEnd = skipDigits(line.text, token.start);
  const digits = digitsEnd - token.start;
  if (digits > 4 || digits === 3) return null;
  return (
    (isNumeric(line.text, digitsEnd) ? readNumeric(line, token) : null) ??
    readMonthAfter(line, token, digitsEnd) ??
    readMonthBefore(line, token, digitsEnd) ??
    readAnnounced(line, token)
  );
};
