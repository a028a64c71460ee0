const letter = /[\p{L}\p{M}]/u;

export const isDigitCode = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isAsciiLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);

/** Whether a UTF-16 unit belongs to a script that puts no spaces between words: Han, Kana, and Hangul. */
export const isUnspaced = (code: number): boolean =>
  (code >= 0x2e80 && code <= 0x9fff && (code > 0x3020 || code < 0x3000 || code === 0x3005)) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xf900 && code <= 0xfaff);

/** Whether the character at a place is a letter, or a mark on one. */
export const isLetter = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  if (code < 0xc0 || Number.isNaN(code)) return isAsciiLetter(code);
  // Latin, Greek and Cyrillic letters, all but the signs of multiplication and division.
  if (code < 0x530) return code !== 0xd7 && code !== 0xf7;
  return isUnspaced(code) || letter.test(text.charAt(at));
};

export const isDigit = (text: string, at: number): boolean => isDigitCode(text.charCodeAt(at));

/** Whether a UTF-16 unit is the sign of a currency, as Unicode has them in its general category Sc. */
export const isCurrencySign = (code: number): boolean =>
  code === 0x24 ||
  (code >= 0xa2 && code <= 0xa5) ||
  (code >= 0x20a0 && code <= 0x20cf) ||
  code === 0x0e3f ||
  code === 0xffe1 ||
  code === 0xffe5 ||
  code === 0xffe6;

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

/** The place after the digits that start here. */
export const skipDigits = (text: string, at: number): number => {
  let place = at;
  while (isDigit(text, place)) place++;
  return place;
};

/** Whether there is no letter and no digit in a stretch of a text. */
export const isBare = (text: string, start: number, end: number): boolean => {
  for (let at = start; at < end; at++) if (isDigit(text, at) || isLetter(text, at)) return false;
  return true;
};

/** What a sticky pattern matches at a place. */
export const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};
