import type { Condition } from "./condition.ts";

/** How far the full-width forms of ASCII characters are from the characters. */
const fullWidthShift = 0xfee0;

/**
 * Signs that East Asian keyboards, typographic correction and copying put in place of the grammar's own, by the sign
 * that they stand for. Full-width forms are beside these, but for the slash and the backslash: those stand in texts.
 */
const plainSigns: readonly (readonly [plain: string, others: string])[] = [
  [" ", "\u3000\u200b\u200e\u200f\u2060"],
  ['"', "\u201c\u201d\u201e\u00ab\u00bb"],
  ["-", "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63"],
  ["\u2264", "\u2266\u2a7d"],
  ["\u2265", "\u2267\u2a7e"],
  ["~", "\u301c"],
  [",", "\u3001"],
  ["¥", "\uffe5"],
  ["£", "\uffe1"],
];
const otherSigns =
  /[\u00ab\u00bb\u200b\u200e\u200f\u2010-\u2015\u201c-\u201e\u2060\u2212\u2266\u2267\u2a7d\u2a7e\u3000\u3001\u301c\ufe63\uff01-\uff0e\uff10-\uff3b\uff3d-\uff5e\uffe1\uffe5]/gu;

const plainForm = (sign: string): string =>
  sign >= "\uff01" && sign <= "\uff5e"
    ? String.fromCharCode(sign.charCodeAt(0) - fullWidthShift)
    : (plainSigns.find(([, others]) => others.includes(sign))?.[0] ?? sign);

const space = /\s/u;

/** What ends a word: the grammar's own characters that may not be part of one. */
export const endsWord = (character: string): boolean =>
  character === "" || character === "(" || character === ")" || character === '"' || space.test(character);

/** A place in a condition that moves forward as the condition is read. */
export interface Scanner {
  /** The condition as typed, for the texts that are searched for. */
  readonly typed: string;
  /** The same with full-width, typographic and unseen signs replaced one to one, for everything else. */
  readonly text: string;
  /** The offset of the next character, in UTF-16 units. */
  at: number;
  /** Takes the offsets at which the parts begin, where they are wanted. */
  readonly places: Map<Condition, number> | null;
}

export const newScanner = (typed: string, places: Scanner["places"] = null): Scanner => ({
  typed,
  text: typed.replaceAll(otherSigns, plainForm),
  at: 0,
  places,
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
