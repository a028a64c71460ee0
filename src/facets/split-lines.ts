/** What separates figures from each other and from the rest: bars, dots, bullets, ends of blocks, long dashes. */
const separators = /[|│┃¦·•‧∙●▪◦⋅›»«‹;—\n\r\t]+/;
/** Shorter dashes, strokes and ellipses separate where they stand between spaces. */
const spacedSeparators = / (?:[-–―/]|\.{3}|…)(?= )/g;
const spacedForms = [" - ", " – ", " ― ", " / ", " ... ", " … "];
/** "10 € - 20 €" is a range, and "3 / 20 pages" a place. */
const rangeBefore = /[\d$€£¥]$/;
const rangeAfter = /^\s[$€£¥]?\d/;

/** Characters that show nothing: zero-width ones and those that turn the direction of writing. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const spaces = /\s{2,}/g;

const cutAtSpaced = (line: string, lines: string[]): void => {
  let start = 0;
  spacedSeparators.lastIndex = 0;
  for (let match = spacedSeparators.exec(line); match !== null; match = spacedSeparators.exec(line)) {
    const end = match.index + match[0].length;
    const joins = "-–―/".includes(line.charAt(end - 1));
    if (joins && rangeAfter.test(line.slice(end, end + 3)) && rangeBefore.test(line.slice(0, match.index))) continue;
    lines.push(line.slice(start, match.index).trim());
    start = end;
  }
  lines.push(line.slice(start).trim());
};

/**
 * Cuts a text at the signs that separate figures. White space is taken as a page shows it, and what shows nothing is
 * left out. Lines may be empty.
 */
export const splitLines = (text: string): readonly string[] => {
  const lines: string[] = [];
  for (const piece of text.replace(invisible, "").split(separators)) {
    const line = piece.trim();
    const seen = line.includes("  ") ? line.replace(spaces, " ") : line;
    if (spacedForms.some((form) => seen.includes(form))) cutAtSpaced(seen, lines);
    else lines.push(seen);
  }
  return lines;
};

const brackets = /[([\u3010\uff08]([^()[\]\u3010\u3011\uff08\uff09]{1,60})[)\]\u3011\uff09]/g;

const mayHoldBrackets = /[([\u3010\uff08]/;

/** The parts of what stands in brackets in a title: "Report (PDF, 3.2 MB)". */
export const bracketedLines = (title: string): readonly string[] =>
  mayHoldBrackets.test(title)
    ? Array.from(title.matchAll(brackets)).flatMap((match) =>
        (match[1] ?? "").split(/[,;/|\u3001](?=\D)/).map((part) => part.trim()),
      )
    : [];
