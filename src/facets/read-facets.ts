import type { Facet, FacetName } from "@/model/facet.ts";

import { chooseFacets } from "./choose-facets.ts";
import type { Language } from "./languages/language.ts";
import type { FacetContext, Line, Reading } from "./line.ts";
import { readLine } from "./read-line.ts";
import { longestInWords } from "./read-words-alone.ts";
import type { Piece } from "./split-lines.ts";
import { bracketedLines, splitLines } from "./split-lines.ts";
import { vocabulary } from "./vocabulary.ts";

export type { FacetContext } from "./line.ts";

/**
 * In a longer piece of meta text a figure counts only if it is all of the piece: it is a sentence, and its numbers are
 * about anything.
 */
const longestFigureLine = 80;
/** No figure, with what announces it, is longer than this. */
const longestFigure = 60;

const anyDigit = /\p{Nd}|[★☆]{2}/u;
const foreignDigit = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/gu;
const asciiDigit = (digit: string): string => String(digit.charCodeAt(0) & 0xf);
/** Arabic decimal and grouping signs. */
const arabicSigns = /[\u066b\u066c]/gu;

const plainDigits = (text: string): string =>
  text
    .replaceAll(foreignDigit, (digit) => (digit >= "\uff10" ? String(digit.charCodeAt(0) - 0xff10) : asciiDigit(digit)))
    .replaceAll(arabicSigns, (sign) => (sign === "\u066b" ? "." : ","));

/** Left over around a figure that fills its piece: punctuation, and the digit that a page glues to it. */
const leftBefore = /^[\s\p{P}]*$/u;
const leftAfter = /^\d{0,2}[\s\p{P}]*$/u;

interface Source {
  readonly pieces: readonly Piece[];
  /** Whether a figure may stand anywhere in a short piece, or has to fill it. */
  readonly anywhere: boolean;
}

const sourcesOf = ([meta = "", snippet = "", title = ""]: readonly string[]): readonly Source[] => [
  { pieces: meta === "" ? [] : splitLines(meta), anywhere: true },
  { pieces: anyDigit.test(snippet) ? splitLines(snippet) : [], anywhere: false },
  { pieces: anyDigit.test(title) ? bracketedLines(title) : [], anywhere: false },
];

const languageOf = (tag: string | null): { language: Language | null; region: string } => {
  const [code = "", ...rest] = (tag ?? "").toLowerCase().split(/[-_]/u);
  const { languages } = vocabulary();
  const language = languages.get(code === "no" || code === "nn" ? "nb" : code) ?? null;
  return { language, region: rest.find((part) => part.length === 2)?.toUpperCase() ?? "" };
};

/** Whether a piece may hold a figure at all; most are sorted out here. */
const mayTell = (piece: Piece, anywhere: boolean): boolean => {
  const { text } = piece;
  if (!anyDigit.test(text)) return anywhere && text.length <= longestInWords;
  return text.length <= (anywhere ? longestFigureLine : longestFigure);
};

const readPiece = (line: Line, anywhere: boolean): readonly Reading[] => {
  const readings = readLine(line);
  if (anywhere) return readings;
  const [only] = readings;
  if (!only) return [];
  const end = readings.at(-1)?.end ?? only.end;
  return leftBefore.test(line.text.slice(0, only.start)) && leftAfter.test(line.text.slice(end)) ? readings : [];
};

/**
 * Reads the figures of one result.
 *
 * @param texts the result's meta text, snippet and title, in the order in which they are trusted. In meta text figures
 * are read wherever they stand in a short line; in a snippet only where they fill a line of their own; in a title only
 * where they stand in brackets.
 * @returns at most one facet of each name. Where one text tells several that do not agree, the figure is ambiguous and
 * left out, and less trusted texts are not asked for it.
 */
export const readFacets = (texts: readonly string[], context: FacetContext): readonly Facet[] => {
  const found = new Map<FacetName, Facet>();
  const ambiguous = new Set<string>();
  let place: { language: Language | null; region: string } | undefined;
  for (const { pieces, anywhere } of sourcesOf(texts)) {
    const told: Facet[] = [];
    for (const piece of pieces) {
      if (!mayTell(piece, anywhere)) continue;
      place ??= languageOf(context.language);
      const line: Line = { text: plainDigits(piece.text), ...place, now: context.now };
      for (const { facet, start, end } of readPiece(line, anywhere))
        told.push({ ...facet, text: piece.text.slice(start, end).trim() });
    }
    for (const facet of chooseFacets(told, ambiguous)) if (!found.has(facet.name)) found.set(facet.name, facet);
  }
  return [...found.values()];
};
