import type { AgeUnit } from "../go-back.ts";

/** The facets that are plain counts of something, named by a word. */
export const countNames = ["pages", "votes", "comments", "views", "downloads"] as const;
export type CountName = (typeof countNames)[number];

/**
 * The words of one language that figures are told with, in lower case. Lists are strings with spaces between the
 * words; a word that is only understood with its full stop is listed with it. In scripts without spaces between words
 * a "word" is a prefix of what follows the number.
 */
export interface Language {
  /** The ISO 639-1 code. */
  readonly code: string;
  /** The decimal sign; the other one of the two groups digits. */
  readonly decimal: "." | ",";
  /** Digits are grouped with plain spaces. */
  readonly spaceGroups?: true;
  /** The order of numeric dates with slashes; left out where regions of the language differ. */
  readonly slashDates?: "dmy" | "mdy";
  /** Twelve months, separated by commas, each with all its forms. */
  readonly months: string;
  readonly ages: {
    /** What stands before an age that lies in the past, such as "vor"; forms of several words are separated by "|". */
    readonly before?: string;
    /** What stands after such an age, such as "ago". */
    readonly after?: string;
    readonly units: Readonly<Record<AgeUnit, string>>;
    /** Words that stand for 1 before a unit: "a year ago". */
    readonly one?: string;
    /** The unit alone, with no number, means 1: "год назад". */
    readonly bareUnit?: true;
    /** Units in a form that means 2 by itself: "منذ سنتين". */
    readonly dual?: Readonly<Partial<Record<AgeUnit, string>>>;
  };
  /** Today, yesterday, and the day before it, separated by commas, each with all its forms, separated by "|". */
  readonly days: string;
  /** Phrases for this very moment, separated by "|". */
  readonly now?: string;
  /** Words that multiply the number before them: "2,5 Mio." */
  readonly magnitudes?: Readonly<Record<string, number>>;
  readonly counts: Readonly<Partial<Record<CountName, string>>>;
  /** Abbreviations of "pages", which count only behind the number: "pp 12" is a place in a text. */
  readonly pagesShort?: string;
  /** An abbreviation of "pages", with its full stop, that means other things in other languages, which counts only on pages of this language. */
  readonly pagesLetter?: string;
  readonly rating: {
    /** What stands between a rating and its scale, "out of"; several forms are separated by "|". */
    readonly outOf?: string;
    readonly stars?: string;
    /** Words that announce a rating: "Rating: 4.5". */
    readonly label?: string;
  };
  /** Words that announce a duration, and words that may follow one: "12 min read". */
  readonly duration?: { readonly label?: string; readonly after?: string };
  /** Words that announce the date, or the year, something was published. */
  readonly published?: string;
  /** Words that say, alone, that something costs nothing. */
  readonly free?: string;
}
