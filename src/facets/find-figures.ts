import type { Line, NumberToken, Reader, Reading } from "./line.ts";
import { isDigit, skipSpaces } from "./line.ts";
import type { Meaning } from "./meaning.ts";
import {
  anyBytes,
  anyCount,
  anyMonth,
  anyPower,
  anyTime,
  countOf,
  isBesideScale,
  isCurrency,
  isFiller,
  isPublished,
  isRatingLabel,
  isStar,
} from "./meaning.ts";
import { readAge } from "./read-age.ts";
import { readCalendarDate } from "./read-calendar-date.ts";
import { readDayAndTime } from "./read-clock-time.ts";
import { readCount } from "./read-count.ts";
import { readDuration } from "./read-duration.ts";
import { readPrice } from "./read-price.ts";
import { readDrawnStars, readRating, votesBehind } from "./read-rating.ts";
import { readSize } from "./read-size.ts";
import { readWordsAlone } from "./read-words-alone.ts";
import { isLetter, wordAfter, wordBefore } from "./words.ts";

/**
 * The readers in the order they are asked, the more a form says about itself the earlier, and what a word beside the
 * number has to mean for each to be asked. All are if there is a sign in the number, or a telling one behind it.
 */
const readers: readonly (readonly [meanings: Meaning, read: Reader])[] = [
  [anyMonth | anyTime | isFiller | isPublished, readCalendarDate],
  [0, readDayAndTime],
  [anyTime, readAge],
  [isStar | isRatingLabel | isBesideScale, readRating],
  [isCurrency | anyPower, readPrice],
  [anyBytes | anyPower, readSize],
  [anyTime, readDuration],
  // "295 s." is told with a unit of time.
  [anyCount | anyTime | anyPower | isFiller, readCount],
];

const number = /\d+(?:[.,']\d+|[\u00a0\u202f]\d{3}(?!\d))*/g;
/** Where digits are grouped with plain spaces, "1 234,50" is one number. */
const spacedNumber = /\d{1,3}(?:[ \u00a0\u202f]\d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,']\d+)*/g;

/** What shows, right before a number, that it is a piece of something else: "#3", "12-30 pages", "<1 MB", "第3页". */
const goesOnBefore = "#№<>≤≥§@_\\/.'-\u2212第";
/** Currencies in letters may be glued to their number: "EUR20", "Rs.20". */
const gluedCurrency = /(?:^|[^A-Za-z])(?:[A-Z]{3}|Rs\.?|kr\.?)$/;

/** A number may be glued to its currency, and to what it counts where nothing else is before it: "Votes2,040,518". */
const isPiece = (text: string, start: number): boolean => {
  const last = text.charAt(start - 1);
  if (last === "" || last === " ") return false;
  if (last === ":") return isDigit(text, start - 2);
  if (!goesOnBefore.includes(last) && !isLetter(text, start - 1)) return false;
  const before = wordBefore(text, start);
  if (!before || before.end < start) return true;
  return before.start > 0 || countOf(before.meaning) === undefined ? !gluedCurrency.test(text.slice(0, start)) : false;
};

/**
 * What can make a figure of a number that no known word stands beside: signs of ranges, dates, clocks, scales and
 * shares, and the endings of ordinals in a date.
 */
const telling = "-–—~/:.,%ºª+";

const readAt = (line: Line, start: number, raw: string): Reading | null => {
  const { text } = line;
  const end = start + raw.length;
  if (isPiece(text, start)) return null;
  const before = start === 0 ? null : wordBefore(text, start);
  const after = wordAfter(text, end);
  const meaning = (before?.meaning ?? 0) | (after?.meaning ?? 0);
  let digits = 1;
  while (isDigit(raw, digits)) digits++;
  const isTold = digits < raw.length || telling.includes(text.charAt(skipSpaces(text, end)) || "!");
  if (meaning === 0 && !isTold) return null;
  const token: NumberToken = { start, end, raw, digits, before, after };
  for (const [meanings, read] of readers) {
    const reading = isTold || (meaning & meanings) !== 0 ? read(line, token) : null;
    if (reading) return reading;
  }
  return null;
};

/** Reads all figures of one line, in the order they stand in. */
export const findFigures = (line: Line): readonly Reading[] => {
  const { text, place } = line;
  const pattern = place.spaced ? spacedNumber : number;
  pattern.lastIndex = 0;
  const readings: Reading[] = [];
  const stars = text.includes("☆") ? readDrawnStars(text) : null;
  if (stars) readings.push(stars);
  let match = pattern.exec(text);
  if (!match) return stars ? readings : readWordsAlone(line);
  for (let readTo = 0; match; match = pattern.exec(text)) {
    const { 0: raw, index } = match;
    const reading = index < readTo ? null : readAt(line, index, raw);
    if (!reading) continue;
    readings.push(reading);
    const votes = reading.facet.name === "rating" ? votesBehind(line, reading.end) : null;
    if (votes) readings.push(votes);
    readTo = votes?.end ?? Math.max(index + raw.length, reading.end);
  }
  return readings;
};
