import type { CountName } from "./languages/language.ts";
import { countNames } from "./languages/language.ts";

/**
 * Everything that one word can mean beside a number, packed into the bits of one integer: a page asks for the meaning
 * of thousands of words, and the table of them is made anew on every page.
 *
 * Bits 0 to 3 hold a month from 1, bits 4 to 6 what is counted (its place in `countNames` from 1), bits 7 and 8 a unit
 * of time (1 second, 2 minute, 3 hour), bits 9 to 11 a unit of bytes (its power of 1,024 and 1). Each bit above is a
 * flag.
 */
export type Meaning = number;

export const monthMeaning = (month: number): Meaning => month;
export const monthOf = (meaning: Meaning): number => meaning & 15;

export const countMeaning = (name: CountName): Meaning => (countNames.indexOf(name) + 1) << 4;
export const countOf = (meaning: Meaning): CountName | undefined => countNames[((meaning >> 4) & 7) - 1];

const secondsByUnit = [0, 1, 60, 3600] as const;
export const timeMeanings = { s: 1 << 7, min: 2 << 7, h: 3 << 7 } as const;
/** The seconds in a unit of time; 0 for other words. */
export const secondsOf = (meaning: Meaning): number => secondsByUnit[(meaning >> 7) & 3] ?? 0;

export const bytesMeaning = (power: number): Meaning => (power + 1) << 9;
/** The bytes in a unit; 0 for other words. */
export const bytesOf = (meaning: Meaning): number => {
  const power = (meaning >> 9) & 7;
  return power === 0 ? 0 : 1024 ** (power - 1);
};

/** The word is a unit of ages in some language. */
export const isAgeUnit = 1 << 12;
/** In some language the word follows an age: "ago". */
export const isAfterAge = 1 << 13;
/** In some language the word ends what stands before an age: "a" of "il y a". */
export const isBeforeAge = 1 << 14;
export const isMagnitude = 1 << 15;
/** In some spelling the word is the name or code of a currency; `currencyOf` tells which. */
export const isCurrency = 1 << 16;
/** The word names what is counted only behind the number: "295 pp", while "pp 12" is a place. */
export const isOnlyBehind = 1 << 17;
export const isStar = 1 << 18;
export const isRatingLabel = 1 << 19;
/** The word begins what stands between a rating and its scale: "out" of "out of". */
export const isBeforeScale = 1 << 20;
export const isDurationLabel = 1 << 21;
export const isDurationTail = 1 << 22;
export const isPublished = 1 << 23;
/** The word may stand between a number and what it counts. */
export const isCounter = 1 << 24;
/** The word means what it means on French pages alone. */
export const isFrench = 1 << 26;
/** The word may stand between "vor" and the number of an age. */
export const isSoftener = 1 << 25;
