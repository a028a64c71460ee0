import type { Language } from "./languages/language.ts";
import type { Line, NumberToken } from "./line.ts";
import { parseNumber } from "./parse-number.ts";
import { vocabulary } from "./vocabulary.ts";
import { isDigit, isLetter, lookAfter, skipSpaces } from "./words.ts";

/** A number with the word that multiplies it, such as "1.2k" or "2,5 Mio.". */
export interface Amount {
  readonly value: number;
  /** The offset behind the number, its multiplier, and a plus sign. */
  readonly end: number;
}

/** Letters that multiply in every language that has no other meaning for them. */
const letters: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };

const factorOf = (word: string, byLanguage: ReadonlyMap<string, number> | undefined, language: Language | null) => {
  const own = language && byLanguage?.get(language.code);
  if (own) return own;
  const letter = letters[word];
  if (letter !== undefined) return letter;
  const factors = new Set(byLanguage?.values());
  return factors.size === 1 ? [...factors][0] : undefined;
};

interface Multiplier {
  readonly factor: number;
  readonly end: number;
}

const readMultiplier = (line: Line, at: number): Multiplier | null => {
  const { text, language } = line;
  const start = skipSpaces(text, at);
  const found = lookAfter(vocabulary().magnitudes, text, start);
  if (found) {
    const word = text.slice(found.start, found.end).toLowerCase().replace(".", "");
    const factor = factorOf(word, found.value, language);
    return factor === undefined ? null : { factor, end: found.end };
  }
  const letter = text.charAt(start).toLowerCase();
  const factor = letters[letter];
  return factor === undefined || isLetter(text, start + 1) || isDigit(text, start + 1)
    ? null
    : { factor, end: start + 1 };
};

/** Decimals beyond this are the floating point's, not the page's. */
const mostDecimals = 6;

/**
 * Reads a number as a count, with what multiplies it. Null where it can be read in two ways, or is no whole number.
 */
export const readCountAmount = (line: Line, token: NumberToken): Amount | null => {
  const multiplier = readMultiplier(line, token.end);
  const number = parseNumber(token.raw, multiplier ? "measure" : "count", line.language);
  if (number === null) return null;
  const value = Number((number * (multiplier?.factor ?? 1)).toFixed(mostDecimals));
  if (!Number.isInteger(value) || value > Number.MAX_SAFE_INTEGER) return null;
  const end = multiplier?.end ?? token.end;
  return { value, end: line.text.charAt(end) === "+" ? end + 1 : end };
};
