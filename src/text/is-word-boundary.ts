/** Scripts that are written without spaces between words; their letters begin and end a word anywhere. */
const scripts = "Han Hira Kana Bopo Thai Laoo Khmr Mymr Tibt Java Bali Lana Tale Talu"
  .split(" ")
  .map((script) => `\\p{scx=${script}}`)
  .join("");
/**
 * Accents of Latin letters are used in some of those scripts, too, and do not end a word: "café" may be written with
 * U+0301.
 */
const unspacedLetter = `(?!\\p{scx=Latn})[${scripts}]`;
const unspaced = new RegExp(unspacedLetter, "u");
const partOfWord = /[\p{L}\p{M}\p{N}\p{Pc}]/u;

/** Matches words of scripts with spaces: letters, marks, digits and underscores. */
export const spacedWords = new RegExp(`(?:(?!${unspacedLetter})[\\p{L}\\p{M}\\p{N}\\p{Pc}])+`, "gu");

/** Whether a character is a part of a word of a script with spaces. */
export const isSpacedLetter = (character: string): boolean => partOfWord.test(character) && !unspaced.test(character);

const isUnspacedLetter = (character: string): boolean => partOfWord.test(character) && unspaced.test(character);

/** The character that ends before `index`, or the empty text. */
const characterBefore = (text: string, index: number): string => {
  const last = text.charCodeAt(index - 1);
  const isPair = last >= 0xdc00 && last <= 0xdfff && (text.codePointAt(index - 2) ?? 0) > 0xffff;
  return text.slice(Math.max(0, index - (isPair ? 2 : 1)), index);
};

/** The character that begins at `index`, or the empty text. */
const characterAt = (text: string, index: number): string => {
  const point = text.codePointAt(index);
  return point === undefined ? "" : String.fromCodePoint(point);
};

/** Whether no word of a script with spaces runs on across `index`. */
export const isWordBoundary = (text: string, index: number): boolean =>
  !isSpacedLetter(characterBefore(text, index)) || !isSpacedLetter(characterAt(text, index));

/**
 * Whether letters of scripts without spaces stand on both sides of `index`, so that only a dictionary can tell words.
 */
export const isWithinUnspaced = (text: string, index: number): boolean =>
  isUnspacedLetter(characterBefore(text, index)) && isUnspacedLetter(characterAt(text, index));
