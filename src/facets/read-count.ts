import { isDigit, isUnspaced, skipSpaces, skipSpacesBack } from "./characters.ts";
import type { CountName } from "./languages/language.ts";
import type { Line, NumberToken, Reader } from "./line.ts";
import { means } from "./line.ts";
import { countOf, isCounter, isOnlyBehind } from "./meaning.ts";
import { readAmount } from "./read-amount.ts";
import type { FoundWord } from "./words.ts";
import { wordAfter } from "./words.ts";

interface Named {
  readonly name: CountName;
  readonly start: number;
  readonly end: number;
}

/** "295 p.", in the language of the page alone. */
const pagesLetter = (line: Line, at: number): Named | null => {
  const letter = line.language?.pagesLetter;
  return letter !== undefined && line.text.slice(at, at + letter.length).toLowerCase() === letter
    ? { name: "pages", start: at, end: at + letter.length }
    : null;
};

/** What is counted, behind a number, with at most one counter between them: "3 件のコメント", "3 M de vues". */
const namedBehind = (line: Line, found: FoundWord | null, at: number): Named | null => {
  const isDirect = found !== null && countOf(found.meaning) !== undefined;
  const word = !isDirect && means(found, isCounter) ? wordAfter(line.text, skipSpaces(line.text, found.end)) : found;
  const name = word ? countOf(word.meaning) : undefined;
  return word && name ? { name, start: word.start, end: word.end } : pagesLetter(line, at);
};

/**
 * What is counted, announced before the number: "Views: 12", "Views (12)", in scripts without spaces "浏览 12", and in
 * others "Views 12" if the line begins so. A page announced without a colon is a place: "Page 12".
 */
const announced = (line: Line, { before }: NumberToken): (Named & { readonly tied: boolean }) | null => {
  const name = before ? countOf(before.meaning) : undefined;
  if (!before || name === undefined || means(before, isOnlyBehind)) return null;
  const { start, end, tied } = before;
  const isNear = tied || (name !== "pages" && (start === 0 || isUnspaced(line.text.charCodeAt(start))));
  return isNear ? { name, start, end, tied } : null;
};

/** A colon or a number follows: the word before it announces that, as in "回复 3 浏览 12" and "Replies: 3 Views: 12". */
const announcesNext = (text: string, at: number): boolean => /^\s?[:\uff1a(\uff08]?\s?\d/.test(text.slice(at, at + 4));
const isTied = (text: string, at: number): boolean => /^\s?[:\uff1a]/.test(text.slice(at, at + 2));

/** "3 / 20 pages" is a place or a share. */
const isShare = (text: string, { start, end }: NumberToken): boolean =>
  /^\s?[/\uff0f]\s?\d/.test(text.slice(end, end + 4)) ||
  /\d\s?[/\uff0f]\s?$/.test(text.slice(Math.max(start - 4, 0), start));

/** Reads pages, votes, comments, views and downloads. */
export const readCount: Reader = (line, token) => {
  const { text } = line;
  const amount = readAmount(line, token);
  if (!amount || !Number.isSafeInteger(amount.value)) return null;
  const at = skipSpaces(text, amount.end);
  const label = announced(line, token);
  const unit = namedBehind(line, amount.end === token.end ? token.after : wordAfter(text, at), at);
  if ((!label && !unit) || isShare(text, token)) return null;
  const reading = (name: CountName, start: number, end: number) => ({
    facet: { name, value: amount.value },
    start,
    end,
  });
  const labelled = (named: Named) => {
    const closed = text.charAt(amount.end) === ")" || text.charAt(amount.end) === "\uff09";
    return reading(named.name, named.start, closed ? amount.end + 1 : amount.end);
  };
  if (label && (label.tied || !unit)) return labelled(label);
  if (!unit) return null;
  if (!label || label.name === unit.name)
    return isTied(text, unit.end) ? null : reading(unit.name, token.start, unit.end);
  // Between two words, the number belongs to the one that the rest of the line speaks for.
  if (isDigit(text, skipSpacesBack(text, label.start) - 1)) return reading(unit.name, token.start, unit.end);
  return announcesNext(text, unit.end) ? labelled(label) : null;
};
