import type { TimeSpan } from "./calendar.ts";
import { dayOf } from "./calendar.ts";
import { isLetter, isUnspaced, matchAt, skipSpacesBack } from "./characters.ts";
import { goBack } from "./go-back.ts";
import type { Reader } from "./line.ts";
import { vocabulary } from "./vocabulary.ts";

/** What may stand between a day and a time of day. */
const dayToTime = String.raw`(?:T|(?:\s(?:г|р)\.)?[\s,،·]*(?:(?:at|um|à|a las|às|alle|om|o|в|о|kl\.?|klo|saat|الساعة)\s+)?)`;
/** Halves of the day, before the hour in East Asia and behind the minutes elsewhere. */
const halfBefore = "(?:(上午|凌晨|早上|오전|午前)|(下午|中午|晚上|오후|午後))?\\s?";
const halfBehind = String.raw`(?:\s?(?:([aص])|([pم]))(?:\.?m\b\.?)?(?!\p{L}))?`;
const time = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?${halfBehind}(?!\d|:\d)`;
const zone = String.raw`(?:\s?(Z|UTC|GMT)\b|([+-])(\d{2}):?(\d{2}))?`;
const timeAfterDay = new RegExp(dayToTime + halfBefore + time + zone, "iuy");
const dayBeforeTime = new RegExp(`${dayToTime}$`, "iu");

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The moment that a time of day right behind a date makes of it; local time where the text tells no time zone. */
export const readClockTime = (text: string, at: number, { year, month, day }: Day) => {
  const match = matchAt(timeAfterDay, text, at);
  if (!match) return null;
  const [, amBefore, pmBefore, hourDigits, minuteDigits, secondDigits, amBehind, pmBehind] = match;
  const [utc, sign, zoneHours, zoneMinutes] = match.slice(8);
  const isMorning = (amBefore ?? amBehind) !== undefined;
  const isAfternoon = (pmBefore ?? pmBehind) !== undefined;
  const minute = Number(minuteDigits);
  const second = Number(secondDigits ?? 0);
  let hour = Number(hourDigits);
  if (isMorning || isAfternoon) hour = (hour % 12) + (isAfternoon ? 12 : 0);
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
