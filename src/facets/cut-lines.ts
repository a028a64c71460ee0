/** What separates figures from each other and from the rest: bars, dots, bullets, ends of blocks, long dashes. */
const cut = "|│┃¦·•‧∙●▪◦⋅›»«‹;—\\n\\r\\t";
/**
 * A number alone is passed over, and so is a name with a dot or a stroke in it, an address or a file: nearly every
 * result has some, and they tell no figure.
 */
const passed = `(?:\\d+|[A-Za-z][^\\s${cut}]*[./][A-Za-z][^\\s${cut}]*) ?(?:[${cut}]|$)`;
/**
 * Shorter dashes, strokes and ellipses separate between spaces; but "10 € - 20 €" is a range, "3 / 20 pages" a place.
 */
const spacedCut = "(?:[-–―/] (?:(?![$€£¥]?\\d)|(?<![\\d$€£¥] . ))|\\.{3} |… )";
const lines = new RegExp(
  `(?<=^ *|[${cut}] *|[-–―/.…] +)(?!${passed})[^${cut} \\-–―/…](?:[^${cut} ]| (?!${spacedCut}))*`,
  "g",
);
const brackets = /[([【（][^()[\]【】（）]{1,60}[)\]】）]/g;
const none: readonly string[] = [];

/** Cuts a text at the signs that separate figures. */
export const cutLines = (text: string): readonly string[] => text.match(lines) ?? none;

/** The parts of what stands in brackets in a title: "Report (PDF, 3.2 MB)". */
export const cutBrackets = (title: string): readonly string[] =>
  title.match(brackets)?.flatMap((part) => part.slice(1, -1).split(/[,;/|、](?=\D)/)) ?? none;
