import type { AgeWords } from "./age-words.ts";
import { agesAfter, agesBefore } from "./age-words.ts";
import { isLetter, skipSpaces, skipSpacesBack } from "./characters.ts";
import type { AgeUnit } from "./go-back.ts";
import { goBack } from "./go-back.ts";
import type { Line, NumberToken, Reader, Reading } from "./line.ts";
import { means } from "./line.ts";
import { isAfterAge, isAgeUnit, isBeforeAge, isSoftener } from "./meaning.ts";
import type { FoundWord } from "./words.ts";
import { wordAfter, wordBefore } from "./words.ts";

/** Older than this is no age of anything on the web, but a figure of another kind ("vor 300 Jahren"). */
const oldest = 100 * 366 * 86_400_000;
/** "vor mehr als 3 Jahren": that many words may soften an age. */
const mostSofteners = 2;

/** The date of something of this age; null for what can be no age. */
export const agedReading = (line: Line, amount: number, unit: AgeUnit, start: number, end: number): Reading | null => {
  const value = goBack(line.now, amount, unit);
  return line.now - value < oldest ? { facet: { name: "date", value }, start, end } : null;
};

const wordOf = (text: string, { start, end }: FoundWord): string =>
  text.slice(start, end).toLowerCase().replace(".", "");

interface Prefix {
  readonly languages: readonly AgeWords[];
  readonly start: number;
}

/** What stands before an age and ends with this word, such as "il y a". */
const readPrefix = (text: string, last: FoundWord): Prefix | null => {
  const languages = agesBefore(wordOf(text, last));
  const before = text.slice(0, last.end).toLowerCase();
  for (const form of languages.flatMap((words) => words.before)) {
    const start = last.end - form.length;
    if (before.endsWith(form) && !isLetter(text, start - 1)) return { languages, start };
  }
  return null;
};

const isSoftening = ({ meaning }: FoundWord): boolean => (meaning & (isSoftener | isBeforeAge)) === isSoftener;

/** What stands before an age, with or without words that soften it. */
const lookPrefix = (text: string, token: NumberToken): Prefix | null => {
  let word: FoundWord | null = token.before;
  for (let left = mostSofteners; left > 0 && word && isSoftening(word); left--)
    word = wordBefore(text, skipSpacesBack(text, word.start));
  return means(word, isBeforeAge) ? readPrefix(text, word) : null;
};

const unitIn = (languages: readonly AgeWords[], word: string): AgeUnit | undefined => {
  for (const { units } of languages) {
    const unit = units.get(word);
    if (unit) return unit;
  }
  return undefined;
};

/** Reads ages such as "3 years ago", "vor 3 Jahren", "3 年前", as the date they mean. */
export const readAge: Reader = (line, token) => {
  const { text } = line;
  const { after, measure } = token;
  if (measure === null || !means(after, isAgeUnit)) return null;
  const word = wordOf(text, after);
  const prefix = lookPrefix(text, token);
  const prefixed = prefix && unitIn(prefix.languages, word);
  if (prefix && prefixed) return agedReading(line, measure, prefixed, prefix.start, after.end);
  const suffix = wordAfter(text, skipSpaces(text, after.end));
  if (!means(suffix, isAfterAge)) return null;
  const unit = unitIn(agesAfter(wordOf(text, suffix)), word);
  return unit ? agedReading(line, measure, unit, token.start, suffix.end) : null;
};
