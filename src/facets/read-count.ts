import type { CountName } from "./languages/language.ts";
import type { Line, Reader } from "./line.ts";
import { readCountAmount } from "./read-amount.ts";
import { vocabulary } from "./vocabulary.ts";
import type { Found } from "./words.ts";
import { isUnspaced, lookAfter, lookBefore, skipSpaces, skipSpacesBack } from "./words.ts";

/** What may stand between a number and what it counts: counters of East Asian languages, "de" of Romance ones. */
const counters = new Set(
  "次 回 個 个 件 条 條 則 则 人 名 篇 枚 部 件の 個の 人の 개 개의 건 건의 명 명의 회 de d'un customer user global verified".split(
    " ",
  ),
);
const counterMap: ReadonlyMap<string, true> = new Map([...counters].map((word) => [word, true]));

const lookName = (line: Line, at: number): Found<CountName> | null => {
  const { counts } = vocabulary();
  const start = skipSpaces(line.text, at);
  const direct = lookAfter(counts, line.text, start) ?? readPagesLetter(line, start);
  if (direct) return direct;
  const counter = lookAfter(counterMap, line.text, start);
  return counter && lookAfter(counts, line.text, skipSpaces(line.text, counter.end));
};

/** "295 p.", in the language of the page alone. */
const readPagesLetter = (line: Line, at: number): Found<CountName> | null => {
  const letter = line.language?.pagesLetter;
  return letter !== undefined && line.text.slice(at, at + letter.length).toLowerCase() === letter
    ? { value: "pages", start: at, end: at + letter.length }
    : null;
};

interface Label extends Found<CountName> {
  /** A colon or a parenthesis ties the label to the number. */
  readonly tied: boolean;
}

/** "Views: 12", "Views (12)", and in scripts without spaces "浏览 12". */
const lookLabel = (line: Line, at: number): Label | null => {
  const { text } = line;
  let end = skipSpacesBack(text, at);
  const tie = text.charAt(end - 1);
  const tied = tie === ":" || tie === "\uff1a" || tie === "(" || tie === "\uff08";
  if (tied) end = skipSpacesBack(text, end - 1);
  const found = lookBefore(vocabulary().counts, text, end);
  if (!found) return null;
  const alone = skipSpacesBack(text, found.start) === 0;
  return tied || alone || isUnspaced(text.charCodeAt(found.start)) ? { ...found, tied } : null;
};

/** The word behind the number announces the next number, as in "回复 3 浏览 12". */
const announcesNext = (line: Line, end: number): boolean => /^\s*[:\uff1a(\uff08]?\s*\d/u.test(line.text.slice(end));

/** Whether something before the number tells that numbers stand before what they count in this line. */
const numbersComeFirst = (line: Line, label: Label): boolean => /\d\s*$/u.test(line.text.slice(0, label.start));

/** Reads pages, votes, comments, views and downloads. */
export const readCount: Reader = (line, token) => {
  const amount = readCountAmount(line, token);
  if (!amount) return null;
  const label = lookLabel(line, token.start);
  const unit = lookName(line, amount.end);
  const reading = (name: CountName, start: number, end: number) => ({
    facet: { name, value: amount.value },
    start,
    end,
  });
  if (label?.tied) return reading(label.value, label.start, amount.end);
  if (label && unit && label.value !== unit.value) {
    if (numbersComeFirst(line, label)) return reading(unit.value, token.start, unit.end);
    return announcesNext(line, unit.end) ? reading(label.value, label.start, amount.end) : null;
  }
  if (unit && !/^\s*[:\uff1a]/u.test(line.text.slice(unit.end))) return reading(unit.value, token.start, unit.end);
  return label && reading(label.value, label.start, amount.end);
};
