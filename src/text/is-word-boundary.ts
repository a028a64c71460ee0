/** Scripts that are written without spaces between words; their letters begin and end a word anywhere. */
const unspaced =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Java}\p{scx=Lana}\p{scx=Talu}]/u;
const partOfWord = /[\p{L}\p{M}\p{N}\p{Pc}]/u;

const isSpacedLetter = (character: string): boolean => partOfWord.test(character) && !unspaced.test(character);

const characterBefore = (text: string, index: number): string => {
  const code = text.charCodeAt(index - 1);
  const isPair = code >= 0xdc00 && code <= 0xdfff && index >= 2;
  return text.slice(index - (isPair ? 2 : 1), index);
};

/** Whether no word of a script with spaces runs on across `index`. Words are letters, marks, digits and underscores. */
export const isWordBoundary = (text: string, index: number): boolean => {
  if (index <= 0 || index >= text.length) return true;
  return !(
    isSpacedLetter(characterBefore(text, index)) && isSpacedLetter(String.fromCodePoint(text.codePointAt(index) ?? 0))
  );
};
