import { isDiacritic } from "./character-kind.ts";
import { codePointRanges, isWithin } from "./code-point-ranges.ts";

const carriageReturn = 13;
const lineFeed = 10;

/**
 * Code units none of which joins with another one of them: letters, ligatures, signs and ideographs, but no marks, conjoining
 * Hangul, joiners and surrogates.
 */
const loners = codePointRanges(
  "0-2ff 370-482 48a-590 5d0-5ff 620-64a 671-6d5 e01-e30 e3f-e46 10a0-10ff 1200-135c 1e00-200b 200e-20cf 2100-2cee",
  "2e80-3029 3030-3098 309b-a4cf ac00-d7a3 f900-fb06 fb13-fb1d fb1f-fdff fe30-fe4f fe70-fefc ff01-ff9d",
);

/** By code unit: 1 for one that stands alone. */
const alone = new Uint8Array(0x10000);
for (let pair = 0; pair < loners.length; pair += 2) alone.fill(1, loners[pair], loners[pair + 1]! + 1);

const standsAlone = (code: number): boolean => alone[code] === 1;

const isHighSurrogate = (code: number): boolean => (code & 0xfc00) === 0xd800;
const isLowSurrogate = (code: number): boolean => (code & 0xfc00) === 0xdc00;

/** Emoji and symbols, and ideographs: what lies outside the first 65,536 characters on most pages. */
const aloneOutsideBmp = codePointRanges("1d400-1d7ff 1f300-1f3fa 1f400-1faff 20000-3ffff");

/** Between these a code unit that stands alone is a letter, no control, so that a mark after it belongs to it. */
const firstLetter = 0xc0;
const firstFormatCharacter = 0x2000;
const isLetterForMarks = (code: number): boolean =>
  (code >= firstLetter && code < firstFormatCharacter) || (code >= 0x41 && code <= 0x7a);

/**
 * The answer where it needs no table of all characters: a mark belongs to a letter before it, and what stands alone
 * begins after a mark, an emoji or an ideograph. Undefined where it does.
 */
const isPlainBoundary = (text: string, index: number): boolean | undefined => {
  const before = text.charCodeAt(index - 1);
  const after = text.charCodeAt(index);
  if (standsAlone(before)) {
    if (standsAlone(after)) return before !== carriageReturn || after !== lineFeed;
    if (isDiacritic(after) && isLetterForMarks(before)) return false;
    return isHighSurrogate(after) && isWithin(aloneOutsideBmp, text.codePointAt(index) ?? 0) ? true : undefined;
  }
  if (!standsAlone(after)) return undefined;
  if (isDiacritic(before)) return true;
  return isLowSurrogate(before) && isWithin(aloneOutsideBmp, text.codePointAt(index - 2) ?? 0) ? true : undefined;
};

/** Units before a place that are looked at for a character that stands alone; what joins on for longer is no text. */
const longestJoined = 500;

let segmenter: Intl.Segmenter | undefined;

/** Whether a reader would see one character end and another begin at `index`, as Unicode's grapheme clusters say. */
export const isGraphemeBoundary = (text: string, index: number): boolean => {
  if (index <= 0 || index >= text.length) return true;
  const before = text.charCodeAt(index - 1);
  // Almost always so, and asked at both ends of every hit.
  if (alone[before] === 1 && alone[text.charCodeAt(index)] === 1 && before !== carriageReturn) return true;
  const plain = isPlainBoundary(text, index);
  if (plain !== undefined) return plain;
  let from = index - 1;
  const earliest = Math.max(0, index - longestJoined);
  while (from > earliest && !standsAlone(text.charCodeAt(from))) from--;
  // Making the first segmenter of a page takes several milliseconds, hence everything above.
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  const around = text.slice(from, index + 2);
  return segmenter.segment(around).containing(index - from)?.index === index - from;
};

/** The nearest grapheme boundary at `index` or before it. */
export const graphemeStart = (text: string, index: number): number => {
  let start = index;
  while (!isGraphemeBoundary(text, start)) start--;
  return start;
};

/** The nearest grapheme boundary at `index` or after it. */
export const graphemeEnd = (text: string, index: number): number => {
  let end = index;
  while (!isGraphemeBoundary(text, end)) end++;
  return end;
};
