import { isLetter, isUnspaced } from "./characters.ts";
import type { Meaning } from "./meaning.ts";
import { vocabulary } from "./vocabulary.ts";

const fullStop = 0x2e;
const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019;

/** The end of the run of letters that starts here; an apostrophe between letters belongs to it. */
export const wordEnd = (text: string, at: number): number => {
  let end = at;
  while (isLetter(text, end) || (end > at && isApostrophe(text.charCodeAt(end)) && isLetter(text, end + 1))) end++;
  return end;
};

/** The start of the run of letters that ends here. */
export const wordStart = (text: string, at: number): number => {
  let start = at;
  while (
    start > 0 &&
    (isLetter(text, start - 1) ||
      (start < at && start > 1 && isApostrophe(text.charCodeAt(start - 1)) && isLetter(text, start - 2)))
  )
    start--;
  return start;
};

const isCapital = (code: number): boolean => code >= 0x41 && code <= 0x5a;
const isSmall = (code: number): boolean => code >= 0x61 && code <= 0x7a;

/** Where a capital follows small letters, as in "agoThe": two elements of a page that touch. Else the word's end. */
const gluedEnd = (text: string, start: number, end: number): number => {
  for (let at = start + 2; at < end; at++)
    if (isCapital(text.charCodeAt(at)) && isSmall(text.charCodeAt(at - 1))) return at;
  return end;
};

/** A word of the vocabulary where it stands in a text. */
export interface FoundWord {
  readonly meaning: Meaning;
  readonly start: number;
  readonly end: number;
}

/**
 * Looks the word up that starts here, capitals folded, with its full stop if the vocabulary lists it so. In scripts
 * without spaces the longest word of the vocabulary that starts here counts.
 */
export const wordAfter = (text: string, at: number): FoundWord | null => {
  const { words, longestFrom } = vocabulary();
  const first = text.charCodeAt(at);
  if (isUnspaced(first)) {
    for (let end = Math.min(at + (longestFrom.get(first) ?? 0), text.length); end > at; end--) {
      const meaning = words.get(text.slice(at, end));
      if (meaning !== undefined) return { meaning, start: at, end };
    }
    return null;
  }
  const end = wordEnd(text, at);
  if (end === at) return null;
  const word = text.slice(at, end).toLowerCase();
  const hasStop = text.charCodeAt(end) === fullStop;
  const withStop = hasStop ? words.get(`${word}.`) : undefined;
  if (withStop !== undefined) return { meaning: withStop, start: at, end: end + 1 };
  const meaning = words.get(word);
  if (meaning !== undefined) return { meaning, start: at, end: hasStop ? end + 1 : end };
  const glued = gluedEnd(text, at, end);
  const head = glued === end ? undefined : words.get(text.slice(at, glued).toLowerCase());
  return head === undefined ? null : { meaning: head, start: at, end: glued };
};

/** Looks the word up that ends here, as {@link wordAfter} does. */
export const wordBefore = (text: string, at: number): FoundWord | null => {
  if (at === 0) return null;
  const { words, longestTo } = vocabulary();
  const last = text.charCodeAt(at - 1);
  if (isUnspaced(last)) {
    for (let start = Math.max(at - (longestTo.get(last) ?? 0), 0); start < at; start++) {
      const meaning = words.get(text.slice(start, at));
      if (meaning !== undefined) return { meaning, start, end: at };
    }
    return null;
  }
  const end = text.charCodeAt(at - 1) === fullStop ? at - 1 : at;
  const start = wordStart(text, end);
  if (start === end) return null;
  const word = text.slice(start, end).toLowerCase();
  const meaning = (end < at ? words.get(`${word}.`) : undefined) ?? words.get(word);
  return meaning === undefined ? null : { meaning, start, end: at };
};
