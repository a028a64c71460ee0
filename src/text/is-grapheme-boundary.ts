import { isDiacritic } from "./character-kind.ts";
import { codePointRanges, isWithin } from "./code-point-ranges.ts";

const carriageReturn = 13;
const lineFeed = 10;

/**
 * Code units none of which joins with another one of them: letters, ligatures, signs and ideographs, but no marks,
 * conjoining Hangul, joiners and surrogates.
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

let segmenter: Intl.Segmenter | undefined;

/**
 * The characters from a unit that stands alone, or the text's beginning, up to and with the next one, or the text's
 * end. They are told from left to right, as far as they are asked for, and depend on nothing outside.
 */
class JoinedStretch {
  readonly text: string;
  /** Whether a character begins here and at the end is another question. */
  readonly from: number;
  readonly to: number;
  readonly #characters: Iterator<Intl.SegmentData>;
  /** Where characters begin; once all are known, the stretch's end is the last. */
  readonly #edges: number[] = [];

  constructor(text: string, index: number) {
    let from = index - 1;
    while (from > 0 && !standsAlone(text.charCodeAt(from))) from--;
    let to = index + 1;
    while (to < text.length && !standsAlone(text.charCodeAt(to - 1))) to++;
    this.text = text;
    this.from = from;
    this.to = to;
    // Making the first segmenter of a page takes several milliseconds, hence all that is tried before.
    segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
    this.#characters = segmenter.segment(text.slice(from, to))[Symbol.iterator]();
  }

  /** The last edge at a place within the stretch or before it. */
  edgeBefore(index: number): number {
    return this.#edges[this.#lastUpTo(index)]!;
  }

  /** The first edge at a place within the stretch or after it. */
  edgeAfter(index: number): number {
    const last = this.#lastUpTo(index);
    return this.#edges[last] === index ? index : this.#edges[last + 1]!;
  }

  /** The number of the last edge up to a place; the one after it is known then. */
  #lastUpTo(index: number): number {
    const edges = this.#edges;
    while (edges.length === 0 || edges.at(-1)! <= index) {
      const { done, value } = this.#characters.next();
      edges.push(done === true ? this.to : this.from + value.index);
    }
    let low = 0;
    let high = edges.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (edges[middle]! <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** The stretches asked for last: a hit begins in one and ends in another, and the next one often in the same. */
let lastStretch: JoinedStretch | undefined;
let stretchBefore: JoinedStretch | undefined;

const holds = (stretch: JoinedStretch | undefined, text: string, index: number): boolean =>
  stretch !== undefined && index > stretch.from && index < stretch.to && stretch.text === text;

/** The stretch that a place lies in that {@link isPlainBoundary} does not tell of. */
const stretchAt = (text: string, index: number): JoinedStretch => {
  if (holds(lastStretch, text, index)) return lastStretch!;
  const stretch = holds(stretchBefore, text, index) ? stretchBefore! : new JoinedStretch(text, index);
  stretchBefore = lastStretch;
  lastStretch = stretch;
  return stretch;
};

/** Whether a reader would see one character end and another begin at `index`, as Unicode's grapheme clusters say. */
export const isGraphemeBoundary = (text: string, index: number): boolean => {
  if (index <= 0 || index >= text.length) return true;
  const before = text.charCodeAt(index - 1);
  // Almost always so, and asked at both ends of every hit.
  if (alone[before] === 1 && alone[text.charCodeAt(index)] === 1 && before !== carriageReturn) return true;
  return isPlainBoundary(text, index) ?? stretchAt(text, index).edgeBefore(index) === index;
};

/** The nearest grapheme boundary at `index` or before it. */
export const graphemeStart = (text: string, index: number): number => {
  let start = index;
  while (start > 0 && start < text.length) {
    const plain = isPlainBoundary(text, start);
    if (plain === true) break;
    if (plain === false) start--;
    else {
      const stretch = stretchAt(text, start);
      start = stretch.edgeBefore(start);
      if (start > stretch.from) break;
    }
  }
  return start;
};

/** The nearest grapheme boundary at `index` or after it. */
export const graphemeEnd = (text: string, index: number): number => {
  let end = index;
  while (end > 0 && end < text.length) {
    const plain = isPlainBoundary(text, end);
    if (plain === true) break;
    if (plain === false) end++;
    else {
      const stretch = stretchAt(text, end);
      end = stretch.edgeAfter(end);
      if (end < stretch.to) break;
    }
  }
  return end;
};
