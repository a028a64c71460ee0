import type { Line, Reader, Reading } from "./line.ts";
import { vocabulary } from "./vocabulary.ts";
import { isDigit, lookAfter, lookBefore, skipSpaces, skipSpacesBack } from "./words.ts";

const clock = /(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)(?![\d:])/uy;
/** A clock that cannot be a time of day: it has hours without a leading zero, or at least 24 minutes. */
const hoursOfDay = 24;
/** "1h30m", "1 h 30 min", "2h05": hours must be told in one letter only where minutes follow. */
const compact = /(\d{1,3})\s?h\s?(\d{1,2})(?:\s?(?:m|min)\b\.?)?(?:\s?(\d{1,2})\s?s\b)?/iuy;

const sticky = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const lasting = (seconds: number, start: number, end: number): Reading => ({
  facet: { name: "duration", value: seconds },
  start,
  end,
});

/** A word that announces a duration, with or without a colon: its start, or where it would have ended. */
const labelBefore = (text: string, at: number): number => {
  let end = skipSpacesBack(text, at);
  if (/[:\uff1a(]/u.test(text.charAt(end - 1))) end = skipSpacesBack(text, end - 1);
  return lookBefore(vocabulary().durationLabels, text, end)?.start ?? at;
};

const leftBare = /^[\s\p{P}]*$/u;
/** Shorter than this in minutes alone, "45 min" may be how long ago something was; a longer age is told in hours. */
const leastBareMinutes = 60;
const abbreviated = /^\d+\s?(?:min|мин|хв|dk|sec|sek|сек|sn)\b/iu;

/** Nothing but white space and punctuation, or words that may follow a duration. */
const isTail = (text: string): boolean => {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+|\d+/gu) ?? [];
  return words.every((word) => vocabulary().durationTails.has(word));
};

/** "1 hour 5 minutes", "12 min", "1小时30分钟": numbers with units, each smaller than the one before. */
const readInWords = (line: Line, at: number): { seconds: number; end: number } | null => {
  const { text } = line;
  let seconds = 0;
  let smallest = Number.POSITIVE_INFINITY;
  let end = at;
  for (let place = at; isDigit(text, place);) {
    let digitsEnd = place;
    while (isDigit(text, digitsEnd)) digitsEnd++;
    const unit = lookAfter(vocabulary().durations, text, skipSpaces(text, digitsEnd));
    if (!unit || unit.value >= smallest) break;
    seconds += Number(text.slice(place, digitsEnd)) * unit.value;
    smallest = unit.value;
    end = unit.end;
    place = skipSpaces(text, /^\s?,/u.test(text.slice(end)) ? skipSpaces(text, end) + 1 : end);
  }
  return end === at ? null : { seconds, end };
};

const readClock = (line: Line, at: number, labelled: boolean): { seconds: number; end: number } | null => {
  const match = sticky(clock, line.text, at);
  if (!match) return null;
  const [whole, hours, minuteDigits = "", secondDigits] = match;
  const minutes = Number(minuteDigits);
  if (hours !== undefined && minutes > 59) return null;
  const sure = labelled || (hours === undefined ? minutes >= hoursOfDay : !hours.startsWith("0") && hours.length === 1);
  return sure
    ? { seconds: Number(hours ?? 0) * 3600 + minutes * 60 + Number(secondDigits), end: at + whole.length }
    : null;
};

/**
 * Reads durations. They have to fill their line, but for a word that announces them or says what they are of, because
 * "open 24 hours" and "in 30 minutes" are none; and a clock's time has to be one that no clock on a wall shows.
 */
export const readDuration: Reader = (line, token) => {
  const { text } = line;
  const start = labelBefore(text, token.start);
  if (skipSpacesBack(text, start) !== 0 && !/^[\s\p{P}]*$/u.test(text.slice(0, start))) return null;
  const short = sticky(compact, text, token.start);
  const read =
    readClock(line, token.start, start < token.start) ??
    (short && {
      seconds: Number(short[1]) * 3600 + Number(short[2]) * 60 + Number(short[3] ?? 0),
      end: token.start + short[0].length,
    }) ??
    readInWords(line, token.start);
  if (!read) return null;
  const tail = text.slice(read.end);
  const bare = start === token.start && leftBare.test(tail) && abbreviated.test(text.slice(start, read.end));
  if (bare && read.seconds < leastBareMinutes * 60) return null;
  return isTail(tail) ? lasting(read.seconds, start, read.end) : null;
};
