/** Scripts that are written without spaces between words; their letters begin and end a word anywhere. */
const unspaced =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Java}\p{scx=Bali}\p{scx=Lana}\p{scx=Tale}\p{scx=Talu}]/u;
const partOfWord = /[\p{L}\p{M}\p{N}\p{Pc}]/u;

/** Whether a character is a part of a word of a script with spaces: a letter, mark, digit or underscore. */
export const isSpacedLetter = (character: string): boolean => partOfWord.test(character) && !unspaced.test(character);

/** Whether a character belongs to a script that is written without spaces between words. */
export const isUnspacedLetter = (character: string): boolean => partOfWord.test(character) && unspaced.test(character);

/** The character that ends before `index`, or the empty text. */
export const characterBefore = (text: string, index: number): string => {
  const last = text.charCodeAt(index - 1);
  const isPair = last >= 0xdc00 && last <= 0xdfff && (text.codePointAt(index - 2) ?? 0) > 0xffff;
  return text.slice(Math.max(0, index - (isPair ? 2 : 1)), index);
};

/** The character that begins at `index`, or the empty text. */
export const characterAt = (text: string, index: number): string => {
  const point = text.codePointAt(index);
  return point === undefined ? "" : String.fromCodePoint(point);
};

/** Whether no word of a script with spaces runs on across `index`. */
export const isWordBoundary = (text: string, index: number): boolean =>
  !isSpacedLetter(characterBefore(text, index)) || !isSpacedLetter(characterAt(text, index));
