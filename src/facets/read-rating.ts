import type { Line, Reader, Reading } from "./line.ts";
import { matchAt, means } from "./line.ts";
import { isBesideScale, isRatingLabel, isStar } from "./meaning.ts";
import { parseNumber } from "./parse-number.ts";
import { isLetter, wordAfter } from "./words.ts";

/** Ratings are kept on a scale of this many. */
const best = 5;
/** Decimals beyond this are the floating point's. */
const keptDecimals = 4;

/** A rating of 0 says that nobody has rated. */
const rated = (value: number, scale: number, start: number, end: number): Reading | null =>
  value > scale || value === 0
    ? null
    : { facet: { name: "rating", value: Number(((value / scale) * best).toFixed(keptDecimals)) }, start, end };

/**
 * A scale behind a rating: after a stroke, after one word such as "of", or after two, which nothing else is told with.
 */
const scaleBehind =
  /\s?(?:\/|(out of|ud af|van de|من أصل)|of|von|sur|de|su|van|z|na|из|üzerinden|من|av|af|з)\s?(5|10|100)(?![\d/]|[.,]\d)/y;
/** "5つ星のうち4.5", "5점 만점에 4.5": the scale stands before the rating. */
const scaleBefore = /(5|10)\s?(?:つ星のうち|点満点中|점\s만점에|yıldız üzerinden|üzerinden)\s?$/;

interface Stars {
  readonly end: number;
  /** Drawn, and not told in a word. */
  readonly drawn: boolean;
}

const lookStars = (text: string, at: number): Stars | null => {
  const word = wordAfter(text, at);
  // "5つ星のうち4.5" tells the scale first.
  if (!means(word, isStar) || text.startsWith("のうち", word.end)) return null;
  const drawn = text.charAt(word.start) < "\u2e80" && !isLetter(text, word.start);
  return { end: text.charAt(word.end) === "\ufe0f" ? word.end + 1 : word.end, drawn };
};

/**
 * Reads ratings that tell their scale: by "out of 5", "/10", a star, or a percentage behind a word for rating. A word
 * for rating alone, as search engines write it, means a scale of five where the number has a decimal.
 */
export const readRating: Reader = ({ text, place }, token) => {
  const { start, end, raw, digits, before, after } = token;
  const label = means(before, isRatingLabel) ? before : null;
  const isBeside = means(before, isStar | isBesideScale) || means(after, isStar | isBesideScale);
  if (!label && !isBeside && text.charAt(end) !== "/" && text.charAt(end + 1) !== "/") return null;
  const value = parseNumber(raw, false, place);
  if (value === null || value > 100) return null;
  const hasDecimal = digits < raw.length;
  const from = label?.start ?? start;
  const scale = matchAt(scaleBehind, text.toLowerCase(), end);
  if (scale) {
    const behind = end + scale[0].length;
    const stars = lookStars(text, behind);
    // "4/5" or "4 de 5" alone may be a date, a page or a fraction.
    if (hasDecimal || label || stars || scale[1] !== undefined)
      return rated(value, Number(scale[2]), from, stars?.end ?? behind);
  }
  if (before && isBeside) {
    const scaled = scaleBefore.exec(text.slice(0, start));
    if (scaled) return rated(value, Number(scaled[1]), scaled.index, end);
    if (means(before, isStar) && "★⭐🌟".includes(text.charAt(before.start)) && !/[★☆]{2}/.test(text))
      return rated(value, best, before.start, end);
  }
  const stars = lookStars(text, end);
  if (stars && (hasDecimal || stars.drawn)) return rated(value, best, from, stars.end);
  if (!label) return null;
  if (text.charAt(end) === "%") return rated(value, 100, from, end + 1);
  return hasDecimal ? rated(value, best, from, end) : null;
};

/** Stars drawn as characters, full and empty ones; a row of full ones alone may be the backdrop of a drawn rating. */
const starRow = /(★+)(☆+)/;

/** Reads a row of five drawn stars. */
export const readDrawnStars = (text: string): Reading | null => {
  const row = starRow.exec(text);
  return row?.[0].length === best ? rated(row[1]?.length ?? 0, best, row.index, row.index + best) : null;
};

const votesInParentheses = /\s?\(([\d.,\u00a0\u202f ]*\d)\)/y;

/** "(1,234)" right behind a rating: the number of votes. */
export const votesBehind = ({ text, place }: Line, end: number): Reading | null => {
  const votes = matchAt(votesInParentheses, text, end);
  const value = votes && parseNumber(votes[1] ?? "", true, place);
  if (!votes || value === null || !Number.isInteger(value)) return null;
  return { facet: { name: "votes", value }, start: end, end: end + votes[0].length };
};
