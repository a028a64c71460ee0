import type { Line, NumberToken, Reader, Reading } from "./line.ts";
import { isDigit, means, skipSpaces, skipSpacesBack } from "./line.ts";
import type { CountName } from "./meaning.ts";
import { countOf, isFiller } from "./meaning.ts";
import { readAmount } from "./read-amount.ts";
import type { FoundWord } from "./words.ts";
import { isLetter, wordAfter } from "./words.ts";

interface Named {
  readonly name: CountName;
  readonly start: number;
  readonly end: number;
}

/** What is counted, behind a number, with at most one word between them: "3 件のコメント", "3 M de vues". */
const namedBehind = ({ text, place }: Line, found: FoundWord | null, at: number): Named | null => {
  let word = found;
  if (word && countOf(word.meaning) === undefined && means(word, isFiller)) word = wordAfter(text, word.end);
  const name = word ? countOf(word.meaning) : undefined;
  if (word && name) return { name, start: word.start, end: word.end };
  // "295 p.", in the language of the page alone.
  const { pagesLetter } = place;
  const start = skipSpaces(text, at);
  const end = start + pagesLetter.length;
  // "2 p.m." is a time.
  return pagesLetter !== "" && text.slice(start, end).toLowerCase() === pagesLetter && !isLetter(text, end)
    ? { name: "pages", start, end }
    : null;
};

/**
 * What is counted, announced before the number: "Views: 12", "Views (12)", in scripts without spaces "浏览 12", and in
 * others "Views 12" if the line begins so. A page announced without a colon is a place: "Page 12".
 */
const announced = (text: string, { before }: NumberToken): (Named & { readonly tied: boolean }) | null => {
  const name = before ? countOf(before.meaning) : undefined;
  if (!before || name === undefined) return null;
  const { start, end, tied } = before;
  const isNear = tied || (name !== "pages" && (start === 0 || text.charAt(start) > "\u2e7f"));
  return isNear ? { name, start, end, tied } : null;
};

/** A colon or a number follows: the word before it announces that, as in "回复 3 浏览 12" and "Replies: 3 Views: 12". */
const announcesNext = (text: string, at: number): boolean => /^\s*[:(]?\s*\d/.test(text.slice(at, at + 9));
const isTied = (text: string, at: number): boolean => text.charAt(skipSpaces(text, at)) === ":";

/** "Top 10 downloads" are ten of them. */
const choice = /\b(?:top|best)\s$/i;

/** "3 / 20 pages" is a place or a share, and "05-19" behind a word a date without its year. */
const isShare = (text: string, { start, end }: NumberToken): boolean =>
  choice.test(text.slice(0, start)) ||
  /^(?:\s*\/|[-–:]\d)/.test(text.slice(end, end + 9)) ||
  text.charAt(skipSpacesBack(text, start) - 1) === "/";

/** Reads pages, votes, comments, views and downloads. */
export const readCount: Reader = (line, token) => {
  const { text } = line;
  const amount = readAmount(line, token);
  if (!amount || !Number.isSafeInteger(amount.value)) return null;
  const label = announced(text, token);
  const unit = namedBehind(line, amount.end === token.end ? token.after : wordAfter(text, amount.end), amount.end);
  if (isShare(text, token)) return null;
  const reading = (name: CountName, start: number, end: number): Reading => ({
    facet: { name, value: amount.value },
    start,
    end,
  });
  const labelled = (named: Named): Reading =>
    reading(named.name, named.start, text.charAt(amount.end) === ")" ? amount.end + 1 : amount.end);
  if (label && (label.tied || !unit)) return labelled(label);
  if (!unit) return null;
  if (!label || label.name === unit.name)
    return isTied(text, unit.end) ? null : reading(unit.name, token.start, unit.end);
  // Between two words, the number belongs to the one that the rest of the line speaks for.
  if (isDigit(text, skipSpacesBack(text, label.start) - 1)) return reading(unit.name, token.start, unit.end);
  return announcesNext(text, unit.end) ? labelled(label) : null;
};
