const between = " OR ";

/** A regular expression as conditions have it. */
const expression = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*(?=[\s()]|$)/uy;

/** Before a slash that stands within a word, such as an address; after anything else it begins an expression. */
const withinWord = /[\p{L}\p{N}.]/u;

/** Signs that conditions read as quotes or parentheses too. Texts with them are left in one piece. */
const otherSigns = /[\u00ab\u00bb\u201c-\u201e\uff02\uff08\uff09]/u;

/**
 * The alternatives of a condition, which joined by ` OR ` are the condition again, sign by sign; null where it cannot
 * be told where one ends. Conditions are not read here: only quotes, parentheses and regular expressions are followed.
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

/**
 * What a condition is kept as where each alternative merges by itself: a line for each, or one for all of it.
 *
 * @param known Lines that stand or stood together as this condition. By them those are told apart in which the end of
 *   an alternative cannot be told, so that what is added beside something half-typed is no part of it.
 */
export const conditionLines = (text: string, ...known: readonly (readonly string[])[]): readonly string[] =>
  text === "" ? [] : (cutOut(text, unitsOf(known)) ?? splitAlternatives(text) ?? [text]);

/** What stands in parentheses where it is joined with others, and the lines that it is. */
type Unit = readonly [text: string, lines: readonly string[]];

/** A condition that was joined as a whole, with something half-typed in it, comes apart as well as one line does. */
const unitsOf = (known: readonly (readonly string[])[]): readonly Unit[] =>
  known
    .flatMap((lines): readonly Unit[] => [
      ...(lines.length > 1 ? [[conditionOf(lines), lines] as const] : []),
      ...lines.map((line) => [line, [line]] as const),
    ])
    .filter(([text]) => splitAlternatives(text) === null)
    .toSorted(([one], [other]) => other.length - one.length);

/** The lines of a text in which units stand among other alternatives; null where none does. */
const cutOut = (text: string, units: readonly Unit[]): readonly string[] | null => {
  if (units.length === 0) return null;
  const found: string[] = [];
  const linesBetween = (from: number, to: number): readonly string[] | null =>
    from > to ? [] : splitAlternatives(text.slice(from, to));
  let [start, at] = [0, 0];
  while (at <= text.length) {
    const unit = units.find(([part]) => text.startsWith(`(${part})`, at) && endsAt(text, at + part.length + 2));
    const end = at + (unit?.[0].length ?? 0) + 2;
    const isAll = at === 0 && end === text.length;
    const before = unit === undefined || isAll ? null : linesBetween(start, at - between.length);
    if (unit !== undefined && before !== null) {
      found.push(...before, ...unit[1]);
      start = end + between.length;
      at = start;
    } else {
      const next = text.indexOf(between, at);
      at = next === -1 ? Infinity : next + between.length;
    }
  }
  const rest = start === 0 ? null : linesBetween(start, text.length);
  return rest === null ? null : [...found, ...rest];
};

const endsAt = (text: string, at: number): boolean => at === text.length || text.startsWith(between, at);

/** The condition that some lines are; those in which the end of an alternative cannot be told stand in parentheses. */
export const conditionOf = (lines: readonly string[]): string =>
  lines.length < 2
    ? (lines[0] ?? "")
    : lines.map((line) => (splitAlternatives(line) === null ? `(${line})` : line)).join(between);
