import { calendarSpan } from "./calendar.ts";
import type { Line, NumberToken, Reader, Reading } from "./line.ts";
import { readClockTime } from "./read-clock-time.ts";
import { vocabulary } from "./vocabulary.ts";
import { isDigit, lookAfter, lookBefore, skipSpaces, skipSpacesBack } from "./words.ts";

/** Dates before this year are no dates of anything on the web, and dates long after today are mistakes. */
const firstYear = 1900;
const yearsAhead = 5;

const yearFirst =
  /(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})(?!\d)|\.\s(\d{1,2})\.\s(\d{1,2})(?:\.|(?!\d))|\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일号號])?)/uy;
const yearLast = /(\d{1,2})(?:([-/.])(\d{1,2})\2|\.\s(\d{1,2})\.\s)(\d{4})(?!\d)/uy;
/** Between the day and the month, and between the month and the year, of a date in words. */
const dayToMonth = /(?:st|nd|rd|th|er|º|ª|\.)?(?:\s+(?:de|of|del))?[\s-]*/uy;
const monthToYear = /(?:\s+(?:de|del|of))?[,.]?[\s-]*(\d{4})(?!\d)/uy;
const announcedYear = /(\d{4})(?:[./-](\d{1,2})(?![\d./-]))?(?![\d,])/uy;
const dayToYear = /(?:st|nd|rd|th)?[,.]?\s+(\d{4})(?![\d:])/uy;

const sticky = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const number = (digits: string | undefined): number | undefined => (digits === undefined ? undefined : Number(digits));

/** The reading of a date; a time of day right behind it makes it exact. Null for what can be no date. */
const dated = (
  line: Line,
  parts: { year: number; month?: number | undefined; day?: number | undefined },
  start: number,
  end: number,
): Reading | null => {
  const { year, month, day } = parts;
  const span = calendarSpan(year, month, day);
  if (!span || year < firstYear || year > new Date(line.now).getFullYear() + yearsAhead) return null;
  const time = day === undefined || month === undefined ? null : readClockTime(line.text, end, { year, month, day });
  return time
    ? { facet: { name: "date", value: time.moment }, start, end: time.end }
    : { facet: { name: "date", value: span.start, upper: span.end }, start, end };
};

/** Which of two numbers is the month: the language of the page tells, or the numbers themselves. */
const readSlashed = (line: Line, first: number, second: number): { month: number; day: number } | null => {
  const order =
    line.language?.slashDates ??
    (line.region === "" || line.region === "CA" ? null : line.region === "US" ? "mdy" : "dmy");
  if (order === "dmy" || (order === null && first > 12) || first === second) return { month: second, day: first };
  if (order === "mdy" || second > 12) return { month: first, day: second };
  return null;
};

const readNumeric = (line: Line, token: NumberToken): Reading | null => {
  const { text } = line;
  const ymd = sticky(yearFirst, text, token.start);
  if (ymd) {
    const month = number(ymd[3] ?? ymd[5] ?? ymd[7]) ?? 0;
    const day = number(ymd[4] ?? ymd[6] ?? ymd[8]);
    return dated(line, { year: Number(ymd[1]), month, day }, token.start, token.start + ymd[0].length);
  }
  const last = sticky(yearLast, text, token.start);
  if (!last) return null;
  const [first, second] = [Number(last[1]), Number(last[3] ?? last[4])];
  const order = last[2] === "/" || last[2] === "-" ? readSlashed(line, first, second) : { month: second, day: first };
  return order && dated(line, { year: Number(last[5]), ...order }, token.start, token.start + last[0].length);
};

/** "3 May 2021", "3. Mai 2021", "3 de mayo de 2021", "May 2021". */
const readMonthAfter = (line: Line, token: NumberToken): Reading | null => {
  const { text } = line;
  const at = token.start + token.raw.search(/[^\d]|$/u);
  const gap = sticky(dayToMonth, text, at);
  const month = gap && lookAfter(vocabulary().months, text, at + gap[0].length);
  if (!month) return null;
  const year = sticky(monthToYear, text, month.end);
  if (year && at - token.start <= 2) {
    const day = Number(text.slice(token.start, at));
    return dated(line, { year: Number(year[1]), month: month.value, day }, token.start, month.end + year[0].length);
  }
  if (at - token.start !== 4) return null;
  // "2021 May 3"
  const dayStart = skipSpaces(text, month.end);
  const day = sticky(/\d{1,2}(?!\d)/uy, text, dayStart);
  const parts = { year: Number(text.slice(token.start, at)), month: month.value, day: number(day?.[0]) };
  return dated(line, parts, token.start, day ? dayStart + day[0].length : month.end);
};

/** "May 3, 2021", and with a year as the number "May 2021". */
const readMonthBefore = (line: Line, token: NumberToken): Reading | null => {
  const { text } = line;
  const end = skipSpacesBack(text, text.charAt(token.start - 1) === "," ? token.start - 1 : token.start);
  const beforeOf = /\s(?:de|of|del)$/u.exec(text.slice(0, end));
  const month = lookBefore(vocabulary().months, text, beforeOf ? skipSpacesBack(text, beforeOf.index) : end);
  if (!month) return null;
  let digitsEnd = token.start;
  while (isDigit(text, digitsEnd)) digitsEnd++;
  const digits = text.slice(token.start, digitsEnd);
  if (digits.length === 4) {
    // With a day before the month the whole date was read, or refused, at the day.
    if (isDigit(text, skipSpacesBack(text, month.start) - 1)) return null;
    return dated(line, { year: Number(digits), month: month.value }, month.start, digitsEnd);
  }
  const year = digits.length <= 2 ? sticky(dayToYear, text, digitsEnd) : null;
  const parts = { year: Number(year?.[1]), month: month.value, day: Number(digits) };
  return year && dated(line, parts, month.start, digitsEnd + year[0].length);
};

/** "Published 2021", "出版年：2007.07": a year, or a year and a month, behind a word that announces it. */
const readAnnounced = (line: Line, token: NumberToken): Reading | null => {
  const { text } = line;
  const match = sticky(announcedYear, text, token.start);
  if (!match) return null;
  let end = skipSpacesBack(text, token.start);
  if (/[:\uff1a(\uff08]/u.test(text.charAt(end - 1))) end = skipSpacesBack(text, end - 1);
  const label = lookBefore(vocabulary().published, text, end);
  const parts = { year: Number(match[1]), month: number(match[2]) };
  return label && dated(line, parts, label.start, token.start + match[0].length);
};

/** Reads dates of the calendar, in numbers or words, always with their year: without one they could be of any. */
export const readCalendarDate: Reader = (line, token) =>
  readNumeric(line, token) ?? readMonthAfter(line, token) ?? readMonthBefore(line, token) ?? readAnnounced(line, token);
