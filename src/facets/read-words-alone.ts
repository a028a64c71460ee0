import type { Line, Reading } from "./line.ts";
import { agedReading } from "./read-age.ts";
import { daySpan } from "./read-clock-time.ts";
import type { AgeWords } from "./vocabulary.ts";
import { vocabulary } from "./vocabulary.ts";
import { isUnspaced, lookAfter } from "./words.ts";

/** A line in words alone that tells a figure is no longer than this. */
export const longestInWords = 40;

/** Chinese numerals of small ages; "半" is a half. */
const numerals: ReadonlyMap<string, number> = new Map(
  Object.entries({ 半: 0.5, 一: 1, 二: 2, 两: 2, 兩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 }),
);

const readChineseAge = (line: Line): Reading | null => {
  const { text } = line;
  const amount = numerals.get(text.charAt(0));
  if (amount === undefined) return null;
  for (const languages of vocabulary().agesAfter.values()) {
    for (const { units, code } of languages) {
      if (code !== "zh") continue;
      const unit = lookAfter(units, text, 1);
      if (unit && /^(?:以|之)?前/u.test(text.slice(unit.end)))
        return agedReading(line, amount, unit.value, 0, text.length);
    }
  }
  return null;
};

/** "a year", "year" where the bare unit means one, "سنتين" where its form means two. */
const amountInWords = (words: AgeWords, before: string | undefined, unit: string) => {
  const dual = words.duals.get(unit);
  if (dual) return { amount: 2, unit: dual };
  const single = words.units.get(unit);
  if (!single) return null;
  return words.one.has(before ?? "") || words.bareUnit ? { amount: 1, unit: single } : null;
};

const readAgeInWords = (line: Line, words: readonly string[]): Reading | null => {
  const { agesBefore, agesAfter } = vocabulary();
  for (const [index, word] of words.entries()) {
    for (const language of agesAfter.get(word) ?? []) {
      const age = amountInWords(language, words[index - 2], words[index - 1] ?? "");
      if (age) return agedReading(line, age.amount, age.unit, 0, line.text.length);
    }
    for (const language of agesBefore.get(word) ?? []) {
      const next = words[index + 1] ?? "";
      const age = language.one.has(next)
        ? amountInWords(language, next, words[index + 2] ?? "")
        : language.bareUnit || language.duals.has(next)
          ? amountInWords(language, undefined, next)
          : null;
      if (age) return agedReading(line, age.amount, age.unit, 0, line.text.length);
    }
  }
  return null;
};

/**
 * Reads the figures that are told without a digit: "a year ago", "yesterday", "just now", "Free".
 * They have to fill their line.
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
  const age = isUnspaced(phrase.charCodeAt(0)) ? readChineseAge(line) : readAgeInWords(line, phrase.split(/[\s.,]+/u));
  return age ? [age] : [];
};
