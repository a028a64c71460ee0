import { matchAt, skipSpaces, skipSpacesBack } from "./characters.ts";
import type { Line, NumberToken, Reader, Reading } from "./line.ts";
import { means } from "./line.ts";
import { isBeforeScale, isRatingLabel, isStar } from "./meaning.ts";
import { parseNumber } from "./parse-number.ts";
import { vocabulary } from "./vocabulary.ts";
import { wordAfter, wordEnd } from "./words.ts";

/** Ratings are kept on a scale of this many. */
const best = 5;
/** Decimals beyond this are the floating point's. */
const keptDecimals = 4;

/** A rating of 0 says that nobody has rated. */
const rated = (value: number, scale: number, start: number, end: number): Reading | null =>
  value > scale || value === 0
    ? null
    : { facet: { name: "rating", value: Number(((value / scale) * best).toFixed(keptDecimals)) }, start, end };

const slashScale = /\s?[/\uff0f]\s?(5|10|100)(?![\d/.,])/y;
const scaleNumber = /(5|10|100)(?!\d|[.,]\d)/y;
/** A full or empty star; the last two are a glowing one, which is a pair of surrogates. */
const starSign = /(?:[★⭐☆]|\ud83c\udf1f)\ufe0f?/y;
const starBefore = /(?:[★⭐]|\ud83c\udf1f)\ufe0f?\s?$/;
/** "5つ星のうち4.5", "5점 만점에 4.5": the scale stands before the rating. */
const scaleBefore = /(5|10)\s?(?:つ星のうち|点満点中|점\s만점에|yıldız üzerinden|üzerinden)\s?$/;
/** The last character of what stands before a rating that is a star, or tells its scale. */
const endsBefore = "★⭐\udf1f\ufe0fち中에n";
/** The first character of what stands behind one. */
const startsBehind = "/\uff0f★⭐☆\ud83c%";

/** A quick look whether anything beside a number makes a rating of it. */
const mayRate = (text: string, { start, end, before, after }: NumberToken): boolean =>
  means(after, isBeforeScale | isStar) ||
  means(before, isRatingLabel) ||
  startsBehind.includes(text.charAt(skipSpaces(text, end)) || "!") ||
  endsBefore.includes(text.charAt(skipSpacesBack(text, start) - 1) || "!");

/** "out of 5", "von 5 Sternen": the words between a rating and its scale, as many as two. */
const scaleInWords = (text: string, at: number): { scale: number; end: number; inFull: boolean } | null => {
  const start = skipSpaces(text, at);
  let end = wordEnd(text, start);
  for (let words = 0; words < 2 && end > start; words++) {
    const place = skipSpaces(text, end);
    const phrase = text.slice(start, end);
    const scale = vocabulary().outOf.has(phrase.toLowerCase()) ? matchAt(scaleNumber, text, place) : null;
    if (scale) return { scale: Number(scale[1]), end: place + scale[0].length, inFull: phrase.includes(" ") };
    end = wordEnd(text, place);
  }
  return null;
};

interface Stars {
  readonly end: number;
  /** Drawn, and not told in a word. */
  readonly drawn: boolean;
}

const lookStars = (text: string, at: number): Stars | null => {
  const start = skipSpaces(text, at);
  const sign = matchAt(starSign, text, start);
  if (sign) return { end: start + sign[0].length, drawn: true };
  const word = wordAfter(text, start);
  // "5つ星のうち4.5" tells the scale first.
  return means(word, isStar) && !text.startsWith("のうち", word.end) ? { end: word.end, drawn: false } : null;
};

/** A rating whose scale is told behind it. */
const readScaled = (line: Line, token: NumberToken, value: number, sure: boolean): Reading | null => {
  const { text } = line;
  const start = means(token.before, isRatingLabel) ? token.before.start : token.start;
  const slash = matchAt(slashScale, text, token.end);
  const words = !slash && means(token.after, isBeforeScale) ? scaleInWords(text, token.end) : null;
  if (!slash && !words) return null;
  const end = words?.end ?? token.end + (slash?.[0].length ?? 0);
  const stars = lookStars(text, end);
  // "4/5" or "4 de 5" alone may be a date, a page or a fraction.
  if (!sure && !stars && !words?.inFull) return null;
  return rated(value, words?.scale ?? Number(slash?.[1]), start, stars?.end ?? end);
};

/**
 * Reads ratings that tell their scale: by "out of 5", "/10", a star, or a percentage behind a word for rating. A word
 * for rating alone, as search engines write it, means a scale of five where the number has a decimal.
 */
export const readRating: Reader = (line, token) => {
  const { text } = line;
  const { start, end, measure: value } = token;
  if (value === null || value > 100 || !mayRate(text, token)) return null;
  const hasDecimal = /[.,]/.test(token.raw);
  const label = means(token.before, isRatingLabel) ? token.before : null;
  const scaled = readScaled(line, token, value, hasDecimal || label !== null);
  if (scaled) return scaled;
  const head = text.slice(0, start).trimEnd();
  if (endsBefore.includes(head.charAt(head.length - 1) || "!")) {
    const scale = scaleBefore.exec(head);
    if (scale) return rated(value, Number(scale[1]), scale.index, end);
    const sign = /[★☆]{2}/.test(text) ? null : starBefore.exec(head);
    if (sign) return rated(value, best, sign.index, end);
  }
  const stars = lookStars(text, end);
  if (stars && (hasDecimal || stars.drawn)) return rated(value, best, label?.start ?? start, stars.end);
  if (!label) return null;
  if (text.charAt(end) === "%") return rated(value, 100, label.start, end + 1);
  return hasDecimal ? rated(value, best, label.start, end) : null;
};

/** Stars drawn as characters, full and empty ones; a row of full ones alone may be the backdrop of a drawn rating. */
const starRow = /(★+)(☆+)/;

/** Reads a row of five drawn stars. */
export const readDrawnStars = (text: string): Reading | null => {
  const row = starRow.exec(text);
  return row?.[0].length === best ? rated(row[1]?.length ?? 0, best, row.index, row.index + best) : null;
};

const votesInParentheses = /\s?[(\uff08]([\d.,\u00a0\u202f ]*\d)[)\uff09]/y;

/** "(1,234)" right behind a rating: the number of votes. */
export const votesBehind = (line: Line, end: number): Reading | null => {
  const votes = matchAt(votesInParentheses, line.text, end);
  const value = votes && parseNumber(votes[1] ?? "", "count", line.language);
  if (!votes || value === null || !Number.isInteger(value)) return null;
  return { facet: { name: "votes", value }, start: end, end: end + votes[0].length };
};
