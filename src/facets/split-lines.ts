/**
 * What separates figures from each other and from the rest: bars, dots, bullets, ends of blocks, long dashes; shorter
 * dashes, strokes and ellipses where they stand between spaces, but "10 € - 20 €" is a range, and "3 / 20 pages" a place.
 */
const separators = /[|│┃¦·•‧∙●▪◦⋅›»«‹;—\n\r\t]+| (?:[-–―/](?= )(?:(?<![\d$€£¥] .)|(?! [$€£¥]?\d))|\.{3}(?= )|…(?= ))/;
/** Characters that show nothing: zero-width ones and those that turn the direction of writing. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Cuts a text at the signs that separate figures, without what shows nothing. Lines may be empty. */
export const splitLines = (text: string): readonly string[] => text.replace(invisible, "").split(separators);

const brackets = /[([【（]([^()[\]【】（）]{1,60})[)\]】）]/g;

/** The parts of what stands in brackets in a title: "Report (PDF, 3.2 MB)". */
export const bracketedLines = (title: string): readonly string[] =>
  Array.from(title.matchAll(brackets)).flatMap((match) => (match[1] ?? "").split(/[,;/|、](?=\D)/));
