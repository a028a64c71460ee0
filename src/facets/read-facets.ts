import type { Facet, FacetName } from "@/model/facet.ts";

import { chooseFacets } from "./choose-facets.ts";
import type { Language } from "./languages/language.ts";
import type { FacetContext, Line, Reading } from "./line.ts";
import { readLine } from "./read-line.ts";
import { longestInWords } from "./read-words-alone.ts";
import { bracketedLines, splitLines } from "./split-lines.ts";
import { vocabulary } from "./vocabulary.ts";

export type { FacetContext } from "./line.ts";

/**
 * In a longer line of meta text a figure counts only if it is all of the line: it is a sentence, and its numbers are
 * about anything. The longest lines of figures are those of journals: "Proceedings of …, Vol. 125 (July 2013), p. 7".
 */
const longestFigureLine = 100;
/** No figure, with what announces it, is longer than this. */
const longestFigure = 60;

const anyDigit = /\p{Nd}|[★☆]{2}/u;
const foreignDigits = /[\u0660-\u0669\u066b\u066c\u06f0-\u06f9\uff10-\uff19]/u;

/** Arabic, Persian and full-width digits, and the Arabic decimal and grouping signs, as the ASCII ones. */
const plainDigit = (sign: string): string => {
  if (sign === "\u066b") return ".";
  if (sign === "\u066c") return ",";
  return String((sign.charCodeAt(0) - (sign >= "\uff10" ? 0xff10 : 0)) & 0xf);
};
const plainDigits = (text: string): string =>
  foreignDigits.test(text) ? text.replaceAll(new RegExp(foreignDigits, "gu"), plainDigit) : text;

/** Left over around a figure that fills its line: punctuation, and the digit that a page glues to it. */
const leftBefore = /^[\s\p{P}]*$/u;
const leftAfter = /^\d{0,2}[\s\p{P}]*$/u;
/** The text of a snippet that is glued to the date before it. */
const gluedText = /^[\p{Lu}\p{Lo}]/u;

/** Where in a line a figure may stand, by how much the text is trusted. */
type Standing = "anywhere" | "filling" | "leading";

interface Source {
  readonly lines: readonly string[];
  readonly standing: Standing;
}

const sourcesOf = ([meta = "", snippet = "", title = ""]: readonly string[]): readonly Source[] => [
  { lines: meta === "" ? [] : splitLines(meta), standing: "anywhere" },
  { lines: anyDigit.test(snippet) ? splitLines(snippet) : [], standing: "leading" },
  { lines: anyDigit.test(title) ? bracketedLines(title) : [], standing: "filling" },
];

const languageOf = (tag: string | null): { language: Language | null; region: string } => {
  const [code = "", ...rest] = (tag ?? "").toLowerCase().split(/[-_]/u);
  const { languages } = vocabulary();
  const language = languages.get(code === "no" || code === "nn" ? "nb" : code) ?? null;
  return { language, region: rest.find((part) => part.length === 2)?.toUpperCase() ?? "" };
};

/** Whether a line may hold a figure at all; most are sorted out here. */
const mayTell = (text: string, standing: Standing): boolean =>
  anyDigit.test(text)
    ? standing === "leading" || text.length <= longestFigureLine
    : standing === "anywhere" && text.length <= longestInWords;

/** The readings of a line that count, by where they stand in it. */
const readStanding = (line: Line, standing: Standing): readonly Reading[] => {
  const { text } = line;
  if (standing === "anywhere") return readLine(line);
  const head = text.length > longestFigure ? { ...line, text: text.slice(0, longestFigure) } : line;
  const readings = readLine(head);
  const [first] = readings;
  if (!first || !leftBefore.test(text.slice(0, first.start))) return [];
  if (leftAfter.test(text.slice(readings.at(-1)?.end))) return readings;
  return standing === "leading" && first.facet.name === "date" && gluedText.test(text.slice(first.end)) ? [first] : [];
};

/**
 * Reads the figures of one result.
 *
 * @param texts the result's meta text, snippet and title, in the order in which they are trusted. In meta text figures
 * are read wherever they stand in a short line; in a snippet only where they fill a line of their own, or are the date that
 * it begins with; in a title only where they stand in brackets.
 * @returns at most one facet of each name. Where one text tells several that do not agree, the figure is ambiguous and
 * left out, and less trusted texts are not asked for it.
 */
export const readFacets = (texts: readonly string[], context: FacetContext): readonly Facet[] => {
  const found = new Map<FacetName, Facet>();
  const ambiguous = new Set<string>();
  let place: { language: Language | null; region: string } | undefined;
  for (const { lines, standing } of sourcesOf(texts)) {
    const told: Facet[] = [];
    for (const seen of lines) {
      if (!mayTell(seen, standing)) continue;
      place ??= languageOf(context.language);
      const line: Line = { text: plainDigits(seen), ...place, now: context.now };
      for (const { facet, start, end } of readStanding(line, standing))
        told.push({ ...facet, text: seen.slice(start, end).trim() });
    }
    for (const facet of chooseFacets(told, ambiguous)) if (!found.has(facet.name)) found.set(facet.name, facet);
  }
  return [...found.values()];
};
