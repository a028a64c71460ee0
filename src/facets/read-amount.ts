import type { Line, NumberToken } from "./line.ts";
import { matchAt } from "./line.ts";
import { powerOf, unsurePower } from "./meaning.ts";
import { parseNumber } from "./parse-number.ts";
import type { FoundWord } from "./words.ts";
import { isLetter, wordAfter } from "./words.ts";

/** A number with the word that multiplies it, such as "1.2k" or "2,5 Mio.". */
export interface Amount {
  readonly value: number;
  /** The offset behind the number, its multiplier, and a plus sign. */
  readonly end: number;
}

/** Letters that multiply, but for where they are part of something else: "K-Cup", "M&M", "M2". */
const letter = /[ \u00a0\u202f\u2009]*([kmb])(?![\d&'-])/iy;
const letterPowers: Readonly<Record<string, number>> = { k: 3, m: 6, b: 9 };

/** The power of ten of a word that means another one in another language; undefined where the page does not tell. */
const surePower = (word: string, code: string): number | undefined => {
  if (word === "b") return code === "tr" ? 3 : 9;
  if (word === "t") return code === "da" ? 3 : undefined;
  return code === "cs" ? 6 : code === "es" || code === "pt" ? 3 : undefined;
};

interface Multiplier {
  /** Undefined where the word multiplies by different numbers in different languages. */
  readonly power: number | undefined;
  readonly end: number;
}

const readMultiplier = ({ text, place }: Line, after: FoundWord | null, at: number): Multiplier | null => {
  const power = after ? powerOf(after.meaning) : 0;
  const [found, sign = ""] = (after && (power === 0 || after.end < at + 3) ? matchAt(letter, text, at) : null) ?? [];
  const small = sign.toLowerCase();
  if (found !== undefined && !isLetter(text, at + found.length) && (small !== "b" || place.code !== "tr"))
    return { power: letterPowers[small], end: at + found.length };
  if (!after || power === 0) return null;
  const word = text.slice(after.start, after.end).toLowerCase();
  if (word.length === 1 && "kb".includes(word) && found === undefined) return null;
  return { power: power === unsurePower ? surePower(word, place.code) : power, end: after.end };
};

/** Decimals beyond this are the floating point's, not the page's. */
const mostDecimals = 6;

/** Reads a number with what multiplies it. Null where either can be read in two ways. */
export const readAmount = (line: Line, { raw, end, after }: NumberToken): Amount | null => {
  const multiplier = readMultiplier(line, after, end);
  const number = parseNumber(raw, !multiplier, line.place);
  if (number === null || (multiplier && multiplier.power === undefined)) return null;
  // "mil millones", thousand millions.
  const next = multiplier && multiplier.end > end + 2 ? wordAfter(line.text, multiplier.end) : null;
  const further = next ? powerOf(next.meaning) : 0;
  const isTwofold = next !== null && further > 0 && further < unsurePower;
  const behind = (isTwofold ? next.end : multiplier?.end) ?? end;
  const power = (multiplier?.power ?? 0) + (isTwofold ? further : 0);
  return {
    value: power === 0 ? number : Number((number * 10 ** power).toFixed(mostDecimals)),
    end: line.text.charAt(behind) === "+" ? behind + 1 : behind,
  };
};
