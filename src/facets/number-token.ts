import { isCurrencySign, isDigit, isLetter, isUnspaced, skipSpaces, skipSpacesBack } from "./characters.ts";
import type { Announcement, Line, NumberToken } from "./line.ts";
import { countOf } from "./meaning.ts";
import { parseNumber } from "./parse-number.ts";
import { wordAfter, wordBefore, wordEnd } from "./words.ts";

/** What shows, right before a number, that it is a piece of something else: "#3", "12-30 pages", "<1 MB", "第3页". */
const goesOnBefore = "#№<>≤≥§@_\\/.'’-第";
/** Currencies in letters may be glued to their number: "EUR20", "Rs.20". */
const gluedCurrency = /(?:^|[^A-Za-z])(?:[A-Z]{3}|Rs\.?|kr\.?)$/;

const isPiece = (text: string, start: number): boolean => {
  const before = text.charAt(start - 1);
  if (before === "" || before === " ") return false;
  if (before === ":") return isDigit(text, start - 2);
  return goesOnBefore.includes(before) || (isLetter(text, start - 1) && !isUnspaced(before.charCodeAt(0)));
};

const ties = ":\uff1a(\uff08";

/** The word before a number, with a colon, a parenthesis or a comma between them or none. */
const announcement = (text: string, start: number): Announcement | null => {
  const end = skipSpacesBack(text, start);
  if (end === 0) return null;
  const last = text.charAt(end - 1);
  const tied = ties.includes(last);
  const word = wordBefore(text, tied || last === "," ? skipSpacesBack(text, end - 1) : end);
  return word && { meaning: word.meaning, start: word.start, end: word.end, tied };
};

/** A number may be glued to its currency, and to what it counts where nothing else is before it: "Votes2,040,518". */
const isGlued = (text: string, start: number, before: Announcement | null): boolean =>
  before?.end === start &&
  (gluedCurrency.test(text.slice(0, start)) || (before.start === 0 && countOf(before.meaning) !== undefined));

/**
 * Signs that can make a figure of a number that no known word stands beside: those of ranges, dates, clocks, scales and
 * stars, letters that multiply or measure, and the ends of "つ星のうち" and its like. Currencies are looked at apart.
 */
const tellingSigns = "-–—~\uff5e/\uff0f:.,年년%★☆⭐\ud83c\udf1f\ufe0fhHkKmMbBち中에";

const isTelling = (text: string, at: number): boolean => {
  const sign = text.charAt(at);
  return sign !== "" && (tellingSigns.includes(sign) || isCurrencySign(sign.charCodeAt(0)));
};

const isPlain = (raw: string): boolean => !raw.includes(".") && !raw.includes(",");

/**
 * One number of a line with what stands beside it; null for a piece of something else, and for a number that no reader
 * can make something of, as most numbers are.
 */
export const numberToken = ({ text, language }: Line, start: number, raw: string): NumberToken | null => {
  const end = start + raw.length;
  const before = start === 0 ? null : announcement(text, start);
  if (isPiece(text, start) && !isGlued(text, start, before)) return null;
  const next = skipSpaces(text, end);
  const after = wordAfter(text, next);
  const isMute =
    before === null &&
    after === null &&
    isPlain(raw) &&
    !isTelling(text, next) &&
    !isTelling(text, wordEnd(text, next));
  if (isMute && !isTelling(text, skipSpacesBack(text, start) - 1)) return null;
  const count = parseNumber(raw, "count", language);
  return { start, end, raw, before, after, count, measure: parseNumber(raw, "measure", language) };
};
