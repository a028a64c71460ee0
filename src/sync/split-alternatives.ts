const between = " OR ";

/** A regular expression as conditions have it. */
const expression = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*(?=[\s()]|$)/uy;

/** Before a slash that stands within a word, such as an address; after anything else it begins an expression. */
const withinWord = /[\p{L}\p{N}.]/u;

/** Signs that conditions read as quotes or parentheses too. Texts with them are left in one piece. */
const otherSigns = /[\u00ab\u00bb\u201c-\u201e\uff02\uff08\uff09]/u;

/**
 * The alternatives of a condition, which joined by ` OR ` are the condition again, sign by sign; null where it cannot be
 * told where one ends. Conditions are not read here: only quotes, parentheses and regular expressions are followed.
 */
export function splitAlternatives(text: string): readonly string[] | null {
  if (otherSigns.test(text)) return null;
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '"') {
      for (at++; at < text.length && text.charAt(at) !== '"'; at++) if (text.charAt(at) === "\\") at++;
      if (at >= text.length) return null;
    } else if (sign === "/" && !withinWord.test(text.charAt(at - 1))) {
      expression.lastIndex = at;
      const length = expression.exec(text)?.[0].length;
      if (length === undefined) return null;
      at += length - 1;
    } else if (sign === "(") depth++;
    else if (sign === ")") depth--;
    else if (depth === 0 && text.startsWith(between, at)) {
      parts.push(text.slice(start, at));
      at += between.length - 1;
      start = at + 1;
    }
    if (depth < 0) return null;
  }
  if (depth !== 0) return null;
  return [...parts, text.slice(start)];
}

/** What a condition is kept as where each alternative merges by itself: a line for each, or one for all of it. */
export const conditionLines = (text: string): readonly string[] =>
  text === "" ? [] : (splitAlternatives(text) ?? [text]);

/** The condition that some lines are; those in which the end of an alternative cannot be told stand in parentheses. */
export const conditionOf = (lines: readonly string[]): string =>
  lines.length < 2
    ? (lines[0] ?? "")
    : lines.map((line) => (splitAlternatives(line) === null ? `(${line})` : line)).join(between);
