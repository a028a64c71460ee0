/** The number of a colour of the palette, from 1 to {@link colorCount}. */
export type ColorNumber = number;

export const colorCount = 12;

/** A named, coloured, switchable set of keywords. */
export interface KeywordList {
  readonly id: string;
  readonly name: string;
  readonly color: ColorNumber;
  readonly enabled: boolean;
  /** The lines as the user typed them, comments and unreadable ones included. */
  readonly lines: readonly string[];
  readonly options: KeywordOptions;
}

/**
 * Whose capital and small i. Turkish (and Azerbaijani) keep ı and i apart; Lithuanian may keep i's dot under an accent.
 */
export const dottedIs = ["default", "turkish", "lithuanian"] as const;
export type DottedI = (typeof dottedIs)[number];

/** The languages whose word forms can be found together, by their codes. */
export const wordFormLanguages = ["none", "en", "de", "fr", "es", "ru"] as const;
export type WordFormLanguage = (typeof wordFormLanguages)[number];

/** How the keywords of one list are compared with a page's text. An unknown value of an option is its default. */
export interface KeywordOptions {
  /** Capital and small letters differ. */
  readonly caseSensitive: boolean;
  /** Only whole words count, in scripts that put spaces between words. */
  readonly wholeWord: boolean;
  /**
   * With `wholeWord`: only whole words count in Chinese, Japanese, Thai and the like too, by the browser's segmenter.
   */
  readonly segmentWords: boolean;
  /** Letters with and without diacritics differ. */
  readonly diacriticsSensitive: boolean;
  /** Hiragana and katakana are the same. */
  readonly foldKana: boolean;
  /** Traditional and simplified Chinese characters are the same. */
  readonly foldHan: boolean;
  readonly dottedI: DottedI;
  /** The language whose other forms of a keyword's words are found too ("run" finds "running"), as whole words. */
  readonly wordForms: WordFormLanguage;
}

export const defaultKeywordOptions: KeywordOptions = {
  caseSensitive: false,
  wholeWord: false,
  segmentWords: false,
  diacriticsSensitive: false,
  foldKana: false,
  foldHan: false,
  dottedI: "default",
  wordForms: "none",
};
