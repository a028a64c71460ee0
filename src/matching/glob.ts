import type { FoldedText } from "@/text/folded-text.ts";
import { isSpacedLetter } from "@/text/is-word-boundary.ts";

/** Units: a match of a keyword with `*` is no longer, so that searching stays in proportion to the text. */
const longestMatch = 200;

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

/**
 * Finds the occurrences of a keyword with wildcards from left to right, none within another, each as short as its
 * inner stars allow. A star at an edge takes the rest of the word.
 */
export const findGlob = (glob: Glob, text: FoldedText, found: (start: number, end: number) => boolean): void => {
  let free = 0;
  for (let start = 0; start < text.length; start++) {
    let end = matchAt(glob.pieces, text, start);
    if (end < 0) continue;
    let from = start;
    if (glob.opensLeft) while (from > free && isWordUnit(text, from - 1)) from--;
    if (glob.opensRight) while (end < text.length && isWordUnit(text, end)) end++;
    if (!found(from, end)) continue;
    free = end;
    start = end - 1;
  }
};

/** Where the shortest match that begins at `start` ends, or -1. */
const matchAt = (pieces: readonly Uint16Array[], text: FoldedText, start: number): number => {
  let end = start;
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index];
    if (piece === undefined) return -1;
    let at = end;
    end = matchPiece(piece, text, at);
    if (end < 0 && index === 0) return -1;
    while (end < 0) {
      if (at >= text.length || isSpace(text.units[at]) || at - start > longestMatch) return -1;
      end = matchPiece(piece, text, ++at);
    }
  }
  return end - start > longestMatch ? -1 : end;
};

/** Where a piece that begins at `start` ends, or -1 if the text is another. */
const matchPiece = (piece: Uint16Array, text: FoldedText, start: number): number => {
  let at = start;
  for (const unit of piece) {
    const next = text.units[at];
    if (at >= text.length || (unit === anyCharacter ? isSpace(next) : unit !== next)) return -1;
    at += unit === anyCharacter && isPair(text, at) ? 2 : 1;
  }
  return at;
};

const isSpace = (unit: number | undefined): boolean => unit === space || unit === newline;

const isPair = ({ units, length }: FoldedText, at: number): boolean =>
  at + 1 < length && ((units[at] ?? 0) & 0xfc00) === 0xd800 && ((units[at + 1] ?? 0) & 0xfc00) === 0xdc00;

const isWordUnit = ({ units }: FoldedText, at: number): boolean => isSpacedLetter(String.fromCharCode(units[at] ?? 0));
