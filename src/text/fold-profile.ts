import type { DottedI } from "@/model/keyword-list.ts";

/** Which differences folding lets stand. Two texts are the same to a reader if they fold to the same units. */
export interface FoldProfile {
  readonly caseSensitive: boolean;
  readonly diacriticsSensitive: boolean;
  /** Hiragana and katakana are the same. */
  readonly foldKana: boolean;
  /** Traditional and simplified Chinese characters are the same. */
  readonly foldHan: boolean;
  /** Whose capital and small i: `turkish` keeps ı and i apart, `lithuanian` ignores a dot that an accent sits on. */
  readonly dottedI: DottedI;
}

/** A short text that is the same for the same profile. */
export const profileKey = (profile: FoldProfile): string =>
  [profile.caseSensitive, profile.diacriticsSensitive, profile.foldKana, profile.foldHan, profile.dottedI].join();
