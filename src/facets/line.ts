import type { Facet } from "@/model/facet.ts";

import type { Language } from "./languages/language.ts";

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

/** One number in a line as it is written, with its separators. */
export interface NumberToken {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
}

/** A figure that was read, and where it stands in its line. */
export interface Reading {
  readonly facet: Omit<Facet, "text">;
  readonly start: number;
  readonly end: number;
}

/** Reads the figure that one number belongs to, if it is of the reader's kind. */
export type Reader = (line: Line, token: NumberToken) => Reading | null;
