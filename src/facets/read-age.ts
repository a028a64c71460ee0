import { goBack } from "./go-back.ts";
import type { AgeUnit } from "./go-back.ts";
import type { Line, NumberToken, Reader, Reading } from "./line.ts";
import { means } from "./line.ts";
import { isAfterAge, isBeforeAge, isFiller, timeOf } from "./meaning.ts";
import { parseNumber } from "./parse-number.ts";
import type { FoundWord } from "./words.ts";
import { isBare, meaningBeside, wordAfter, wordBefore } from "./words.ts";

/** Older than this is no age of anything on the web, but a figure of another kind ("vor 300 Jahren"). */
const oldest = 100 * 366 * 86_400_000;
/** "vor mehr als 3 Jahren": that many words may soften an age. */
const mostSofteners = 2;

const units: readonly AgeUnit[] = ["s", "min", "h", "d", "w", "mo", "y"];

/** The date of something of this age, its unit by its place from 1; null for what can be no age. */
export const agedReading = (line: Line, amount: number, time: number, start: number, end: number): Reading | null => {
  const unit = units[time - 1];
  if (!unit) return null;
  const value = goBack(line.now, amount, unit);
  return line.now - value < oldest ? { facet: { name: "date", value }, start, end } : null;
};

const wordOf = (text: string, { start, end }: FoundWord): string =>
  text.slice(start, end).toLowerCase().replace(".", "");

/** Where what stands before an age begins, if a word ends it: "a" means that only in "il y a". */
const prefixStart = (text: string, word: FoundWord): number | null => {
  if (wordOf(text, word) !== "a") return word.start;
  const start = word.end - "il y a".length;
  return text.slice(Math.max(start, 0), word.end).toLowerCase() === "il y a" ? start : null;
};

const isSoftener = (word: FoundWord | null): word is FoundWord =>
  word !== null && (word.meaning & (isFiller | isBeforeAge)) === isFiller;

/** The word that ends what stands before an age, with or without words that soften it. */
const lookPrefix = (text: string, token: NumberToken): FoundWord | null => {
  let word: FoundWord | null = token.before;
  for (let left = mostSofteners; left > 0 && isSoftener(word); left--) word = wordBefore(text, word.start);
  return means(word, isBeforeAge) ? word : null;
};

/** Reads ages such as "3 years ago", "vor 3 Jahren", "3 年前", as the date they mean. */
export const readAge: Reader = (line, token) => {
  const { text, place } = line;
  const { after, start } = token;
  if (!after || timeOf(after.meaning) === 0) return null;
  const amount = parseNumber(token.raw, false, place);
  if (amount === null) return null;
  const word = wordOf(text, after);
  const unitBeside = (marker: FoundWord): number => timeOf(meaningBeside(wordOf(text, marker), word));
  const prefix = lookPrefix(text, token);
  const prefixed = prefix && prefixStart(text, prefix);
  if (prefix && prefixed !== null) return agedReading(line, amount, unitBeside(prefix), prefixed, after.end);
  const suffix = wordAfter(text, after.end);
  if (!means(suffix, isAfterAge)) return null;
  // "8 月前" for eight months is told alone, and not so in Japanese; in a sentence it means "before August".
  const isAlone = start === 0 && isBare(text.slice(suffix.end).replace(/\d/g, ""));
  if (word === "月" && (place.code === "ja" || !isAlone)) return null;
  return agedReading(line, amount, unitBeside(suffix), start, suffix.end);
};
