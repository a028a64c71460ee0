import type { FoldedText } from "@/text/folded-text.ts";
import { isSpacedLetter } from "@/text/is-word-boundary.ts";

/** Units: a match of a keyword with `*` is no longer, so that searching stays in proportion to the text. */
const longestMatch = 200;

/** Asking whether a unit is a letter takes as long as comparing so many. */
const stepsOfLetter = 8;

const space = 32;
const newline = 10;
/** Stands for any one character within a piece; no folded text holds it. */
const anyCharacter = 0;

/** A keyword with wildcards, made ready. */
export interface Glob {
  /** What stands between the stars, folded, with {@link anyCharacter} for a question mark. */
  readonly pieces: readonly Uint16Array[];
  /** Whether a star stands before the first piece, and after the last. */
  readonly opensLeft: boolean;
  readonly opensRight: boolean;
  /** The longest stretch without wildcards, folded, which every text that matches holds; never empty. */
  readonly anchor: string;
}

/** Makes a keyword with wildcards ready; null where nothing stands between the wildcards. */
export const compileGlob = (pattern: string, fold: (text: string) => string): Glob | null => {
  const pieces = pattern.split("*").map((piece) => piece.split("?").map((run) => fold(run)));
  let anchor = "";
  for (const run of pieces.flat()) if (run.trim().length > anchor.length) anchor = run;
  if (anchor === "") return null;
  const filled = pieces.map((runs) => runs.join(String.fromCharCode(anyCharacter)));
  return {
    pieces: filled
      .filter((piece) => piece !== "")
      .map((piece) => Uint16Array.from(piece, (unit) => unit.charCodeAt(0))),
    opensLeft: filled[0] === "",
    opensRight: filled.at(-1) === "",
    anchor,
  };
};

/** What is left of the steps that a search may take: units looked at, counted by all that they are looked at for. */
export interface StepsLeft {
  left: number;
}

/** Reports an occurrence, in units of the folded text; returns whether it counts. */
type FoundGlob = (start: number, end: number) => boolean;

/**
 * Finds the occurrences of a keyword with wildcards from left to right, none within another, each as short as its
 * inner stars allow. A star at an edge takes the rest of the word. Takes time in proportion to the text; returns false
 * if there were no steps left before its end.
 */
export const findGlob = (glob: Glob, text: FoldedText, steps: StepsLeft, found: FoundGlob): boolean => {
  const pieces = glob.pieces.map((units) => new PieceSearch(units, text, steps));
  const wordBefore = new WordSearch(text, steps);
  const wordAfter = new WordSearch(text, steps);
  let free = 0;
  for (let start = 0; start < text.length; start++) {
    if (steps.left < 0) return false;
    let end = matchAt(pieces, start);
    if (end < 0) continue;
    let from = start;
    if (glob.opensLeft && from > free) from = Math.max(free, wordBefore.startOf(from));
    if (glob.opensRight) end = wordAfter.endOf(end);
    if (!found(from, end)) continue;
    free = end;
    start = end - 1;
  }
  return true;
};

/** Where the shortest match that begins at `start` ends, or -1. */
const matchAt = (pieces: readonly PieceSearch[], start: number): number => {
  let end = start;
  for (let index = 0; index < pieces.length && end >= 0; index++) {
    const piece = pieces[index]!;
    end = index === 0 ? piece.endAt(start) : piece.endFrom(end, start + longestMatch);
  }
  return end - start > longestMatch ? -1 : end;
};

/**
 * Looks for one piece at places that only go forwards, and remembers the way since the last one, so that no place is
 * looked at twice.
 */
class PieceSearch {
  readonly #piece: Uint16Array;
  readonly #text: FoldedText;
  readonly #steps: StepsLeft;
  /** The piece is at none of the places from here to before `#at`, and none of them is a space. */
  #from = 0;
  #at = -1;
  /** Where the piece at `#at` ends; -1 where it is not there, and null where that was not looked at. */
  #end: number | null = null;

  constructor(piece: Uint16Array, text: FoldedText, steps: StepsLeft) {
    this.#piece = piece;
    this.#text = text;
    this.#steps = steps;
  }

  /** Where the piece that begins at `start` ends, or -1 if the text is another. */
  endAt(start: number): number {
    const { length } = this.#text;
    const { units } = this.#text;
    let at = start;
    for (const unit of this.#piece) {
      this.#steps.left--;
      if (at >= length) return -1;
      const next = units[at]!;
      if (unit === anyCharacter ? isSpace(next) : unit !== next) return -1;
      at += unit === anyCharacter && isPair(this.#text, at) ? 2 : 1;
    }
    return at;
  }

  /** Where the first one from a place on ends, with no space on the way there; -1 if none begins before `limit`. */
  endFrom(place: number, limit: number): number {
    const { units, length } = this.#text;
    if (place < this.#from || place > this.#at) {
      this.#from = this.#at = place;
      this.#end = null;
    }
    for (; this.#end === null && this.#at < limit; this.#at++) {
      const end = this.endAt(this.#at);
      if (end >= 0 || this.#at >= length || isSpace(units[this.#at])) {
        this.#end = end;
        break;
      }
    }
    return this.#end ?? -1;
  }
}

/** Finds the word at a place, and remembers the last one. */
class WordSearch {
  readonly #text: FoldedText;
  readonly #steps: StepsLeft;
  #start = 0;
  #end = 0;

  constructor(text: FoldedText, steps: StepsLeft) {
    this.#text = text;
    this.#steps = steps;
  }

  /** Where the word begins that goes on or ends at a place; the place itself where there is none. */
  startOf(place: number): number {
    return this.#find(place - 1) ? this.#start : place;
  }

  /** Where the word ends that begins or goes on at a place; the place itself where there is none. */
  endOf(place: number): number {
    return this.#find(place) ? this.#end : place;
  }

  #find(unit: number): boolean {
    if (unit >= this.#start && unit < this.#end) return true;
    if (!this.#isWordUnit(unit)) return false;
    let start = unit;
    let end = unit + 1;
    while (this.#isWordUnit(start - 1)) start--;
    while (this.#isWordUnit(end)) end++;
    this.#start = start;
    this.#end = end;
    return true;
  }

  #isWordUnit(at: number): boolean {
    const { units, length } = this.#text;
    this.#steps.left -= stepsOfLetter;
    return at >= 0 && at < length && isSpacedLetter(String.fromCharCode(units[at]!));
  }
}

const isSpace = (unit: number | undefined): boolean => unit === space || unit === newline;

const isPair = ({ units, length }: FoldedText, at: number): boolean =>
  at + 1 < length && ((units[at] ?? 0) & 0xfc00) === 0xd800 && ((units[at + 1] ?? 0) & 0xfc00) === 0xdc00;
