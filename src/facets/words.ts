import { currencyWords } from "./currencies.ts";
import type { Meaning } from "./meaning.ts";
import { firstFlag, isCurrency, isStar, numberLines } from "./meaning.ts";
import { arabicWords } from "./words/arabic.ts";
import { cyrillicWords } from "./words/cyrillic.ts";
import { eastAsianWords } from "./words/east-asian.ts";
import { latinWords } from "./words/latin.ts";

const words = new Map<string, Meaning>();
const stems = new Map<string, Meaning>();
/** A stem stands for words that are longer by up to so many letters. */
const longestEnding = 3;
const shortestStem = 3;

const lineMeanings: Meaning[] = [];

const add = (table: Map<string, Meaning>, word: string, meaning: Meaning): void => {
  table.set(word, (table.get(word) ?? 0) | meaning);
};

const load = (table: string): void => {
  if (lineMeanings.length === 0) {
    for (const [shift, first, last] of numberLines)
      for (let value = first; value <= last; value++) lineMeanings.push(value << shift);
    for (let flag = firstFlag; 1 << flag < isCurrency; flag++) lineMeanings.push(1 << flag);
    for (const star of ["★", "⭐", "☆", "🌟"]) words.set(star, isStar);
    for (const word of currencyWords()) add(words, word, isCurrency);
  }
  // The table begins with a line break.
  let line = -1;
  for (const list of table.split("\n")) {
    const meaning = lineMeanings[line++] ?? 0;
    if (list === "") continue;
    for (const word of list.split(" ")) {
      if (word.endsWith("*")) add(stems, word.slice(0, -1), meaning);
      else add(words, word, meaning);
    }
  }
};

/** The tables that were not needed yet: most pages are in one script. */
const waiting = [latinWords, cyrillicWords, arabicWords, eastAsianWords];

/** The table of the script that a word begins in. */
const tableOf = (code: number): number => {
  if (code < 0x400 || (code > 0x1fff && code < 0x2e80) || (code > 0xd7ff && code < 0xe000)) return 0;
  if (code < 0x600) return 1;
  return code < 0x2000 ? 2 : 3;
};

const known = (word: string): Meaning => {
  const exact = words.get(word) ?? 0;
  const least = Math.max(word.length - longestEnding, shortestStem);
  for (let { length } = word; length >= least; length--) {
    const meaning = stems.get(length === word.length ? word : word.slice(0, length));
    if (meaning !== undefined) return exact | meaning;
  }
  return exact;
};

const accented = /[^a-z]/;
const marks = /[\u0300-\u036f]/g;

/** The table of the script that a word begins in is read when the first such word is met. */
const ready = (word: string): number => {
  const table = tableOf(word.charCodeAt(0));
  const waits = waiting[table];
  if (waits) {
    waiting[table] = "";
    load(waits);
  }
  return table;
};

/** What a word in small letters, listed in just this form, or a phrase with "_" for its spaces, means; 0 for others. */
export const exactMeaningOf = (word: string): Meaning => {
  ready(word);
  return words.get(word) ?? 0;
};

/** What a word in small letters means, in any of its forms; 0 for others. Words in Latin letters may lack accents. */
export const meaningOf = (word: string): Meaning => {
  const table = ready(word);
  const meaning = known(word);
  if (meaning > 0 || table > 0 || word.length < 3) return meaning;
  if (!accented.test(word)) return 0;
  const bare = word.normalize("NFD").replace(marks, "");
  return known(bare);
};

/** The unit of time that a word tells beside one that marks an age: "m" are months behind "hace". */
export const meaningBeside = (marker: string, word: string): Meaning =>
  words.get(`${marker}+${word}`) ?? meaningOf(word);

/** Letters of scripts that put no spaces between words, Han, Kana and Hangul; and those of others. */
const unspacedLetters = "\\u2e80-\\u2fff\\u3005-\\u3007\\u3021-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff";
const spacedLetters =
  "A-Za-z\\xaa\\xb5\\xba\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u060b\\u0620-\\u065f\\u066e-\\u1fff\\ufb00-\\ufefc";
/** No word of the tables in a script without spaces is longer. */
const unspacedWord = `([${unspacedLetters}]{1,7})`;
/** A word in letters, one that ends with the sign of a currency, and a star. */
const spacedWord = `([${spacedLetters}]*[$\\xa2-\\xa5\\u20a0-\\u20cf]|[${spacedLetters}]+(?:'[${spacedLetters}]+)*|[★⭐☆]|\\ud83c\\udf1f)`;
const spaces = "[ \\xa0\\u202f\\u2009]*";
const ahead = new RegExp(`${spaces}(?:${unspacedWord}|${spacedWord})`, "y");
const behind = new RegExp(`(?<=(?:${unspacedWord}|${spacedWord}(\\.?)\\ufe0f?)${spaces}([:(,]?)${spaces})`, "y");
const letter = new RegExp(`[${spacedLetters}]`);

/** Whether a letter of a script with spaces stands at a place. */
export const isLetter = (text: string, at: number): boolean => letter.test(text.charAt(at));

const content = new RegExp(`[\\d${spacedLetters}${unspacedLetters}]`);

/** Whether there is no letter and no digit in a text. */
export const isBare = (text: string): boolean => !content.test(text);

/** A word of the tables where it stands in a text. */
export interface FoundWord {
  readonly meaning: Meaning;
  readonly start: number;
  readonly end: number;
}

/** Two elements of a page that touch: a capital behind a small letter, as in "agoThe". */
const glued = /[a-z][A-Z]/;
const sign = /[$\xa2-\xa5\u20a0-\u20cf]$/;

/**
 * The known word that starts here, or behind white space, with its full stop; null where there is none. In scripts
 * without spaces the longest word that starts here counts.
 */
export const wordAfter = (text: string, at: number): FoundWord | null => {
  ahead.lastIndex = at;
  const match = ahead.exec(text);
  if (!match) return null;
  const { lastIndex } = ahead;
  const [, run, word = ""] = match;
  if (run !== undefined) {
    const start = lastIndex - run.length;
    for (let { length } = run; length > 0; length--) {
      const meaning = meaningOf(run.slice(0, length));
      if (meaning > 0) return { meaning, start, end: start + length };
    }
    return null;
  }
  const start = lastIndex - word.length;
  const hasStop = text.charCodeAt(lastIndex) === 0x2e;
  const small = word.toLowerCase();
  const meaning = meaningOf(small) || (hasStop ? meaningOf(`${small}.`) : 0);
  if (meaning > 0) return { meaning, start, end: hasStop ? lastIndex + 1 : lastIndex };
  const cut = word.search(glued) + 1;
  const head = cut > 0 ? meaningOf(small.slice(0, cut)) : 0;
  return head > 0 ? { meaning: head, start, end: start + cut } : null;
};

/** A word that stands before a number. */
export interface Announcement extends FoundWord {
  /** A colon or an opening parenthesis ties the word to the number. */
  readonly tied: boolean;
}

/**
 * The known word that ends here, with its full stop, or before white space and a colon, a parenthesis or a comma; null
 * where there is none.
 */
export const wordBefore = (text: string, at: number): Announcement | null => {
  behind.lastIndex = at;
  const match = behind.exec(text);
  if (!match) return null;
  const [, run, word = "", stop = "", tie = ""] = match;
  const tied = tie === ":" || tie === "(";
  let end = at;
  while (" \u00a0\u202f\u2009:(,\ufe0f".includes(text.charAt(end - 1))) end--;
  if (run !== undefined) {
    for (let { length } = run; length > 0; length--) {
      const meaning = meaningOf(run.slice(-length));
      if (meaning > 0) return { meaning, start: end - length, end, tied };
    }
    return null;
  }
  const start = end - word.length - stop.length;
  const small = word.toLowerCase();
  const meaning = meaningOf(small) || (stop === "" ? 0 : meaningOf(`${small}.`));
  if (meaning > 0) return { meaning, start, end, tied };
  return word.length > 1 && sign.test(word) ? { meaning: isCurrency, start: end - 1, end, tied } : null;
};
