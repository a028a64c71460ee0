/** White space of any kind; a run of it is read as one space. */
export const whiteSpace = /^\s$/u;

/**
 * What has no shape of its own: soft hyphens, zero-width characters, bidirectional and other controls, variation
 * selectors, and the Arabic tatweel, which only stretches a word.
 */
export const invisible = /^(?:[\p{Default_Ignorable_Code_Point}\u0640]|(?!\s)\p{Cc})$/u;

const diacriticRanges =
  String.raw`\u0300-\u036f\u0483-\u0489` + // Latin, Greek, Cyrillic, Vietnamese
  String.raw`\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7` + // Hebrew
  String.raw`\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0898-\u089f\u08ca-\u08ff` + // Arabic
  String.raw`\u0711\u0730-\u074a` + // Syriac
  String.raw`\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f` + // further marks for any letter
  String.raw`\u{1f3fb}-\u{1f3ff}`; // skin tones of emoji

/**
 * Marks that are the same letter to a reader who leaves diacritics out: those of Latin, Greek, Cyrillic and
 * Vietnamese, the vowel points of Hebrew, Arabic and Syriac, and the skin tones of emoji. The vowel signs of Indic
 * scripts and of Thai, and the voicing marks of kana, are letters to their readers and stay.
 */
export const diacritic = new RegExp(`[${diacriticRanges}]`, "gu");

/** Voicing marks of kana, conjoining Hangul, and the Indic signs and nuktas that Unicode composes. */
const composingRanges =
  String.raw`\u3099\u309a\uff9e\uff9f\u1161-\u11ff\u093c\u09bc\u09be\u09d7\u0a3c\u0b3c\u0b3e\u0b56\u0b57\u0bbe\u0bd7` +
  String.raw`\u0c56\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dca\u0dcf\u0ddf\u102e\u1b35`;

/** What makes one character with what stands before it. */
export const combining = new RegExp(`^[${diacriticRanges}${composingRanges}]$`, "u");

/** Forms of Chinese characters that stand for another one: radicals and compatibility ideographs. */
export const ideographForm = /^[\u2e80-\u2fd5\uf900-\ufaff\u{2f800}-\u{2fa1f}]$/u;
