import { calendarSpan } from "./calendar.ts";
import type { Line, NumberToken, Reader, Reading } from "./line.ts";
import { isDigit, matchAt, means, skipSpaces, skipSpacesBack } from "./line.ts";
import { isFiller, isPublished, monthOf } from "./meaning.ts";
import { readClockTime } from "./read-clock-time.ts";
import type { FoundWord } from "./words.ts";
import { wordAfter, wordBefore } from "./words.ts";

/** Dates before this year are no dates of anything on the web, and dates long after today are mistakes. */
const firstYear = 1900;
const yearsAhead = 5;
const longYear = 366 * 86_400_000;

/** What may stand right behind the first number of a date in numbers; a space only before a word for year. */
const numericSigns = "-/.年년";
const isNumeric = (text: string, at: number): boolean =>
  numericSigns.includes(text.charAt(text.charAt(at) === " " ? at + 1 : at) || "!");
const yearFirst =
  /(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})(?!\d)|\.\s(\d{1,2})\.\s(\d{1,2})(?:\.|(?!\d))|\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일號号])?)/y;
const yearLast = /(\d{1,2})(?:([-/.])(\d{1,2})\2|\.\s(\d{1,2})\.\s)(\d{4})(?!\d)/y;
/** Between the day and the month, and between the month, or the day behind it, and the year, of a date in words. */
const dayToMonth = /(?:st|nd|rd|th|er|º|ª|\.)?(?:\s+(?:de|of|del)(?=\s))?[\s-]*/iy;
const monthToYear = /(?:\s+(?:de|del|of))?[,.]?[\s-]*(\d{4})(?!\d)/iy;
const dayToYear = /(?:st|nd|rd|th)?[,.]?\s+(\d{4})(?![\d:])/iy;
const announcedYear = /(\d{4})(?:[./-](\d{1,2})(?![\d./-]))?(?![\d,])/y;

/** The reading of a date; a time of day right behind it makes it exact. Null for what can be no date. */
const dated = (
  line: Line,
  year: number,
  month: number | undefined,
  day: number | undefined,
  start: number,
  end: number,
): Reading | null => {
  const span = year < firstYear ? null : calendarSpan(year, month, day);
  if (!span || span.start > line.now + yearsAhead * longYear) return null;
  const time = day === undefined || month === undefined ? null : readClockTime(line.text, end, year, month, day);
  return time
    ? { facet: { name: "date", value: time.moment }, start, end: time.end }
    : { facet: { name: "date", value: span.start, upper: span.end }, start, end };
};

/** "5 – 7 May 2021" is how long something took, and neither day is its date. */
const rangeBefore = /\d\.?\s?[-–—]\s?$/;

const number = (digits: string | undefined): number | undefined => (digits === undefined ? undefined : Number(digits));

const readNumeric = (line: Line, { start, digits }: NumberToken): Reading | null => {
  const { text, place } = line;
  if (digits === 4) {
    const match = matchAt(yearFirst, text, start);
    if (!match) return null;
    const month = number(match[3] ?? match[5] ?? match[7]);
    return dated(
      line,
      Number(match[1]),
      month,
      number(match[4] ?? match[6] ?? match[8]),
      start,
      start + match[0].length,
    );
  }
  const match = matchAt(yearLast, text, start);
  if (!match) return null;
  const [all, , sign = ".", middle, spaced] = match;
  const first = Number(match[1]);
  const second = Number(middle ?? spaced);
  // Which of the two is the month, the language of the page tells, or the numbers themselves.
  const told = place.dayFirst ?? (first > 12 || first === second ? true : second > 12 ? false : undefined);
  const dayFirst = sign === "." || told;
  if (dayFirst === undefined) return null;
  const [month, day] = dayFirst ? [second, first] : [first, second];
  return dated(line, Number(match[5]), month, day, start, start + all.length);
};

/** The month behind a day, or a year: directly, or behind the ending of an ordinal and "de" or "of". */
const monthAfter = (text: string, { after }: NumberToken, end: number): FoundWord | null => {
  if (after && monthOf(after.meaning) > 0) return after;
  if (after ? !means(after, isFiller) : !".-ºª".includes(text.charAt(end) || "!")) return null;
  const gap = matchAt(dayToMonth, text, end)?.[0].length ?? 0;
  const word = gap > 0 ? wordAfter(text, end + gap) : null;
  return word && monthOf(word.meaning) > 0 ? word : null;
};

/** "3 May 2021", "3. Mai 2021", "3 de mayo de 2021"; behind a year, "2021 May 3". */
const readMonthAfter = (line: Line, token: NumberToken, value: number): Reading | null => {
  const { text } = line;
  const { start, digits } = token;
  const found = monthAfter(text, token, start + digits);
  if (!found) return null;
  const month = monthOf(found.meaning);
  if (digits <= 2) {
    const year = rangeBefore.test(text.slice(0, start)) ? null : matchAt(monthToYear, text, found.end);
    return year && dated(line, Number(year[1]), month, value, start, found.end + year[0].length);
  }
  const dayStart = skipSpaces(text, found.end);
  const day = /^\d{1,2}(?!\d)/.exec(text.slice(dayStart, dayStart + 3))?.[0];
  return dated(line, value, month, number(day), start, day === undefined ? found.end : dayStart + day.length);
};

/** Short names of months that are words of other kinds too, "des 2021", "Pro 2021", count only with a day. */
const leastMonth = 4;
const surelyMonth = /^(?:jan|feb|ma[rijy]|mei|apr|jun|jul|aug|sep|oct|nov|dec)|[^a-z]/i;

/** "May 3, 2021", and with a year as the number "May 2021", "mayo de 2021". */
const readMonthBefore = (line: Line, token: NumberToken, value: number): Reading | null => {
  const { text } = line;
  const { before, start, digits } = token;
  const found = means(before, isFiller) && monthOf(before.meaning) === 0 ? wordBefore(text, before.start) : before;
  const month = found ? monthOf(found.meaning) : 0;
  if (!found || month === 0) return null;
  const end = start + digits;
  if (digits <= 2) {
    const year = matchAt(dayToYear, text, end);
    return year && dated(line, Number(year[1]), month, value, found.start, end + year[0].length);
  }
  const name = text.slice(found.start, found.end);
  if (name.length < leastMonth && !surelyMonth.test(name)) return null;
  // With a day before the month the whole date was read, or refused, at the day.
  const hasDay = isDigit(text, skipSpacesBack(text, found.start) - 1);
  return hasDay ? null : dated(line, value, month, undefined, found.start, end);
};

/**
 * "Published 2021", "出版年：2007.07": a year, or a year and a month, behind a word that announces it, with a colon or
 * at the start of the line.
 */
const readAnnounced = (line: Line, { start, before }: NumberToken): Reading | null => {
  if (!means(before, isPublished) || (!before.tied && before.start > 0)) return null;
  const match = matchAt(announcedYear, line.text, start);
  return match && dated(line, Number(match[1]), number(match[2]), undefined, before.start, start + match[0].length);
};

/** Reads dates of the calendar, in numbers or words, always with their year: without one they could be of any. */
export const readCalendarDate: Reader = (line, token) => {
  const { start, digits } = token;
  if (digits > 4 || digits === 3) return null;
  const end = start + digits;
  const value = Number(line.text.slice(start, end));
  return (
    (isNumeric(line.text, end) ? readNumeric(line, token) : null) ??
    readMonthAfter(line, token, value) ??
    (token.before ? (readMonthBefore(line, token, value) ?? readAnnounced(line, token)) : null)
  );
};
