import { codePointRanges, isWithin } from "./code-point-ranges.ts";

/**
 * What folding has to know of a character before it looks at its neighbours:
 *
 * - `space`: white space of any kind; a run of it is read as one space;
 * - `invisible`: has no shape of its own: soft hyphens, zero-width characters, bidirectional and other controls, and
 *   the Arabic tatweel, which only stretches a word;
 * - `joining`: the same, but belongs to the character before it: joiners, variation selectors, tags;
 * - `combining`: makes one character with what stands before it: diacritics, the voicing marks of kana, conjoining
 *   Hangul, and the Indic signs that Unicode composes;
 * - `form`: a form of a Chinese character that stands for another one: a radical or compatibility ideograph;
 * - `surrogate`: half of a character, alone;
 * - `letter`: anything else.
 */
export type CharacterKind = "space" | "invisible" | "joining" | "combining" | "form" | "surrogate" | "letter";

/**
 * Marks that are the same letter to a reader who leaves diacritics out: those of Latin, Greek, Cyrillic and
 * Vietnamese, the vowel points of Hebrew, Arabic and Syriac, and the skin tones of emoji. The vowel signs of Indic
 * scripts and of Thai, and the voicing marks of kana, are letters to their readers and stay.
 */
const diacritics = codePointRanges(
  "300-34e 350-36f 483-489 591-5bd 5bf 5c1-5c2 5c4-5c5 5c7 610-61a 64b-65f 670 6d6-6dc 6df-6e4 6e7-6e8 6ea-6ed 711",
  "730-74a 898-89f 8ca-8e1 8e3-8ff 1ab0-1aff 1dc0-1dff 20d0-20ff fe20-fe2f 1f3fb-1f3ff",
);

/** Indic signs and nuktas that Unicode composes, voicing marks of kana, and conjoining Hangul. */
const composing = codePointRanges(
  "93c 9bc 9be 9d7 a3c b3c b3e b56-b57 bbe bd7 c56 cc2 cd5-cd6 d3e d57 dca dcf ddf 102e 1161-11ff 1b35 3099-309a",
  "ff9e-ff9f",
);

const spaces = codePointRanges("9-d 20 85 a0 1680 2000-200a 2028-2029 202f 205f 3000");

const joining = codePointRanges("34f 17b4-17b5 180b-180d 180f 200c-200d fe00-fe0f e0020-e007f e0100-e01ef");

const invisible = codePointRanges(
  "0-8 e-1f 7f-84 86-9f ad 61c 640 115f-1160 180e 200b 200e-200f 202a-202e 2060-206f 3164 feff ffa0 fff0-fffb",
  "1bca0-1bca3 1d173-1d17a e0000-e001f e0080-e00ff e01f0-e0fff",
);

const forms = codePointRanges("2e80-2fd5 f900-faff 2f800-2fa1f");

const firstRadical = 0x2e80;
const lastRadical = 0x2fd5;
const firstCompatibilityForm = 0xf900;
const lastCompatibilityForm = 0xfaff;

/** How many code units are forms of ideographs. */
export const formCount = lastRadical - firstRadical + 1 + lastCompatibilityForm - firstCompatibilityForm + 1;

/** Whether a code unit is of the kind `form`. */
export const isForm = (code: number): boolean =>
  (code >= firstRadical && code <= lastRadical) || (code >= firstCompatibilityForm && code <= lastCompatibilityForm);

/** The place of a code unit among those that are forms of ideographs. */
export const formIndex = (code: number): number =>
  code <= lastRadical ? code - firstRadical : code - firstCompatibilityForm + lastRadical - firstRadical + 1;

const firstDiacritic = 0x300;

export const isSpace = (point: number): boolean => isWithin(spaces, point);
export const isInvisible = (point: number): boolean => isWithin(invisible, point) || isWithin(joining, point);
export const isDiacritic = (point: number): boolean => point >= firstDiacritic && isWithin(diacritics, point);
export const isCombining = (point: number): boolean => isDiacritic(point) || isWithin(composing, point);

export const characterKind = (point: number): CharacterKind => {
  if (isSpace(point)) return "space";
  if (isWithin(invisible, point)) return "invisible";
  if (point < firstDiacritic) return "letter";
  if (isWithin(joining, point)) return "joining";
  if (isCombining(point)) return "combining";
  if (isWithin(forms, point)) return "form";
  return point >= 0xd800 && point <= 0xdfff ? "surrogate" : "letter";
};
