/**
 * What separates figures from each other and from the rest: bars, dots, bullets, ends of blocks, long dashes, and
 * shorter dashes, strokes and ellipses between spaces.
 */
const separators = /[|│┃¦·•‧∙●▪◦⋅›»«‹;—\n\r\t]+|\s(?:[-–―/]|\.{3}|…)(?=\s)/gu;

/** A dash before a number may belong to a range: "10 € - 20 €". */
const rangeBefore = /[\d\p{Sc}]$/u;
const rangeAfter = /^\s\p{Sc}?\d/u;

const mayBeRange = (text: string, from: number, to: number): boolean =>
  /[-–―]$/u.test(text.slice(from, to)) &&
  rangeAfter.test(text.slice(to, to + 3)) &&
  rangeBefore.test(text.slice(0, from));

/** Characters that show nothing: zero-width ones and those that turn the direction of writing. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
/** White space that a page shows as one space; a line feed stands for the end of a block. */
const spaces = /[^\S\n]{2,}/gu;

/** A text as it is seen. */
const asSeen = (text: string): string => text.replaceAll(invisible, "").replaceAll(spaces, " ");

/** Cuts a text at the signs that separate figures; white space is taken as a page shows it. */
export const splitLines = (text: string): readonly string[] => {
  const seen = asSeen(text);
  const lines: string[] = [];
  let start = 0;
  const cut = (end: number): void => {
    const line = seen.slice(start, end).trim();
    if (line !== "") lines.push(line);
  };
  separators.lastIndex = 0;
  for (let match = separators.exec(seen); match !== null; match = separators.exec(seen)) {
    const end = match.index + match[0].length;
    if (mayBeRange(seen, match.index, end)) continue;
    cut(match.index);
    start = end;
  }
  cut(seen.length);
  return lines;
};

const brackets = /[([\u3010\uff08]([^()[\]\u3010\u3011\uff08\uff09]{1,60})[)\]\u3011\uff09]/gu;

/** The parts of what stands in brackets in a title: "Report (PDF, 3.2 MB)". */
export const bracketedLines = (title: string): readonly string[] =>
  Array.from(asSeen(title).matchAll(brackets)).flatMap((match) =>
    (match[1] ?? "").split(/[,;/|\u3001](?=\D)/u).flatMap((part) => part.trim() || []),
  );
