import type { TimeSpan } from "./calendar.ts";
import { dayOf } from "./calendar.ts";
import { isLetter, isUnspaced, matchAt, skipSpacesBack } from "./characters.ts";
import { goBack } from "./go-back.ts";
import type { Reader } from "./line.ts";
import { vocabulary } from "./vocabulary.ts";

/** What may stand between a day and a time of day. */
const dayToTime = String.raw`(?:T|[\s,·]*(?:(?:at|um|à|a las|às|alle|om|o|в|о|kl\.?|klo|saat|الساعة)\s+)?)`;
const time = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s?([ap])\.?m\b\.?)?(?!\d|:\d)`;
const zone = String.raw`(?:\s?(Z|UTC|GMT)\b|([+-])(\d{2}):?(\d{2}))?`;
const timeAfterDay = new RegExp(dayToTime + time + zone, "iy");
const dayBeforeTime = new RegExp(`${dayToTime}$`, "i");

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The moment that a time of day right behind a date makes of it; local time where the text tells no time zone. */
export const readClockTime = (text: string, at: number, { year, month, day }: Day) => {
  const match = matchAt(timeAfterDay, text, at);
  if (!match) return null;
  const [, hourDigits, minuteDigits, secondDigits, half, utc, sign, zoneHours, zoneMinutes] = match;
  const minute = Number(minuteDigits);
  const second = Number(secondDigits ?? 0);
  let hour = Number(hourDigits);
  if (half !== undefined) hour = (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  if (hour > 23 || minute > 59 || second > 59) return null;
  const end = at + match[0].length;
  if (utc === undefined && sign === undefined)
    return { moment: new Date(year, month - 1, day, hour, minute, second).getTime(), end };
  const offset = (sign === "-" ? -1 : 1) * (Number(zoneHours ?? 0) * 60 + Number(zoneMinutes ?? 0));
  return { moment: Date.UTC(year, month - 1, day, hour, minute - offset, second), end };
};

/** Today, yesterday or the day before it, by its number of days ago. */
export const daySpan = (now: number, offset: number): TimeSpan => dayOf(goBack(now, offset, "d"));

/** Whether a text ends with a word, and not in the middle of one. */
const endsWithWord = (text: string, word: string): boolean => {
  const start = text.length - word.length;
  return text.endsWith(word) && (isUnspaced(word.charCodeAt(0)) || !isLetter(text, start - 1));
};

/** Reads "yesterday at 14:05" at its minute. */
export const readDayAndTime: Reader = (line, token) => {
  const { text, now } = line;
  if (text.charAt(token.end) !== ":" || token.raw.length > 2 || token.start === 0) return null;
  const dayEnd = skipSpacesBack(text, dayBeforeTime.exec(text.slice(0, token.start))?.index ?? token.start);
  const before = text.slice(0, dayEnd).toLowerCase();
  for (const [word, offset] of vocabulary().days) {
    if (!endsWithWord(before, word)) continue;
    const date = new Date(goBack(now, offset, "d"));
    const day = { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
    const read = readClockTime(text, token.start, day);
    return read && { facet: { name: "date", value: read.moment }, start: dayEnd - word.length, end: read.end };
  }
  return null;
};
