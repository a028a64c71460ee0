/** A stretch of a text. */
export interface Piece {
  readonly text: string;
  readonly start: number;
}

/** What separates figures from each other and from the rest: bars, dots, bullets, line breaks, dashes between spaces. */
const separators = /[|│┃¦·•‧∙●▪◦⋅›»«‹;\n\r\t]+|\s[-–—―]\s|\s\/\s|\s{3,}/gu;

/** A dash before a number may belong to a range: "10 € - 20 €". */
const mayBeRange = (text: string, from: number, to: number): boolean =>
  /^\s[-–—―]\s$/u.test(text.slice(from, to)) &&
  /^\p{Sc}?\d/u.test(text.slice(to)) &&
  /[\d\p{Sc}]$/u.test(text.slice(0, from));

const trimmed = (text: string, start: number, end: number): Piece | null => {
  const raw = text.slice(start, end);
  const piece = raw.trim();
  return piece === "" ? null : { text: piece, start: start + raw.indexOf(piece) };
};

/** Cuts a text at the signs that separate figures. */
export const splitLines = (text: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  let start = 0;
  const cut = (end: number): void => {
    const piece = trimmed(text, start, end);
    if (piece) pieces.push(piece);
  };
  separators.lastIndex = 0;
  for (let match = separators.exec(text); match !== null; match = separators.exec(text)) {
    const end = match.index + match[0].length;
    if (mayBeRange(text, match.index, end)) continue;
    cut(match.index);
    start = end;
  }
  cut(text.length);
  return pieces;
};

const brackets = /[([\u3010\uff08]([^()[\]\u3010\u3011\uff08\uff09]{1,60})[)\]\u3011\uff09]/gu;

/** The parts of what stands in brackets in a title: "Report (PDF, 3.2 MB)". */
export const bracketedLines = (title: string): readonly Piece[] =>
  Array.from(title.matchAll(brackets)).flatMap((match) => {
    const pieces: Piece[] = [];
    let start = match.index + 1;
    for (const part of (match[1] ?? "").split(/[,;/|\u3001](?=\D)/u)) {
      const piece = trimmed(title, start, start + part.length);
      if (piece) pieces.push(piece);
      start += part.length + 1;
    }
    return pieces;
  });
