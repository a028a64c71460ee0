import type { Line, NumberToken, Reader } from "./line.ts";
import { isDigit, matchAt, means, skipSpaces } from "./line.ts";
import { isDurationLabel, isDurationTail, timeOf } from "./meaning.ts";
import type { FoundWord } from "./words.ts";
import { isBare, isLetter, meaningOf, wordAfter } from "./words.ts";

interface Lasting {
  readonly seconds: number;
  readonly end: number;
}

const clock = /(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)(?![\d:])/y;
/** A clock that cannot be a time of day: it has hours without a leading zero, or at least 24 minutes. */
const hoursOfDay = 24;
/** "1h30m", "1 h 30 min", "2h05": hours must be told in one letter only where minutes follow. */
const compact = /(\d{1,3})\s?h\s?(\d{1,2})(\s?(?:m|min)\b\.?)?(?:\s?(\d{1,2})\s?s\b)?/iy;
/** French writes times of day like this, "14h30", but few shops open so early and few films last so long. */
const leastHourOfDay = 6;
/** Shorter than this in minutes alone, "45 min" may be how long ago something was; a longer age is told in hours. */
const leastBareMinutes = 60;
const abbreviated = /^\d+\s?(?:min|мин|хв|dk|sec|sek|сек|sn)\.?$/i;

/** The seconds in a unit; one letter alone is no unit of a duration in the scripts that have letters. */
const secondsOf = (text: string, { meaning, start }: FoundWord): number => {
  const time = timeOf(meaning);
  const isWhole = isLetter(text, start + 1) || text.charAt(start) > "\u2e7f";
  return isWhole && time > 0 && time < 4 ? 60 ** (time - 1) : 0;
};

/** Nothing but white space and punctuation, or words that may follow a duration. */
const isTail = (text: string): boolean =>
  isBare(text) ||
  (text.toLowerCase().match(/[^\s!-@[-`{-~]+/g) ?? []).every(
    (word) => word === "de" || (meaningOf(word) & isDurationTail) !== 0,
  );

/** "1 hour 5 minutes", "12 min", "1小时30分钟": numbers with units, each smaller than the one before. */
const readInWords = (text: string, at: number): Lasting | null => {
  let seconds = 0;
  let smallest = Number.POSITIVE_INFINITY;
  let end = at;
  for (let place = at; isDigit(text, place);) {
    const start = place;
    while (isDigit(text, place)) place++;
    const unit = wordAfter(text, place);
    const unitSeconds = unit ? secondsOf(text, unit) : 0;
    if (!unit || unitSeconds === 0 || unitSeconds >= smallest) break;
    seconds += Number(text.slice(start, place)) * unitSeconds;
    smallest = unitSeconds;
    end = unit.end;
    place = skipSpaces(text, end);
    if (text.charAt(place) === ",") place = skipSpaces(text, place + 1);
  }
  return end === at ? null : { seconds, end };
};

const readClock = (text: string, at: number, labelled: boolean): Lasting | null => {
  const match = matchAt(clock, text, at);
  if (!match) return null;
  const [whole, hours, minuteDigits = "", secondDigits] = match;
  const minutes = Number(minuteDigits);
  if (hours !== undefined && minutes > 59) return null;
  const sure = labelled || (hours === undefined ? minutes >= hoursOfDay : !hours.startsWith("0") && hours.length === 1);
  const seconds = Number(hours ?? 0) * 3600 + minutes * 60 + Number(secondDigits);
  return sure ? { seconds, end: at + whole.length } : null;
};

const read = (text: string, { start, end, after }: NumberToken, labelled: boolean): Lasting | null => {
  if (text.charAt(end) === ":") return readClock(text, start, labelled);
  if (!after || timeOf(after.meaning) === 0) return null;
  const match = matchAt(compact, text, start);
  if (!match) return readInWords(text, start);
  const [whole, hours, minutes, minuteUnit, seconds = 0] = match;
  const hour = Number(hours);
  if (!labelled && minuteUnit === undefined && hour >= leastHourOfDay && hour < hoursOfDay) return null;
  return { seconds: hour * 3600 + Number(minutes) * 60 + Number(seconds), end: start + whole.length };
};

/**
 * Reads durations. They have to fill their line, but for a word that announces them or says what they are of, because
 * "open 24 hours" and "in 30 minutes" are none; and a clock's time has to be one that no clock on a wall shows.
 */
export const readDuration: Reader = ({ text }: Line, token) => {
  const label = means(token.before, isDurationLabel) ? token.before : null;
  const found = read(text, token, label !== null);
  if (!found) return null;
  const start = label?.start ?? token.start;
  const tail = text.slice(found.end);
  const isMoment = label === null && tail.trim() === "" && abbreviated.test(text.slice(start, found.end));
  if (isMoment && found.seconds < leastBareMinutes * 60) return null;
  // "Great song - Duration: 4:05" is announced well enough to stand behind other words.
  const isAnnounced = label?.tied === true || isBare(text.slice(0, start));
  if (!isAnnounced || !isTail(tail)) return null;
  return { facet: { name: "duration", value: found.seconds }, start, end: found.end };
};
