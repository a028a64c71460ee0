import type { Facet } from "@/model/facet.ts";

import { chooseFacet } from "./choose-facet.ts";
import { cutBrackets, cutLines } from "./cut-lines.ts";
import { findFigures } from "./find-figures.ts";
import type { Reading } from "./line.ts";
import type { Place } from "./place.ts";
import { placeOf } from "./place.ts";
import { plainText } from "./plain-text.ts";
import { longestInWords } from "./read-words-alone.ts";
import { isBare } from "./words.ts";

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
/** With what shows nothing in it, such a line is hardly longer than this. */
const longestSeen = 2 * longestFigureLine;
/** No figure, with what announces it, is longer than this. */
const longestFigure = 60;

/** A date that a snippet begins with begins within so many characters, behind a month or a word such as "Published". */
const longestLead = 12;

const anyDigit = /[0-9\u0660-\u0669\u06f0-\u06f9\uff10-\uff19☆]/;
/** Characters that show nothing: zero-width ones and those that turn the direction of writing. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** A capital, or a letter of a script without capitals: the text of a snippet that is glued to the date before it. */
const gluedText = /^[A-Z\xc0-\xde\u0410-\u042f\u05d0-\u05ea\u0620-\u064a\u0e01-\u0e30\u2e80-\uffdc]/;
/** The digits that a page may glue to a figure, such as the mark of a footnote. */
const artefact = /^\d{0,2}/;

/** Where in a line a figure may stand, by how much the text is trusted. */
type Standing = "anywhere" | "filling" | "leading";

const none: readonly Facet[] = [];

/** The figures of a line that count, by where they stand in it. */
const readLine = (line: string, standing: Standing, place: Place, now: number): readonly Facet[] => {
  const isMeta = standing === "anywhere";
  const digit = line.search(anyDigit);
  if (digit < 0 ? !isMeta || line.length > longestInWords : isMeta && line.length > longestSeen) return none;
  const seen = line.replace(invisible, "").trim();
  const text = plainText(seen);
  const { length } = text;
  const isShort = isMeta && length <= longestFigureLine;
  if (!isShort && length > longestFigure && (standing !== "leading" || digit > longestLead)) return none;
  let readings: readonly Reading[] = findFigures({ text: isShort ? text : text.slice(0, longestFigure), place, now });
  const [first] = readings;
  if (!first) return none;
  if (!isShort) {
    if (!isBare(text.slice(0, first.start))) return none;
    const rest = text.slice(readings.at(-1)?.end);
    if (!isBare(rest.replace(artefact, ""))) {
      if (standing !== "leading" || first.facet.name !== "date" || !gluedText.test(text.slice(first.end))) return none;
      readings = [first];
    }
  }
  return readings.map(({ facet, start, end }) => ({
    ...facet,
    text: seen.slice(start, end).trim().replace(/\s+/g, " "),
  }));
};

const isAmbiguous = ({ value }: Facet): boolean => Number.isNaN(value);

/** The lines of meta text that were read, for pages repeat them from result to result. */
const known = new Map<string, readonly Facet[]>();
const mostKnown = 5000;
let knownPlace: Place | undefined;
let knownNow = 0;

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
  if (place !== knownPlace || now !== knownNow || known.size > mostKnown) {
    known.clear();
    knownPlace = place;
    knownNow = now;
  }
  const found: Facet[] = [];
  const [meta = "", snippet = "", title = ""] = texts;
  for (const line of cutLines(meta)) {
    let facets = known.get(line);
    if (!facets) {
      facets = readLine(line, "anywhere", place, now);
      known.set(line, facets);
    }
    for (const facet of facets) chooseFacet(found, 0, facet);
  }
  let standing: Standing = "leading";
  const from = found.length;
  if (anyDigit.test(snippet))
    for (const line of cutLines(snippet)) {
      for (const facet of readLine(line, standing, place, now)) chooseFacet(found, from, facet);
      standing = "filling";
    }
  const fromTitle = found.length;
  for (const line of cutBrackets(title))
    for (const facet of readLine(line, "filling", place, now)) chooseFacet(found, fromTitle, facet);
  for (const facet of found) if (isAmbiguous(facet)) return found.filter((other) => !isAmbiguous(other));
  return found;
};
