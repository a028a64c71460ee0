import { agesAfter, agesBefore } from "./age-words.ts";
import type { AgeWords } from "./age-words.ts";
import { skipSpaces } from "./characters.ts";
import type { AgeUnit } from "./go-back.ts";
import type { Line, Reading } from "./line.ts";
import { means } from "./line.ts";
import { isAfterAge, isAgeUnit, isBeforeAge } from "./meaning.ts";
import { agedReading } from "./read-age.ts";
import { daySpan } from "./read-clock-time.ts";
import { vocabulary } from "./vocabulary.ts";
import { wordAfter } from "./words.ts";

/** A line in words alone that tells a figure is no longer than this. */
export const longestInWords = 40;

/** Chinese numerals of small ages; "半" is a half. */
const numerals: ReadonlyMap<string, number> = new Map(
  Object.entries({ 半: 0.5, 一: 1, 二: 2, 两: 2, 兩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 }),
);

/** "一年前", "半年前". */
const readChineseAge = (line: Line): Reading | null => {
  const { text } = line;
  const amount = numerals.get(text.charAt(0));
  const unit = amount === undefined ? null : wordAfter(text, 1);
  if (amount === undefined || !means(unit, isAgeUnit)) return null;
  const suffix = wordAfter(text, skipSpaces(text, unit.end));
  if (!means(suffix, isAfterAge)) return null;
  const [words] = agesAfter(text.slice(suffix.start, suffix.end));
  const age = words?.units.get(text.slice(unit.start, unit.end));
  return age ? agedReading(line, amount, age, 0, suffix.end) : null;
};

/** "a year", "год" where the bare unit means one, "سنتين" where its form means two, in the words' order. */
const amountIn = (
  { one, bareUnit, duals, units }: AgeWords,
  [first = "", second = ""]: readonly string[],
): readonly [amount: number, unit: AgeUnit] | null => {
  const dual = duals.get(first);
  if (dual) return [2, dual];
  const unit = (one.has(first) ? units.get(second) : undefined) ?? (bareUnit ? units.get(first) : undefined);
  return unit ? [1, unit] : null;
};

const readAge = (line: Line, words: readonly string[]): Reading | null => {
  for (const [index, word] of words.entries()) {
    const meaning = vocabulary().words.get(word) ?? 0;
    const after = (meaning & isAfterAge) === 0 ? [] : agesAfter(word);
    const before = (meaning & isBeforeAge) === 0 ? [] : agesBefore(word);
    for (const language of after) {
      const age =
        amountIn(language, words.slice(Math.max(index - 2, 0), index)) ??
        amountIn(language, words.slice(index - 1, index));
      if (age) return agedReading(line, ...age, 0, line.text.length);
    }
    for (const language of before) {
      const age = amountIn(language, words.slice(index + 1, index + 3));
      if (age) return agedReading(line, ...age, 0, line.text.length);
    }
  }
  return null;
};

/**
 * Reads the figures that are told without a digit: "a year ago", "yesterday", "just now", "Free". They have to fill
 * their line, but for words before an age: "Posted a year ago".
 */
export const readWordsAlone = (line: Line): readonly Reading[] => {
  const { days, now, free } = vocabulary();
  const phrase = line.text.toLowerCase();
  const whole = { start: 0, end: line.text.length };
  const offset = days.get(phrase);
  if (offset !== undefined) {
    const { start, end } = daySpan(line.now, offset);
    return [{ facet: { name: "date", value: start, upper: end }, ...whole }];
  }
  if (now.has(phrase)) return [{ facet: { name: "date", value: line.now }, ...whole }];
  if (free.has(phrase)) return [{ facet: { name: "price", value: 0 }, ...whole }];
  const age = readChineseAge(line) ?? (phrase.includes(" ") ? readAge(line, phrase.split(/[\s.,]+/u)) : null);
  return age ? [age] : [];
};
