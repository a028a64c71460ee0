import { dayOf } from "./calendar.ts";
import type { TimeSpan } from "./calendar.ts";
import { goBack } from "./go-back.ts";
import type { Line, Reading } from "./line.ts";
import { means } from "./line.ts";
import { freePhrase, isAfterAge, isBeforeAge, nowPhrase, phraseOf, timeOf } from "./meaning.ts";
import { agedReading } from "./read-age.ts";
import { exactMeaningOf, meaningBeside, wordAfter } from "./words.ts";

/** A line in words alone that tells a figure is no longer than this. */
export const longestInWords = 40;

/** Today, yesterday or the day before it, by its number of days ago. */
const daySpan = (now: number, offset: number): TimeSpan => dayOf(goBack(now, offset, "d"));

/** Chinese numerals of small ages, from a half; both forms of two. */
const numerals = "半一二三四五六七八九十";

/** "一年前", "半年前". */
const readChineseAge = (line: Line): Reading | null => {
  const { text } = line;
  const place = numerals.indexOf(text.charAt(0).replace(/[两兩]/, "二"));
  const unit = place < 0 ? null : wordAfter(text, 1);
  const suffix = unit && timeOf(unit.meaning) > 0 ? wordAfter(text, unit.end) : null;
  return unit && means(suffix, isAfterAge)
    ? agedReading(line, place || 0.5, timeOf(unit.meaning), 0, suffix.end)
    : null;
};

/** Words that stand for 1 before a unit: "a year ago". */
const one = /^(?:an?|one|eine[mr]|un[ae]?|uma?|een|één|bir|e[nt]t?|é[nt])$/;
/** A unit in the singular, which means 1 where a language says it alone: "год назад", "rok temu", "منذ سنة". */
const singular =
  /^(?:(?:секунд|минут|хвилин|годин)у|неделю|час|день|месяц|год|тиждень|місяць|рік|(?:minut|sekund|godzin)ę|(?:ty)?dzień|miesiąc|rok|.+(?:ou|[nck]em)|.+ة|يوم|أسبوع|شهر|عام)$/;
/** A unit in the form that means 2 by itself: "منذ سنتين". */
const dual = /[تمعر]ين$/;
const saysUnitAlone = /^(?:temu|назад|тому|před|منذ|قبل)$/;

/** "a year" or "год" beside what marks an age. */
const readBeside = (line: Line, marker: string, first: string, second: string): Reading | null => {
  const isOne = one.test(first);
  const word = isOne ? second : first;
  const amount = isOne ? 1 : saysUnitAlone.test(marker) ? (dual.test(word) ? 2 : singular.test(word) ? 1 : 0) : 0;
  const time = amount > 0 ? timeOf(meaningBeside(marker, word)) : 0;
  return agedReading(line, amount, time, 0, line.text.length);
};

const readAge = (line: Line, words: readonly string[]): Reading | null => {
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    const meaning = exactMeaningOf(word);
    const at = (offset: number): string => words[index + offset] ?? "";
    const age =
      ((meaning & isAfterAge) === 0
        ? null
        : (readBeside(line, word, at(-2), at(-1)) ?? readBeside(line, word, at(-1), ""))) ??
      ((meaning & isBeforeAge) === 0 || (word === "a" && at(-1) !== "y") ? null : readBeside(line, word, at(1), at(2)));
    if (age) return age;
  }
  return null;
};

/**
 * Reads the figures that are told without a digit: "a year ago", "yesterday", "just now", "Free". They have to fill
 * their line, but for words before an age: "Posted a year ago".
 */
export const readWordsAlone = (line: Line): readonly Reading[] => {
  const small = line.text.toLowerCase();
  const phrase = phraseOf(exactMeaningOf(small.replaceAll(" ", "_")));
  if (phrase > 0) {
    const whole = { start: 0, end: small.length };
    if (phrase === freePhrase) return [{ facet: { name: "price", value: 0 }, ...whole }];
    if (phrase === nowPhrase) return [{ facet: { name: "date", value: line.now }, ...whole }];
    const { start, end } = daySpan(line.now, phrase - 1);
    return [{ facet: { name: "date", value: start, upper: end }, ...whole }];
  }
  const age =
    readChineseAge(line) ?? (small.includes(" ") ? readAge(line, small.replace("un'", "un ").split(/[\s.,]+/)) : null);
  return age ? [age] : [];
};
