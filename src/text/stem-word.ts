import { stemmer as stemEnglish } from "@orama/stemmers/english";
import { stemmer as stemFrench } from "@orama/stemmers/french";
import { stemmer as stemGerman } from "@orama/stemmers/german";
import { stemmer as stemRussian } from "@orama/stemmers/russian";
import { stemmer as stemSpanish } from "@orama/stemmers/spanish";

import type { WordFormLanguage } from "@/model/keyword-list.ts";

/**
 * What the forms of a word have in common, in a language: the word without its endings. Words are in small letters,
 * with their diacritics.
 */
export const stemmers: Readonly<Record<Exclude<WordFormLanguage, "none">, (word: string) => string>> = {
  en: stemEnglish,
  de: stemGerman,
  fr: stemFrench,
  es: stemSpanish,
  ru: stemRussian,
};
