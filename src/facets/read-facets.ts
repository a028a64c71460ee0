import type { Facet, FacetName } from "@/model/facet.ts";

import { isBare, skipDigits } from "./characters.ts";
import { chooseFacets } from "./choose-facets.ts";
import { languages } from "./languages/all.ts";
import type { FacetContext, Line, Reading } from "./line.ts";
import { readLine } from "./read-line.ts";
import { longestInWords } from "./read-words-alone.ts";
import { bracketedLines, splitLines } from "./split-lines.ts";

export type { FacetContext } from "./line.ts";

/**
 * In a longer line of meta text a figure counts only if it is all of the line: it is a sentence, and its numbers are
 * about anything. The longest lines of figures are those of journals: "Proceedings of …, Vol. 125 (July 2013), p. 7".
 */
const longestFigureLine = 100;
/** No figure, with what announces it, is longer than this. */
const longestFigure = 60;

/** A date that a snippet begins with begins within so many characters, behind a month or a word such as "Published". */
const longestLead = 12;

const anyDigit = /[0-9\u0660-\u0669\u06f0-\u06f9\uff10-\uff19☆]/;
const foreignDigits = /[\u0660-\u0669\u066b\u066c\u06f0-\u06f9\uff10-\uff19]/g;

/** Arabic, Persian and full-width digits, and the Arabic decimal and grouping signs, as the ASCII ones. */
const plainDigit = (sign: string): string => {
  if (sign === "\u066b") return ".";
  if (sign === "\u066c") return ",";
  return String((sign.charCodeAt(0) - (sign >= "\uff10" ? 0xff10 : 0)) & 0xf);
};

/** A capital, or a letter of a script without capitals: the text of a snippet that is glued to the date before it. */
const gluedText = /^\p{Lu}|^\p{Lo}/u;

/** Where in a line a figure may stand, by how much the text is trusted. */
type Standing = "anywhere" | "filling" | "leading";

const linesOf = (text: string, standing: Standing): readonly string[] => {
  if (standing === "anywhere") return splitLines(text);
  if (!anyDigit.test(text)) return [];
  return standing === "filling" ? bracketedLines(text) : splitLines(text);
};

const readTag = (tag: string | null): Pick<Line, "language" | "region"> => {
  const [code = "", ...rest] = (tag ?? "").toLowerCase().split(/[-_]/);
  const known = code === "no" || code === "nn" ? "nb" : code;
  return {
    language: languages.find((language) => language.code === known) ?? null,
    region: rest.find((part) => part.length === 2)?.toUpperCase() ?? "",
  };
};

let lastTag: string | null = null;
let lastPlace = readTag(null);

/** The language and region of a page; all results of a page have the same, so that it is read once. */
const placeOf = (tag: string | null): Pick<Line, "language" | "region"> => {
  if (tag !== lastTag) {
    lastTag = tag;
    lastPlace = readTag(tag);
  }
  return lastPlace;
};

/** Whether a line may hold a figure at all; most are sorted out here. `index` is its place among the lines. */
const mayTell = (text: string, standing: Standing, index: number): boolean => {
  const digit = text.search(anyDigit);
  if (digit < 0) return standing === "anywhere" && text !== "" && text.length <= longestInWords;
  if (standing === "anywhere" && text.length <= longestFigureLine) return true;
  return text.length <= longestFigure || (standing === "leading" && index === 0 && digit <= longestLead);
};

/** The digit that a page may glue to a figure, such as the mark of a footnote. */
const skipArtefact = (text: string, at: number): number => Math.min(skipDigits(text, at), at + 2);

/** The readings of a line that count, by where they stand in it. */
const readStanding = (line: Line, standing: Standing): readonly Reading[] => {
  const { text } = line;
  if (standing === "anywhere" && text.length <= longestFigureLine) return readLine(line);
  const readings = readLine(text.length > longestFigure ? { ...line, text: text.slice(0, longestFigure) } : line);
  const [first] = readings;
  if (!first || !isBare(text, 0, first.start)) return [];
  const end = readings.at(-1)?.end ?? first.end;
  if (isBare(text, skipArtefact(text, end), text.length)) return readings;
  return standing === "leading" && first.facet.name === "date" && gluedText.test(text.slice(first.end)) ? [first] : [];
};

const standings: readonly Standing[] = ["anywhere", "leading", "filling"];

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
  const { language, region } = placeOf(context.language);
  for (let source = 0; source < standings.length; source++) {
    const standing = standings[source] ?? "filling";
    const told: Facet[] = [];
    let index = 0;
    for (const seen of linesOf(texts[source] ?? "", standing)) {
      if (!mayTell(seen, standing, index++)) continue;
      const line: Line = { text: seen.replace(foreignDigits, plainDigit), language, region, now: context.now };
      for (const { facet, start, end } of readStanding(line, standing))
        told.push({ ...facet, text: seen.slice(start, end).trim() });
    }
    if (told.length === 0) continue;
    for (const facet of chooseFacets(told, ambiguous)) if (!found.has(facet.name)) found.set(facet.name, facet);
  }
  return [...found.values()];
};
