import type { Line, NumberToken, Reader, Reading } from "./line.ts";
import { numberToken } from "./number-token.ts";
import { readAge } from "./read-age.ts";
import { readCalendarDate } from "./read-calendar-date.ts";
import { readDayAndTime } from "./read-clock-time.ts";
import { readCount } from "./read-count.ts";
import { readDuration } from "./read-duration.ts";
import { readPrice } from "./read-price.ts";
import { readDrawnStars, readRating, votesBehind } from "./read-rating.ts";
import { readSize } from "./read-size.ts";
import { readWordsAlone } from "./read-words-alone.ts";

/** The readers in the order they are asked: the more a form says about itself, the earlier. */
const readers: readonly Reader[] = [
  readCalendarDate,
  readDayAndTime,
  readAge,
  readRating,
  readPrice,
  readSize,
  readDuration,
  readCount,
];

const plainNumber = /\d+(?:[.,'’]\d+|[\u00a0\u202f]\d{3}(?!\d))*/g;
/** Where digits are grouped with plain spaces, "1 234,50" is one number. */
const spacedNumber = new RegExp(
  String.raw`\d{1,3}(?:[ \u00a0\u202f]\d{3}(?!\d))+(?:[.,]\d+)?|${plainNumber.source}`,
  "g",
);

const readToken = (line: Line, token: NumberToken): Reading | null => {
  for (const read of readers) {
    const reading = read(line, token);
    if (reading) return reading;
  }
  return null;
};

/** Reads all figures of one line, in the order they stand in. */
export const readLine = (line: Line): readonly Reading[] => {
  const { text } = line;
  const readings: Reading[] = [];
  const stars = text.includes("☆") ? readDrawnStars(text) : null;
  if (stars) readings.push(stars);
  const pattern = line.language?.spaceGroups ? spacedNumber : plainNumber;
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return stars ? readings : readWordsAlone(line);
  for (let readTo = 0; match !== null; match = pattern.exec(text)) {
    const token = match.index < readTo ? null : numberToken(line, match.index, match[0]);
    const reading = token && readToken(line, token);
    if (!token || !reading) continue;
    readings.push(reading);
    const votes = reading.facet.name === "rating" ? votesBehind(line, reading.end) : null;
    if (votes) readings.push(votes);
    readTo = votes?.end ?? Math.max(token.end, reading.end);
  }
  return readings;
};
