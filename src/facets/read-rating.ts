import type { Line, NumberToken, Reader, Reading } from "./line.ts";
import { parseNumber } from "./parse-number.ts";
import { vocabulary } from "./vocabulary.ts";
import { isUnspaced, lookAfter, lookBefore, skipSpaces, skipSpacesBack, wordEnd } from "./words.ts";

/** Ratings are kept on a scale of this many. */
const best = 5;
/** Decimals beyond this are the floating point's. */
const keptDecimals = 4;

const rated = (value: number, scale: number, start: number, end: number): Reading | null =>
  value > scale
    ? null
    : { facet: { name: "rating", value: Number(((value / scale) * best).toFixed(keptDecimals)) }, start, end };

const slashScale = /\s?[/\uff0f]\s?(5|10|100)(?![\d/.,])/uy;
const scaleNumber = /(5|10|100)(?!\d|[.,]\d)/uy;
const starSign = /(?:★|⭐|☆|\u{1f31f})\ufe0f?/uy;

const sticky = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** "out of 5", "von 5 Sternen": the words between a rating and its scale, as many as two. */
const scaleInWords = (text: string, at: number): { scale: number; end: number; phrase: string } | null => {
  const start = skipSpaces(text, at);
  let end = start;
  for (let words = 0; words < 2; words++) {
    end = wordEnd(text, skipSpaces(text, end));
    const phrase = text.slice(start, end).toLowerCase();
    const scale =
      end > start && vocabulary().outOf.has(phrase) ? sticky(scaleNumber, text, skipSpaces(text, end)) : null;
    if (scale) return { scale: Number(scale[1]), end: skipSpaces(text, end) + scale[0].length, phrase };
  }
  return null;
};

/** A word that announces a rating, with or without a colon: its start. */
const labelStart = (text: string, at: number): number | null => {
  let end = skipSpacesBack(text, at);
  if (text.charAt(end - 1) === ":" || text.charAt(end - 1) === "\uff1a") end = skipSpacesBack(text, end - 1);
  return lookBefore(vocabulary().ratingLabels, text, end)?.start ?? null;
};

const lookStars = (text: string, at: number): number | null => {
  const start = skipSpaces(text, at);
  const sign = sticky(starSign, text, start);
  if (sign) return start + sign[0].length;
  const word = lookAfter(vocabulary().stars, text, start);
  // "5つ星のうち4.5" tells the scale first.
  return word && !text.startsWith("のうち", word.end) ? word.end : null;
};

/** "5つ星のうち4.5", "5점 만점에 4.5": the scale stands before the rating. */
const scaleBefore = /(5|10)\s?(?:つ星のうち|点満点中|점\s만점에|yıldız üzerinden|üzerinden)\s?$/u;

/**
 * Reads ratings that tell their scale: by "out of 5", "/10", a star, or a percentage behind a word for rating. A word
 * for rating alone, as search engines write it, means a scale of five where the number has a decimal.
 */
export const readRating: Reader = (line: Line, token: NumberToken) => {
  const { text } = line;
  const value = parseNumber(token.raw, "measure", line.language);
  if (value === null) return null;
  const hasDecimal = /[.,]/u.test(token.raw);
  const label = labelStart(text, token.start);
  const start = label ?? token.start;

  const slash = sticky(slashScale, text, token.end);
  // "4/5" alone may be a date, a page or a fraction.
  if (slash) {
    const end = token.end + slash[0].length;
    const sure = hasDecimal || label !== null || lookStars(text, end) !== null;
    return sure ? rated(value, Number(slash[1]), start, lookStars(text, end) ?? end) : null;
  }
  const scale = scaleInWords(text, token.end);
  if (scale) {
    const stars = lookStars(text, scale.end);
    const sure = hasDecimal || label !== null || stars !== null || scale.phrase.includes(" ");
    return sure ? rated(value, scale.scale, start, stars ?? scale.end) : null;
  }
  const before = scaleBefore.exec(text.slice(0, token.start));
  if (before) return rated(value, Number(before[1]), before.index, token.end);
  const signBefore = /(?:★|⭐|\u{1f31f})\ufe0f?\s?$/u.exec(text.slice(0, token.start));
  if (signBefore && !/[★☆]{2}/u.test(text)) return rated(value, best, signBefore.index, token.end);
  const stars = lookStars(text, token.end);
  const isSign =
    stars !== null &&
    !isUnspaced(text.charCodeAt(stars - 1)) &&
    /(?:★|⭐|\u{1f31f})\ufe0f?$/u.test(text.slice(0, stars));
  if (stars !== null && (hasDecimal || isSign)) return rated(value, best, start, stars);
  if (label === null) return null;
  if (text.charAt(token.end) === "%") return rated(value, 100, start, token.end + 1);
  return hasDecimal ? rated(value, best, start, token.end) : null;
};

/** Stars drawn as characters, full and empty ones; a row of full ones alone may be the backdrop of a drawn rating. */
const starRow = /(★+)(☆+)/u;

/** Reads a row of five drawn stars. */
export const readDrawnStars = (text: string): Reading | null => {
  const row = starRow.exec(text);
  return row?.[0].length === best ? rated(row[1]?.length ?? 0, best, row.index, row.index + best) : null;
};

/** "(1,234)" right behind a rating: the number of votes. */
export const votesBehind = (line: Line, end: number): Reading | null => {
  const votes = sticky(/\s?[(\uff08]([\d.,\u00a0\u202f ]*\d)[)\uff09]/uy, line.text, end);
  const value = votes && parseNumber(votes[1] ?? "", "count", line.language);
  if (!votes || value === null || !Number.isInteger(value)) return null;
  return { facet: { name: "votes", value }, start: end, end: end + votes[0].length };
};
