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

/** How the keywords of one list are compared with a page's text. */
export interface KeywordOptions {
  /** Capital and small letters differ. */
  readonly caseSensitive: boolean;
  /** Only whole words count, in scripts that put spaces between words. */
  readonly wholeWord: boolean;
  /** Letters with and without diacritics differ. */
  readonly diacriticsSensitive: boolean;
}

export const defaultKeywordOptions: KeywordOptions = {
  caseSensitive: false,
  wholeWord: false,
  diacriticsSensitive: false,
};
