import { isUnspaced } from "./characters.ts";
import { currencyWords } from "./currencies.ts";
import { languages } from "./languages/all.ts";
import type { Language } from "./languages/language.ts";
import { countNames } from "./languages/language.ts";
import type { Meaning } from "./meaning.ts";
import {
  bytesMeaning,
  countMeaning,
  isAfterAge,
  isAgeUnit,
  isBeforeAge,
  isBeforeScale,
  isCounter,
  isCurrency,
  isDurationLabel,
  isDurationTail,
  isFrench,
  isMagnitude,
  isOnlyBehind,
  isPublished,
  isRatingLabel,
  isSoftener,
  isStar,
  monthMeaning,
  timeMeanings,
} from "./meaning.ts";
import { counterWords, frenchSizeWords, sizeWords, softenerWords } from "./shared-words.ts";

export interface Vocabulary {
  readonly words: ReadonlyMap<string, Meaning>;
  /** The length of the longest word that starts with a character, given by its code, of a script without spaces. */
  readonly longestFrom: ReadonlyMap<number, number>;
  /** The length of the longest word that ends with such a character. */
  readonly longestTo: ReadonlyMap<number, number>;
  /** How many days ago a phrase such as "yesterday" means. */
  readonly days: ReadonlyMap<string, number>;
  readonly now: ReadonlySet<string>;
  readonly free: ReadonlySet<string>;
  /** Phrases between a rating and its scale: "out of". */
  readonly outOf: ReadonlySet<string>;
}

/** One letter alone is no unit of a duration in the scripts that have letters. */
const isWholeWord = (word: string): boolean => word.length > 1 || isUnspaced(word.charCodeAt(0));

const gather = (): Vocabulary => {
  const words = new Map<string, Meaning>();
  const longestFrom = new Map<number, number>();
  const longestTo = new Map<number, number>();
  const days = new Map<string, number>();
  const now = new Set<string>();
  const free = new Set<string>();
  const outOf = new Set<string>();
  const add = (word: string, meaning: Meaning): void => {
    const known = words.get(word);
    words.set(word, (known ?? 0) | meaning);
    if (known !== undefined || !isUnspaced(word.charCodeAt(0))) return;
    const { length } = word;
    const [first, last] = [word.charCodeAt(0), word.charCodeAt(length - 1)];
    if (length > (longestFrom.get(first) ?? 0)) longestFrom.set(first, length);
    if (length > (longestTo.get(last) ?? 0)) longestTo.set(last, length);
  };
  const addAll = (list: string | undefined, meaning: Meaning): void => {
    if (list === undefined) return;
    for (const word of list.split(" ")) add(word, meaning);
  };

  const gatherAges = ({ ages }: Language): void => {
    const { units } = ages;
    for (const list of [units.d, units.w, units.mo, units.y]) addAll(list, isAgeUnit);
    for (const unit of ["s", "min", "h"] as const) {
      for (const word of units[unit].split(" "))
        add(word, isWholeWord(word) ? isAgeUnit | timeMeanings[unit] : isAgeUnit);
    }
    addAll(ages.after, isAfterAge);
    for (const form of ages.before?.split("|") ?? []) add(form.slice(form.lastIndexOf(" ") + 1), isBeforeAge);
  };

  const gatherLanguage = (language: Language): void => {
    const { counts, rating, duration } = language;
    gatherAges(language);
    language.months.split(",").forEach((forms, index) => addAll(forms, monthMeaning(index + 1)));
    language.days.split(",").forEach((forms, offset) => {
      for (const form of forms.split("|")) days.set(form, offset);
    });
    for (const phrase of language.now?.split("|") ?? []) now.add(phrase);
    for (const word of language.free?.split(" ") ?? []) free.add(word);
    for (const word in language.magnitudes) add(word, isMagnitude);
    for (const name of countNames) addAll(counts[name], countMeaning(name));
    addAll(language.pagesShort, countMeaning("pages") | isOnlyBehind);
    for (const phrase of rating.outOf?.split("|") ?? []) {
      outOf.add(phrase);
      add(phrase.split(" ", 1)[0] ?? "", isBeforeScale);
    }
    addAll(rating.stars, isStar);
    addAll(rating.label, isRatingLabel);
    addAll(duration?.label, isDurationLabel);
    addAll(duration?.after, isDurationTail);
    addAll(language.published, isPublished);
  };

  for (const language of languages) gatherLanguage(language);
  sizeWords.forEach((list, power) => addAll(list, bytesMeaning(power)));
  frenchSizeWords.forEach((list, power) => addAll(list, bytesMeaning(power) | isFrench));
  for (const word of currencyWords) add(word, isCurrency);
  addAll(counterWords, isCounter);
  addAll(softenerWords, isSoftener);
  return { words, longestFrom, longestTo, days, now, free, outOf };
};

let gathered: Vocabulary | undefined;

/** The words of all languages; they are gathered when they are first asked for. */
export const vocabulary = (): Vocabulary => (gathered ??= gather());
