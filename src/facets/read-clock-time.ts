import { dayOf } from "./calendar.ts";
import { goBack } from "./go-back.ts";
import type { Reader } from "./line.ts";
import { vocabulary } from "./vocabulary.ts";
import { skipSpacesBack } from "./words.ts";

/** What may stand between a day and a time of day. */
const dayToTime = "(?:T|[\\s,·]*(?:(?:at|um|à|a las|às|alle|om|o|в|о|kl\\.?|klo|saat|الساعة)\\s+)?)";
const time = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s?([ap])\.?m\.?(?!\p{L}))?(?!\d|:\d)`;
const zone = String.raw`(?:\s?(Z|UTC|GMT)(?!\p{L})|([+-])(\d{2}):?(\d{2}))?`;
const timeAfterDay = new RegExp(dayToTime + time + zone, "iuy");
const dayBeforeTime = new RegExp(`${dayToTime}$`, "iu");

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The moment that a time of day right behind a date makes of it; local time where the text tells no time zone. */
export const readClockTime = (text: string, at: number, { year, month, day }: Day) => {
  timeAfterDay.lastIndex = at;
  const match = timeAfterDay.exec(text);
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

/** Reads "yesterday at 14:05" at its hour. */
export const readDayAndTime: Reader = (line, token) => {
  const { text } = line;
  if (text.charAt(token.end) !== ":" || token.raw.length > 2) return null;
  const before = text.slice(0, token.start);
  const dayEnd = skipSpacesBack(text, dayBeforeTime.exec(before)?.index ?? token.start);
  const words = text.slice(0, dayEnd).toLowerCase();
  for (const [word, offset] of vocabulary().days) {
    if (!words.endsWith(word) || /\p{L}$/u.test(words.slice(0, -word.length)) === !/^[\u2e80-\ud7a3]/u.test(word))
      continue;
    const date = new Date(goBack(line.now, offset, "d"));
    const day = { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
    const read = readClockTime(text, token.start, day);
    return read && { facet: { name: "date", value: read.moment }, start: dayEnd - word.length, end: read.end };
  }
  return null;
};

/** Today, yesterday or the day before it as a coarse date, by its number of days ago. */
export const daySpan = (now: number, offset: number) => dayOf(goBack(now, offset, "d"));
