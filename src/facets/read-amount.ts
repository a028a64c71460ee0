import { isLetter, skipSpaces } from "./characters.ts";
import { languages } from "./languages/all.ts";
import type { Language } from "./languages/language.ts";
import type { Line, NumberToken } from "./line.ts";
import { means } from "./line.ts";
import { isMagnitude } from "./meaning.ts";
import type { FoundWord } from "./words.ts";
import { wordAfter } from "./words.ts";

/** A number with the word that multiplies it, such as "1.2k" or "2,5 Mio.". */
export interface Amount {
  readonly value: number;
  /** The offset behind the number, its multiplier, and a plus sign. */
  readonly end: number;
}

/** Letters that multiply in every language that has no other meaning for them. */
const letters: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };

/** What shows that a letter is part of something else: "K-Cup", "M&M", "M2". */
const goesOn = /[\d&'’-]/;

/** What a word multiplies by: as the page's language has it, else as all languages that have it agree. */
const factorOf = (word: string, language: Language | null): number | undefined => {
  const own = language?.magnitudes?.[word] ?? letters[word];
  if (own !== undefined) return own;
  const factors = new Set(languages.flatMap(({ magnitudes }) => magnitudes?.[word] ?? []));
  return factors.size === 1 ? factors.values().next().value : undefined;
};

interface Multiplier {
  /** Null where the word multiplies by different numbers in different languages. */
  readonly factor: number | null;
  readonly end: number;
}

const readMultiplier = (
  { text, language }: Pick<Line, "text" | "language">,
  after: FoundWord | null,
  at: number,
): Multiplier | null => {
  if (means(after, isMagnitude)) {
    const word = text.slice(after.start, after.end).toLowerCase().replace(".", "");
    const factor = factorOf(word, language) ?? null;
    // "mil millones", thousand millions.
    const next = factor === null ? null : wordAfter(text, skipSpaces(text, after.end));
    const further = means(next, isMagnitude) ? readMultiplier({ text, language }, next, after.end) : null;
    return further?.factor ? { factor: (factor ?? 0) * further.factor, end: further.end } : { factor, end: after.end };
  }
  const start = skipSpaces(text, at);
  const factor = letters[text.charAt(start).toLowerCase()];
  const isAlone = factor !== undefined && !isLetter(text, start + 1) && !goesOn.test(text.charAt(start + 1));
  return isAlone ? { factor, end: start + 1 } : null;
};

/** Decimals beyond this are the floating point's, not the page's. */
const mostDecimals = 6;

/** Reads a number with what multiplies it. Null where either can be read in two ways. */
export const readAmount = (line: Line, token: NumberToken): Amount | null => {
  const multiplier = readMultiplier(line, token.after, token.end);
  const number = multiplier ? token.measure : token.count;
  const factor = multiplier ? multiplier.factor : 1;
  if (number === null || factor === null) return null;
  const end = multiplier?.end ?? token.end;
  return {
    value: multiplier ? Number((number * factor).toFixed(mostDecimals)) : number,
    end: line.text.charAt(end) === "+" ? end + 1 : end,
  };
};
