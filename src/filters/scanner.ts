/** How far the full-width forms of ASCII characters are from the characters. */
const fullWidthShift = 0xfee0;

/**
 * Signs that East Asian keyboards and typographic correction put in place of the grammar's own: full-width parentheses,
 * colon, comparison signs, quotes and digits, the ideographic space, typographic quotes.
 */
const shiftedSigns = /[\uff01\uff02\uff08\uff09\uff10-\uff1a\uff1c-\uff1e\u3000\u201c-\u201e\u00ab\u00bb]/gu;

const plainForm = (sign: string): string => {
  if (sign === "\u3000") return " ";
  return sign >= "\uff01" ? String.fromCharCode(sign.charCodeAt(0) - fullWidthShift) : '"';
};

const space = /\s/u;

/** What ends a word: the grammar's own characters that may not be part of one. */
export const endsWord = (character: string): boolean =>
  character === "" || character === "(" || character === ")" || character === '"' || space.test(character);

/** A place in a condition that moves forward as the condition is read. */
export interface Scanner {
  /** The condition as typed, for the texts that are searched for. */
  readonly typed: string;
  /** The same with full-width and typographic signs replaced one to one, for everything else. */
  readonly text: string;
  /** The offset of the next character, in UTF-16 units. */
  at: number;
}

export const newScanner = (typed: string): Scanner => ({
  typed,
  text: typed.replaceAll(shiftedSigns, plainForm),
  at: 0,
});

/** The next character, or "" at the end. */
export const peek = (scanner: Scanner): string => scanner.text.charAt(scanner.at);

export const skipSpaces = (scanner: Scanner): void => {
  while (scanner.at < scanner.text.length && space.test(peek(scanner))) scanner.at++;
};

/** The offset at which the word that starts at `from` ends. */
export const wordEnd = (scanner: Scanner, from = scanner.at): number => {
  let end = from;
  while (!endsWord(scanner.text.charAt(end))) end++;
  return end;
};

/** What the pattern, which must be sticky, matches right here; the scanner moves behind it. */
export const take = (scanner: Scanner, pattern: RegExp): RegExpExecArray | null => {
  pattern.lastIndex = scanner.at;
  const match = pattern.exec(scanner.text);
  if (match) scanner.at += match[0].length;
  return match;
};
