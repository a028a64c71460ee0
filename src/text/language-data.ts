import type { KeywordOptions, WordFormLanguage } from "@/model/keyword-list.ts";
import { offeredPart } from "@/model/offered-part.ts";

/** What only lists with certain options need. It is heavy, so pages load it when such a list is there. */
export interface LanguageData {
  /**
   * What the forms of a word have in common, in a language: the word without its endings. Words are in small letters,
   * with their diacritics.
   */
  readonly stemmers: Readonly<Record<Exclude<WordFormLanguage, "none">, (word: string) => string>>;
  /** Traditional Chinese characters and their simplified forms, packed; see `simplified-table.ts`. */
  readonly simplifiedTable: string;
}

const part = offeredPart<LanguageData>("language-data");

export const offerLanguageData = part.offer;

/** The data, or null where it was not brought yet: lists are then searched as if they did not ask for it. */
export const languageData = part.offered;

/** Whether keywords with these options are searched for by the data. */
export const needsLanguageData = ({ foldHan, wordForms }: KeywordOptions): boolean => foldHan || wordForms !== "none";
