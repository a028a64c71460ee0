/** What a path cannot hold: the fragment begins with it. */
const border = "#";

const token =
  /\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|u\{[0-9A-Fa-f]+\}|k<[^>]*>|[^])|\[\^?|\(\?<?[=!:]|\(\?<[^>]*>|[^]/gu;
const classEscapes: Readonly<Record<string, string>> = { "\\S": "\\s", "\\D": "\\d", "\\W": "\\w" };
/** What may stand for the border, or looks back into the host. */
const refused = /^(?:\\[pP]|\\x23|\\u0023|\\u\{0*23\}|\\c|#|\(\?<[=!])/u;

/**
 * What takes at least one character, so that a border of words behind it lies within the path: at the path's beginning
 * it would see the host. What ends a class ends with its bracket; a reference back may be to nothing.
 */
const takesOne = /^(?:[^()|^$*+?{}]|\\[^bBk1-9].*)$/su;
const staysInPath = (tokens: readonly string[], at: number): boolean => {
  const before = at - (tokens[at - 1] === "+" ? 2 : 1);
  return takesOne.test(tokens[before] ?? "");
};

/** A class, from behind its bracket to its end, that never holds the border; null where that cannot be told. */
const readClass = (tokens: readonly string[], from: number): { readonly text: string; readonly end: number } | null => {
  const isNegated = tokens[from] === "[^";
  let text = "";
  for (let at = from + 1; at < tokens.length; at++) {
    const one = tokens[at] ?? "";
    if (one === "]") return { text: isNegated ? `[^${text}${border}]` : `[${text}]`, end: at };
    // A range from a sign before the border to one behind it holds it too, and a set's contrary mostly does.
    const isRange = tokens[at + 1] === "-" && tokens[at + 2] !== "]" && !/^[0-9A-Za-z]$/u.test(one);
    if (!isNegated && (refused.test(one) || one in classEscapes || isRange)) return null;
    text += one;
  }
  return null;
};

/**
 * One alternative, which begins where a path does or anywhere in it, as what finds the same in a path's place in an
 * address.
 */
interface Alternative {
  readonly fromStart: boolean;
  readonly source: string;
}

const readAlternatives = (source: string, flags: string): readonly Alternative[] | null => {
  const tokens = source.match(token) ?? [];
  const anything = flags.includes("s") ? `[^${border}]` : String.raw`[^${border}\n\r\u2028\u2029]`;
  const alternatives: Alternative[] = [];
  let fromStart = false;
  let text = "";
  let depth = 0;
  let isFirst = true;
  for (let at = 0; at < tokens.length; at++) {
    const one = tokens[at] ?? "";
    if (refused.test(one)) return null;
    if (one === "|" && depth === 0) {
      alternatives.push({ fromStart, source: text });
      fromStart = false;
      text = "";
      isFirst = true;
      continue;
    }
    if (one === "^") {
      if (!isFirst) return null;
      fromStart = true;
    } else if (one === "[" || one === "[^") {
      const read = readClass(tokens, at);
      if (read === null) return null;
      text += read.text;
      at = read.end;
    } else if (/^\\b$/iu.test(one) && !staysInPath(tokens, at)) return null;
    else if (one === ".") text += anything;
    else if (one === "$") text += `(?=${border}|$)`;
    else text += one in classEscapes ? `[^${classEscapes[one] ?? ""}${border}]` : one;
    if (one.startsWith("(")) depth++;
    if (one === ")") depth--;
    isFirst = false;
  }
  return [...alternatives, { fromStart, source: text }];
};

const beforePath = String.raw`^https?:\/\/[^\/]+(?=\/)`;
const beforeHost = String.raw`^https?:\/\/`;

/**
 * A regular expression for a part of an address, path and query or what follows the scheme, as one for the whole
 * address that finds exactly where that one does: from there on and before the fragment.
 *
 * @returns null for what that cannot be said of: looking back, also by a border of words, anchors in the middle, sets
 *   that may hold a `#`.
 */
export const addressRegexOf = (source: string, flags: string, from: "path" | "host" = "path"): string | null => {
  const alternatives = readAlternatives(source, flags);
  if (alternatives === null) return null;
  const parts = (wanted: boolean): string =>
    alternatives
      .filter(({ fromStart }) => fromStart === wanted)
      .map((alternative) => alternative.source)
      .join("|");
  const [atStart, anywhere] = [parts(true), parts(false)];
  const hasStart = alternatives.some(({ fromStart }) => fromStart);
  const hasAnywhere = alternatives.some(({ fromStart }) => !fromStart);
  const found = [hasStart ? atStart : null, hasAnywhere ? `[^${border}]*(?:${anywhere})` : null]
    .filter((part) => part !== null)
    .join("|");
  return `${from === "path" ? beforePath : beforeHost}(?:${found})`;
};
