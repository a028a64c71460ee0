import type { Line, NumberToken, Reader, Reading } from "./line.ts";
import { readAge } from "./read-age.ts";
import { readCalendarDate } from "./read-calendar-date.ts";
import { readDayAndTime } from "./read-clock-time.ts";
import { readCount } from "./read-count.ts";
import { readDuration } from "./read-duration.ts";
import { readPrice } from "./read-price.ts";
import { readDrawnStars, readRating, votesBehind } from "./read-rating.ts";
import { readSize } from "./read-size.ts";
import { readWordsAlone } from "./read-words-alone.ts";
import { vocabulary } from "./vocabulary.ts";
import { isDigit, isUnspaced, lookBefore } from "./words.ts";

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

const plainNumber = String.raw`\d+(?:[.,'’]\d+|[\u00a0\u202f]\d{3}(?!\d))*`;
const number = new RegExp(plainNumber, "gu");
/** Where digits are grouped with plain spaces, "1 234,50" is one number. */
const spacedNumber = new RegExp(String.raw`\d{1,3}(?:[ \u00a0\u202f]\d{3}(?!\d))+(?:[.,]\d+)?|${plainNumber}`, "gu");

/** A number that goes on before it begins is a piece of something else: "H264", "#3", "12-30 pages", "<1 MB". */
const goesOnBefore = /[\p{L}\p{N}#№<>≤≥§@_\\/.'’-]/u;
/** "第3页" is page 3. */
const ordinal = "第";

const isPiece = (text: string, start: number): boolean => {
  const before = text.charAt(start - 1);
  if (before === "" || before === " ") return false;
  if (before === ":") return isDigit(text, start - 2);
  return before === ordinal || (goesOnBefore.test(before) && !isUnspaced(before.charCodeAt(0)));
};

/** Currencies in letters may be glued to their number: "US$20" ends in a sign, "EUR20" and "Rs.20" do not. */
const gluedCurrency = /(?:^|[^\p{L}])(?:[A-Z]{3}|Rs\.?|kr\.?)$/u;

/** A count may be glued to the word that announces it, where nothing else is in the line: "Votes2,040,518". */
const gluedLabel = (text: string, start: number): boolean => lookBefore(vocabulary().counts, text, start)?.start === 0;

/** Reads all figures of one line, in the order they stand in. */
export const readLine = (line: Line): readonly Reading[] => {
  const { text } = line;
  const stars = /[★☆]{2}/u.test(text) ? readDrawnStars(text) : null;
  const readings: Reading[] = stars ? [stars] : [];
  if (!/\d/u.test(text)) return stars ? readings : readWordsAlone(line);
  const pattern = line.language?.spaceGroups ? spacedNumber : number;
  pattern.lastIndex = 0;
  let readTo = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const token: NumberToken = { start: match.index, end: match.index + match[0].length, raw: match[0] };
    if (token.start < readTo) continue;
    const before = text.slice(0, token.start);
    if (isPiece(text, token.start) && !gluedCurrency.test(before) && !gluedLabel(text, token.start)) continue;
    for (const read of readers) {
      const reading = read(line, token);
      if (!reading) continue;
      readings.push(reading);
      readTo = Math.max(token.end, reading.end);
      const votes = reading.facet.name === "rating" ? votesBehind(line, reading.end) : null;
      if (votes) {
        readings.push(votes);
        readTo = votes.end;
      }
      break;
    }
  }
  return readings;
};
