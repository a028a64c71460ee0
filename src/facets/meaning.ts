/** The facets that are plain counts of something, named by a word. */
const countNames = ["pages", "votes", "comments", "views", "downloads"] as const;
export type CountName = (typeof countNames)[number];

/**
 * Everything that one word can mean beside a number, packed into the bits of one integer: the table of all words is
 * made anew on every page, and asked thousands of times. Numbers stand in the lower bits, and each bit above is a flag.
 */
export type Meaning = number;

/**
 * What each line of a table in `words/` means, in their order: where the bits of a number begin, and the numbers of
 * the lines, one after the other.
 */
export const numberLines: readonly (readonly [shift: number, first: number, last: number])[] = [
  // Months, January to December.
  [0, 1, 12],
  // Units of time: second, minute, hour, day, week, month, year.
  [7, 1, 7],
  // Units of bytes: the power of 1,024 and 1; the last line has those of French pages alone.
  [10, 1, 6],
  // Words that multiply, by powers of ten from thousand; the last line has those that depend on the language.
  [13, 3, 10],
  // What is counted, in the order of `countNames`.
  [4, 1, 5],
  // Phrases that fill a line: today, yesterday, the day before it, this moment, free of charge.
  [17, 1, 5],
];

/** The bits of each number. */
export const anyMonth = 15;
export const anyCount = 7 << 4;
export const anyTime = 7 << 7;
export const anyBytes = 7 << 10;
export const anyPower = 15 << 13;

export const monthOf = (meaning: Meaning): number => meaning & anyMonth;
export const countOf = (meaning: Meaning): CountName | undefined => countNames[((meaning >> 4) & 7) - 1];
/** The place of a unit of time from 1, second, to 7, year; 0 for other words. */
export const timeOf = (meaning: Meaning): number => (meaning >> 7) & 7;
/**
 * The power of 1,024 and 1 of a unit of bytes, `frenchBytes` for what is one on French pages alone; 0 for other words.
 */
export const bytesOf = (meaning: Meaning): number => (meaning >> 10) & 7;
export const frenchBytes = 6;
/** The power of ten of a word that multiplies, or `unsurePower`; 0 for other words. */
export const powerOf = (meaning: Meaning): number => (meaning >> 13) & 15;
export const unsurePower = 10;
/** 1 to 3 for today, yesterday and the day before it, `nowPhrase`, `freePhrase`; 0 for other words. */
export const phraseOf = (meaning: Meaning): number => (meaning >> 17) & 7;
export const nowPhrase = 4;
export const freePhrase = 5;

/** The flags have a line each, in this order, behind those of numbers. */
export const firstFlag = 20;
/** The word follows an age: "ago". */
export const isAfterAge = 1 << 20;
/** The word ends what stands before an age: "a" of "il y a". */
export const isBeforeAge = 1 << 21;
/**
 * The word begins what stands between a rating and its scale, "out" of "out of", or ends what stands behind a scale.
 */
export const isBesideScale = 1 << 22;
export const isStar = 1 << 23;
export const isRatingLabel = 1 << 24;
export const isDurationLabel = 1 << 25;
/** The word may follow a duration: "read" of "12 min read". */
export const isDurationTail = 1 << 26;
/** The word announces the date, or the year, something was published. */
export const isPublished = 1 << 27;
/** The word may stand between a number and what it counts, or between "vor" and the number of an age. */
export const isFiller = 1 << 28;
/** In some spelling the word is a currency, `currencyOf` tells which. It has no line: currencies are listed apart. */
export const isCurrency = 1 << 29;
