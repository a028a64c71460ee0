const letter = /[\p{L}\p{M}]/u;

/** Whether a UTF-16 unit belongs to a script that puts no spaces between words: Han, Kana, or (with its particles) Hangul. */
export const isUnspaced = (code: number): boolean =>
  (code >= 0x2e80 && code <= 0x9fff && !(code >= 0x3000 && code <= 0x3004) && !(code >= 0x3008 && code <= 0x3020)) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xf900 && code <= 0xfaff);

/** Whether the character at a place is a letter, or a mark on one. */
export const isLetter = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  return code >= 0xc0 && letter.test(text.charAt(at));
};

export const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
};

const isSpace = (code: number): boolean => code === 0x20 || code === 0xa0 || code === 0x202f || code === 0x2009;

/** The place after white space that starts here; a line break is no such space. */
export const skipSpaces = (text: string, at: number): number => {
  let place = at;
  while (isSpace(text.charCodeAt(place))) place++;
  return place;
};

/** The place after the last character that is not white space before here. */
export const skipSpacesBack = (text: string, at: number): number => {
  let place = at;
  while (place > 0 && isSpace(text.charCodeAt(place - 1))) place--;
  return place;
};

const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019;

/** The end of the run of letters that starts here; an apostrophe between letters belongs to it. */
export const wordEnd = (text: string, at: number): number => {
  let end = at;
  while (isLetter(text, end) || (end > at && isApostrophe(text.charCodeAt(end)) && isLetter(text, end + 1))) end++;
  return end;
};

/** The start of the run of letters that ends here. */
export const wordStart = (text: string, at: number): number => {
  let start = at;
  while (
    start > 0 &&
    (isLetter(text, start - 1) ||
      (start < at && isApostrophe(text.charCodeAt(start - 1)) && start > 1 && isLetter(text, start - 2)))
  )
    start--;
  return start;
};

const isCapital = (code: number): boolean => code >= 0x41 && code <= 0x5a;
const isSmall = (code: number): boolean => code >= 0x61 && code <= 0x7a;

/** Where a capital follows small letters, as in "agoThe": two elements of a page that touch. Else the word's end. */
const gluedEnd = (text: string, start: number, end: number): number => {
  for (let at = start + 2; at < end; at++)
    if (isCapital(text.charCodeAt(at)) && isSmall(text.charCodeAt(at - 1))) return at;
  return end;
};

/** The longest word of the vocabulary in a script without spaces. */
const longestUnspaced = 6;

export interface Found<Value> {
  readonly value: Value;
  readonly start: number;
  readonly end: number;
}

/**
 * Looks the word up that starts here, capitals folded, with its full stop if the vocabulary lists it so. In scripts
 * without spaces the longest word of the vocabulary that starts here counts.
 */
export const lookAfter = <Value>(words: ReadonlyMap<string, Value>, text: string, at: number): Found<Value> | null => {
  if (isUnspaced(text.charCodeAt(at))) {
    for (let length = longestUnspaced; length > 0; length--) {
      const value = words.get(text.slice(at, at + length));
      if (value !== undefined) return { value, start: at, end: at + length };
    }
    return null;
  }
  const end = wordEnd(text, at);
  if (end === at) return null;
  const word = text.slice(at, end).toLowerCase();
  const hasStop = text.charCodeAt(end) === 0x2e;
  const withStop = hasStop ? words.get(`${word}.`) : undefined;
  if (withStop !== undefined) return { value: withStop, start: at, end: end + 1 };
  const value = words.get(word);
  if (value !== undefined) return { value, start: at, end: hasStop ? end + 1 : end };
  const glued = gluedEnd(text, at, end);
  const head = glued === end ? undefined : words.get(text.slice(at, glued).toLowerCase());
  return head === undefined ? null : { value: head, start: at, end: glued };
};

/** Looks the word up that ends here, as {@link lookAfter} does. */
export const lookBefore = <Value>(words: ReadonlyMap<string, Value>, text: string, at: number): Found<Value> | null => {
  if (at > 0 && isUnspaced(text.charCodeAt(at - 1))) {
    for (let length = Math.min(longestUnspaced, at); length > 0; length--) {
      const value = words.get(text.slice(at - length, at));
      if (value !== undefined) return { value, start: at - length, end: at };
    }
    return null;
  }
  const end = at > 0 && text.charCodeAt(at - 1) === 0x2e ? at - 1 : at;
  const start = wordStart(text, end);
  const value = start === end ? undefined : words.get(text.slice(start, end).toLowerCase());
  return value === undefined ? null : { value, start, end: at };
};
