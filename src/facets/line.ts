import type { Facet } from "@/model/facet.ts";

import type { Language } from "./languages/language.ts";
import type { FoundWord } from "./words.ts";

/** What a text's figures are read against. */
export interface FacetContext {
  /** The time that ages are counted from, in milliseconds since the epoch. */
  readonly now: number;
  /** The language of the page as a BCP 47 tag, or null where it is not known. */
  readonly language: string | null;
}

/** A short stretch of text between separators, such as "295 pages". */
export interface Line {
  /** The text with all decimal digits as ASCII ones; offsets are those of the original. */
  readonly text: string;
  readonly language: Language | null;
  /** The region of the page's language, such as "US", in capitals; "" where it tells none. */
  readonly region: string;
  readonly now: number;
}

/** A word that stands before a number. */
export interface Announcement extends FoundWord {
  /** A colon or an opening parenthesis ties the word to the number. */
  readonly tied: boolean;
}

/** One number in a line, and the words of the vocabulary that stand beside it. */
export interface NumberToken {
  readonly start: number;
  readonly end: number;
  /** The number as it is written, with its separators. */
  readonly raw: string;
  /** Its value where it counts something, and so has no decimals; null where that can be read in two ways. */
  readonly count: number | null;
  /** Its value where it measures something, and may have decimals; null where that can be read in two ways. */
  readonly measure: number | null;
  readonly before: Announcement | null;
  readonly after: FoundWord | null;
}

/** Whether the word before a number, or after it, has one of some meanings. */
export const means = (word: FoundWord | null, meanings: number): word is FoundWord =>
  word !== null && (word.meaning & meanings) !== 0;

/** A figure that was read, and where it stands in its line. */
export interface Reading {
  readonly facet: Omit<Facet, "text">;
  readonly start: number;
  readonly end: number;
}

/** Reads the figure that one number belongs to, if it is of the reader's kind. */
export type Reader = (line: Line, token: NumberToken) => Reading | null;
