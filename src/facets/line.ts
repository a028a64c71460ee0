import type { Facet } from "@/model/facet.ts";

import type { Place } from "./place.ts";
import type { Announcement, FoundWord } from "./words.ts";

/** A short stretch of text between separators, such as "295 pages". */
export interface Line {
  /** In plain forms of characters; offsets are those of the text as it was seen. */
  readonly text: string;
  readonly place: Place;
  /** The time that ages are counted from, in milliseconds since the epoch. */
  readonly now: number;
}

/** One number in a line, and the known words that stand beside it. */
export interface NumberToken {
  readonly start: number;
  readonly end: number;
  /** The number as it is written, with its separators. */
  readonly raw: string;
  /** How many digits it begins with. */
  readonly digits: number;
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

/** The place after white space that starts here. */
export const skipSpaces = (text: string, at: number): number => {
  let place = at;
  while (" \u00a0\u202f\u2009".includes(text.charAt(place) || "!")) place++;
  return place;
};

/** The place after the last character that is not white space before here. */
export const skipSpacesBack = (text: string, at: number): number => {
  let place = at;
  while (" \u00a0\u202f\u2009".includes(text.charAt(place - 1) || "!")) place--;
  return place;
};

export const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
};

/** What a sticky pattern matches at a place. */
export const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};
