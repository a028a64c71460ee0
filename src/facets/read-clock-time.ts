import { goBack } from "./go-back.ts";
import type { Reader } from "./line.ts";
import { matchAt, skipSpacesBack } from "./line.ts";
import { nowPhrase, phraseOf } from "./meaning.ts";
import { wordBefore } from "./words.ts";

/** What may stand between a day and a time of day. */
const dayToTime = String.raw`(?:T|(?:\s[гр]\.)?[\s,،·]*(?:(?:at|um|à|a las|às|alle|om|o|в|о|kl\.?|klo|saat|الساعة)\s+)?)`;
/** Halves of the day, before the hour in East Asia and behind the minutes elsewhere. */
const halfBefore = "(?:(上午|凌晨|早上|오전|午前)|(下午|中午|晚上|오후|午後))?\\s?";
const halfBehind = String.raw`(?:\s?(?:([aص])|([pم]))(?:\.?m\b\.?)?(?![a-z\u0600-\u06ff]))?`;
const time = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?${halfBehind}(?!\d|:\d)`;
const zone = String.raw`(?:\s?(Z|UTC|GMT)\b|([+-])(\d{2}):?(\d{2}))?`;
const timeAfterDay = new RegExp(dayToTime + halfBefore + time + zone, "iy");
const dayBeforeTime = new RegExp(`${dayToTime}$`, "i");

/** A quick look whether a time of day can follow: a digit, a colon behind it, within so many characters. */
const longestLead = 14;
const anyTime = /\d:\d/;

/**
 * The moment that a time of day right behind a date makes of it; local time where the text tells no time zone. Months
 * count from 1.
 */
export const readClockTime = (text: string, at: number, year: number, month: number, day: number) => {
  const match = anyTime.test(text.slice(at, at + longestLead)) ? matchAt(timeAfterDay, text, at) : null;
  if (!match) return null;
  const [, amBefore, pmBefore, hourDigits, minuteDigits, secondDigits = 0, amBehind, pmBehind] = match;
  const [utc, sign, zoneHours = 0, zoneMinutes = 0] = match.slice(8);
  const isMorning = (amBefore ?? amBehind) !== undefined;
  const isAfternoon = (pmBefore ?? pmBehind) !== undefined;
  const minute = Number(minuteDigits);
  const second = Number(secondDigits);
  let hour = Number(hourDigits);
  if (isMorning || isAfternoon) hour = (hour % 12) + (isAfternoon ? 12 : 0);
  if (hour > 23 || minute > 59 || second > 59) return null;
  const end = at + match[0].length;
  if (utc === undefined && sign === undefined)
    return { moment: new Date(year, month - 1, day, hour, minute, second).getTime(), end };
  const offset = (sign === "-" ? -1 : 1) * (Number(zoneHours) * 60 + Number(zoneMinutes));
  return { moment: Date.UTC(year, month - 1, day, hour, minute - offset, second), end };
};

/** Reads "yesterday at 14:05" at its minute. */
export const readDayAndTime: Reader = ({ text, now }, { start, end, digits }) => {
  if (text.charAt(end) !== ":" || digits > 2 || start === 0) return null;
  const dayEnd = skipSpacesBack(text, dayBeforeTime.exec(text.slice(0, start))?.index ?? start);
  const word = wordBefore(text, dayEnd);
  const phrase = word ? phraseOf(word.meaning) : 0;
  if (!word || phrase === 0 || phrase >= nowPhrase) return null;
  const date = new Date(goBack(now, phrase - 1, "d"));
  const read = readClockTime(text, start, date.getFullYear(), date.getMonth() + 1, date.getDate());
  return read && { facet: { name: "date", value: read.moment }, start: word.start, end: read.end };
};
