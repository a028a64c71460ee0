import type { AgeUnit } from "./go-back.ts";
import { languages } from "./languages/all.ts";
import type { CountName, Language } from "./languages/language.ts";
import { countNames } from "./languages/language.ts";

/** One language's words for ages, ready to be looked up. */
export interface AgeWords {
  readonly code: string;
  readonly units: ReadonlyMap<string, AgeUnit>;
  readonly duals: ReadonlyMap<string, AgeUnit>;
  readonly one: ReadonlySet<string>;
  readonly bareUnit: boolean;
  /** The forms of what stands before an age, in full. */
  readonly before: readonly string[];
}

/** The words of all languages, ready to be looked up. */
export interface Vocabulary {
  readonly languages: ReadonlyMap<string, Language>;
  readonly months: ReadonlyMap<string, number>;
  /** The last word of what stands before an age, and the languages that use it so. */
  readonly agesBefore: ReadonlyMap<string, readonly AgeWords[]>;
  readonly agesAfter: ReadonlyMap<string, readonly AgeWords[]>;
  /** Seconds in hours, minutes and seconds by their words of more than one letter. */
  readonly durations: ReadonlyMap<string, number>;
  /** How many days ago a word such as "yesterday" means. */
  readonly days: ReadonlyMap<string, number>;
  readonly now: ReadonlySet<string>;
  /** What a word multiplies by, by language: "mil" is a thousand in Spanish and a million in Czech. */
  readonly magnitudes: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly counts: ReadonlyMap<string, CountName>;
  readonly outOf: ReadonlyMap<string, true>;
  readonly stars: ReadonlyMap<string, true>;
  readonly ratingLabels: ReadonlyMap<string, true>;
  readonly durationLabels: ReadonlyMap<string, true>;
  readonly durationTails: ReadonlySet<string>;
  readonly published: ReadonlyMap<string, true>;
  readonly free: ReadonlySet<string>;
}

const split = (words: string | undefined, by = " "): readonly string[] => words?.split(by) ?? [];

const append = <Value>(map: Map<string, Value[]>, key: string, value: Value): void => {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
};

const secondsIn = { h: 3600, min: 60, s: 1 } as const;
const isUnspacedWord = /^[\u2e80-\u9fff\uac00-\ud7a3]/u;

const unitMap = (units: Readonly<Partial<Record<AgeUnit, string>>> | undefined): ReadonlyMap<string, AgeUnit> =>
  new Map(
    Object.entries(units ?? {}).flatMap(([unit, words]) =>
      split(words).map((word): [string, AgeUnit] => [word, unit as AgeUnit]),
    ),
  );

const mark = (map: Map<string, true>, words: string | undefined, by?: string): void => {
  for (const word of split(words, by)) map.set(word, true);
};

const gather = (): Vocabulary => {
  const months = new Map<string, number>();
  const agesBefore = new Map<string, AgeWords[]>();
  const agesAfter = new Map<string, AgeWords[]>();
  const durations = new Map<string, number>();
  const days = new Map<string, number>();
  const now = new Set<string>();
  const magnitudes = new Map<string, Map<string, number>>();
  const counts = new Map<string, CountName>();
  const outOf = new Map<string, true>();
  const stars = new Map<string, true>();
  const ratingLabels = new Map<string, true>();
  const durationLabels = new Map<string, true>();
  const durationTails = new Set<string>();
  const published = new Map<string, true>();
  const free = new Set<string>();

  for (const language of languages) {
    const { code, ages, counts: countWords, rating } = language;
    split(language.months, ",").forEach((forms, index) => {
      for (const form of split(forms)) months.set(form, index + 1);
    });
    const ageWords: AgeWords = {
      code,
      units: unitMap(ages.units),
      duals: unitMap(ages.dual),
      one: new Set(split(ages.one)),
      bareUnit: ages.bareUnit === true,
      before: split(ages.before, "|"),
    };
    for (const form of ageWords.before) append(agesBefore, form.slice(form.lastIndexOf(" ") + 1), ageWords);
    for (const form of split(ages.after)) append(agesAfter, form, ageWords);
    for (const [unit, seconds] of Object.entries(secondsIn)) {
      for (const word of split(ages.units[unit as AgeUnit]))
        if (word.length > 1 || isUnspacedWord.test(word)) durations.set(word, seconds);
    }
    split(language.days, ",").forEach((forms, offset) => {
      for (const form of split(forms, "|")) days.set(form, offset);
    });
    for (const phrase of split(language.now, "|")) now.add(phrase);
    for (const [word, factor] of Object.entries(language.magnitudes ?? {})) {
      const byLanguage = magnitudes.get(word) ?? new Map<string, number>();
      magnitudes.set(word, byLanguage.set(code, factor));
    }
    for (const name of countNames) for (const word of split(countWords[name])) counts.set(word, name);
    mark(outOf, rating.outOf, "|");
    mark(stars, rating.stars);
    mark(ratingLabels, rating.label);
    mark(durationLabels, language.duration?.label);
    for (const tail of split(language.duration?.after, " ")) durationTails.add(tail);
    mark(published, language.published);
    for (const word of split(language.free)) free.add(word);
  }
  return {
    languages: new Map(languages.map((language) => [language.code, language])),
    months,
    agesBefore,
    agesAfter,
    durations,
    days,
    now,
    magnitudes,
    counts,
    outOf,
    stars,
    ratingLabels,
    durationLabels,
    durationTails,
    published,
    free,
  };
};

let gathered: Vocabulary | undefined;

/** The words of all languages; they are gathered when they are first asked for. */
export const vocabulary = (): Vocabulary => (gathered ??= gather());
