import type { RegexNode, RegexTree } from "./regex-tree.ts";
import { nothing } from "./regex-tree.ts";

/** Something in a regular expression that the browser knows and this reader does not. */
export class UnsupportedRegexError extends Error {
  /** What it is, as it was typed, and its index in the source. */
  readonly part: string;
  readonly index: number;

  constructor(part: string, index: number) {
    super(`unsupported: ${part}`);
    this.part = part;
    this.index = index;
  }
}

const quantifier = /[*+?]|\{(\d+)(?:(,)(\d*))?\}/uy;
const groupOpening = /\((?:\?(?:[:=!]|<[=!]|<([^>]*)>))?/uy;
/** One character in a source with the flag u, or an escape, but no references and assertions. */
const unicodeAtom =
  /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u\{[0-9a-fA-F]+\}|\\[pP]\{[^}]*\}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\c[a-zA-Z]|\\.|\[(?:\\.|[^\]\\])*\]|./suy;
const plainAtom = /\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\c[a-zA-Z]|\\.|\[(?:\\.|[^\]\\])*\]|./sy;
const namedReference = /\\k<([^>]*)>/uy;
const decimalReference = /\\[1-9]\d*/uy;

/**
 * Reads a regular expression that the browser accepted. Throws {@link UnsupportedRegexError} for what is not
 * supported: octal escapes, modifiers within the expression, references to a name that several groups have, and the
 * flag v.
 */
export const parseRegex = (source: string, flags: string): RegexTree => {
  const unicode = flags.includes("u");
  const atoms: string[] = [];
  const names = groupNames(source);
  let index = 0;
  let groups = 0;

  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = index;
    const match = pattern.exec(source);
    if (match !== null) index += match[0].length;
    return match;
  };

  const readChoice = (): RegexNode => {
    const nodes = [readSequence()];
    while (source[index] === "|") {
      index++;
      nodes.push(readSequence());
    }
    return nodes.length === 1 ? (nodes[0] ?? nothing) : { kind: "choice", nodes };
  };

  const readSequence = (): RegexNode => {
    const nodes: RegexNode[] = [];
    while (index < source.length && source[index] !== "|" && source[index] !== ")") nodes.push(readRepeat());
    return nodes.length === 1 ? (nodes[0] ?? nothing) : { kind: "sequence", nodes };
  };

  const readRepeat = (): RegexNode => {
    const node = readTerm();
    const match = take(quantifier);
    if (match === null) return node;
    const [sign, least, comma, most] = match;
    const lazy = source[index] === "?";
    if (lazy) index++;
    const min = least === undefined ? (sign === "+" ? 1 : 0) : Number(least);
    const bounded = comma === undefined ? min : most === "" ? Infinity : Number(most);
    const max = least === undefined ? (sign === "?" ? 1 : Infinity) : bounded;
    return { kind: "repeat", node, min, max, lazy };
  };

  const readTerm = (): RegexNode => {
    const start = index;
    if (source[index] === "^" || source[index] === "$") {
      return { kind: "assertion", assertion: source[index++] === "^" ? "start" : "end" };
    }
    if (source.startsWith("\\b", index) || source.startsWith("\\B", index)) {
      index += 2;
      return { kind: "assertion", assertion: source[start + 1] === "b" ? "word" : "notWord" };
    }
    if (source[index] === "(") return readGroup();
    const named = names.length > 0 || unicode ? take(namedReference) : null;
    if (named !== null) {
      const group = names.indexOf(named[1] ?? "");
      // Groups in different alternatives may share a name, and a reference to it means any of them.
      if (group !== names.lastIndexOf(named[1] ?? "")) throw new UnsupportedRegexError(named[0], start);
      return { kind: "reference", group };
    }
    const decimal = take(decimalReference);
    if (decimal !== null) {
      const group = Number(decimal[0].slice(1));
      if (group > names.length) throw new UnsupportedRegexError(decimal[0], start);
      return { kind: "reference", group: group - 1 };
    }
    const atom = take(unicode ? unicodeAtom : plainAtom)?.[0] ?? "";
    if (/^\\0\d/u.test(source.slice(start, start + 3))) throw new UnsupportedRegexError(atom, start);
    return { kind: "atom", atom: numberOf(atom) };
  };

  const readGroup = (): RegexNode => {
    const start = index;
    const opening = take(groupOpening)?.[0] ?? "";
    if (opening === "(" && source[index] === "?") throw new UnsupportedRegexError("(?", start);
    const captures = opening === "(" || opening.length > 4;
    const group = captures ? groups++ : -1;
    const node = readChoice();
    index++;
    if (captures || /^\(\?<[^=!]/u.test(opening)) return { kind: "group", node, index: group };
    if (opening === "(?:") return node;
    return { kind: "look", node, behind: opening.includes("<"), negative: opening.endsWith("!") };
  };

  const numberOf = (atom: string): number => {
    const known = atoms.indexOf(atom);
    return known >= 0 ? known : atoms.push(atom) - 1;
  };

  const root = readChoice();
  const atomFlags = Array.from("isu")
    .filter((flag) => flags.includes(flag))
    .join("");
  return { root, atoms, atomFlags, unicode, multiline: flags.includes("m") };
};

/** The names of the capturing groups in their order, empty for those that have none. */
const groupNames = (source: string): readonly string[] =>
  Array.from(
    source.replaceAll(/\\.|\[(?:\\.|[^\]\\])*\]/gsu, "").matchAll(/\((?:\?<([^=!>][^>]*)>|(?!\?))/gu),
    ([, name = ""]) => name,
  );
