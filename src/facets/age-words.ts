import type { AgeUnit } from "./go-back.ts";
import { languages } from "./languages/all.ts";
import type { Language } from "./languages/language.ts";

/** One language's words for ages, ready to be looked up. */
export interface AgeWords {
  readonly units: ReadonlyMap<string, AgeUnit>;
  readonly duals: ReadonlyMap<string, AgeUnit>;
  readonly one: ReadonlySet<string>;
  readonly bareUnit: boolean;
  /** What stands before an age, in all forms and in full: "il y a". */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const unitMap = (units: Readonly<Partial<Record<AgeUnit, string>>>): ReadonlyMap<string, AgeUnit> => {
  const map = new Map<string, AgeUnit>();
  for (const [unit, words] of Object.entries(units) as [AgeUnit, string][])
    for (const word of words.split(" ")) map.set(word, unit);
  return map;
};

const ageWordsOf = ({ ages }: Language): AgeWords => ({
  units: unitMap(ages.units),
  duals: unitMap(ages.dual ?? {}),
  one: new Set(ages.one?.split(" ")),
  bareUnit: ages.bareUnit === true,
  before: ages.before?.split("|") ?? [],
  after: ages.after?.split(" ") ?? [],
});

let all: readonly AgeWords[] | undefined;
const known = new Map<string, readonly AgeWords[]>();

const languagesWith = (key: string, isOne: (words: AgeWords) => boolean): readonly AgeWords[] => {
  let found = known.get(key);
  if (!found) {
    all ??= languages.map(ageWordsOf);
    found = all.filter(isOne);
    known.set(key, found);
  }
  return found;
};

/** The languages in which a word follows an age. */
export const agesAfter = (word: string): readonly AgeWords[] =>
  languagesWith(`${word} `, (words) => words.after.includes(word));

/** The languages in which a word ends what stands before an age. */
export const agesBefore = (word: string): readonly AgeWords[] =>
  languagesWith(` ${word}`, (words) => words.before.some((form) => ` ${form}`.endsWith(` ${word}`)));
