import type { Facet, FacetName } from "@/model/facet.ts";

import { chooseFacets } from "./choose-facets.ts";
import { findFigures } from "./find-figures.ts";
import type { Reading } from "./line.ts";
import { isBare } from "./line.ts";
import type { Place } from "./place.ts";
import { placeOf } from "./place.ts";
import { plainText } from "./plain-text.ts";
import { longestInWords } from "./read-words-alone.ts";
import { bracketedLines, splitLines } from "./split-lines.ts";

/** What a text's figures are read against. */
export interface FacetContext {
  /** The time that ages are counted from, in milliseconds since the epoch. */
  readonly now: number;
  /** The language of the page as a BCP 47 tag, or null where it is not known. */
  readonly language: string | null;
}

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

/** A capital, or a letter of a script without capitals: the text of a snippet that is glued to the date before it. */
const gluedText = /^\p{Lu}|^\p{Lo}/u;
/** The digits that a page may glue to a figure, such as the mark of a footnote. */
const artefact = /^\d{0,2}/;

/** Where in a line a figure may stand, by how much the text is trusted. */
type Standing = "anywhere" | "filling" | "leading";
const standings: readonly Standing[] = ["anywhere", "leading", "filling"];

/** The figures of a line that count, by where they stand in it. */
const readLine = (seen: string, standing: Standing, place: Place, now: number): readonly Facet[] => {
  const text = plainText(seen);
  const isShort = standing === "anywhere" && text.length <= longestFigureLine;
  let readings: readonly Reading[] = findFigures({ text: isShort ? text : text.slice(0, longestFigure), place, now });
  const [first] = readings;
  if (!first) return [];
  if (!isShort) {
    if (!isBare(text.slice(0, first.start))) return [];
    const rest = text.slice(readings.at(-1)?.end);
    if (!isBare(rest.replace(artefact, ""))) {
      if (standing !== "leading" || first.facet.name !== "date" || !gluedText.test(text.slice(first.end))) return [];
      readings = [first];
    }
  }
  return readings.map(({ facet, start, end }) => ({ ...facet, text: seen.slice(start, end).trim() }));
};

/** The lines of meta text that were read, for pages repeat them from result to result. */
const known = new Map<string, readonly Facet[]>();
const mostKnown = 2000;
let knownPlace: Place | undefined;
let knownNow = 0;

const readKnown = (seen: string, place: Place, now: number): readonly Facet[] => {
  if (place !== knownPlace || now !== knownNow || known.size >= mostKnown) {
    known.clear();
    knownPlace = place;
    knownNow = now;
  }
  let facets = known.get(seen);
  if (!facets) {
    facets = readLine(seen, "anywhere", place, now);
    known.set(seen, facets);
  }
  return facets;
};

/** All figures that a text tells. */
const tell = (text: string, standing: Standing, place: Place, now: number): readonly Facet[] => {
  if (standing !== "anywhere" && !anyDigit.test(text)) return [];
  const told: Facet[] = [];
  let index = 0;
  for (const line of standing === "filling" ? bracketedLines(text) : splitLines(text)) {
    const seen = line.trim();
    const { length } = seen;
    const digit = length > 0 ? seen.search(anyDigit) : -1;
    const isLead = standing === "leading" && index++ === 0 && digit <= longestLead;
    if (
      digit < 0
        ? standing !== "anywhere" || length === 0 || length > longestInWords
        : length > longestFigure && !isLead && (standing !== "anywhere" || length > longestFigureLine)
    )
      continue;
    told.push(...(standing === "anywhere" ? readKnown(seen, place, now) : readLine(seen, standing, place, now)));
  }
  return told;
};

/**
 * Reads the figures of one result.
 *
 * @param texts the result's meta text, snippet and title, in the order in which they are trusted. In meta text figures
 * are read wherever they stand in a short line; in a snippet only where they fill a line of their own, or are the date
 * that it begins with; in a title only where they stand in brackets.
 * @returns at most one facet of each name. Where one text tells several that do not agree, the figure is ambiguous and
 * left out, and less trusted texts are not asked for it.
 */
export const readFacets = (texts: readonly string[], { now, language }: FacetContext): readonly Facet[] => {
  const place = placeOf(language ?? "");
  const found = new Map<FacetName, Facet>();
  const ambiguous = new Set<string>();
  for (let source = 0; source < standings.length; source++) {
    const told = tell(texts[source] ?? "", standings[source] ?? "filling", place, now);
    if (told.length === 0) continue;
    for (const facet of chooseFacets(told, ambiguous)) if (!found.has(facet.name)) found.set(facet.name, facet);
  }
  return [...found.values()];
};
