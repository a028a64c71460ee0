import { all, any, not } from "@/filters/condition.ts";
import type { Condition } from "@/filters/condition.ts";
import { longestExpression } from "@/matching/regex/longest-expression.ts";
import type { Problem } from "@/model/problem.ts";

import { propertyCondition } from "./property-condition.ts";
import type { StringOperator } from "./property-condition.ts";

/** Why an expression cannot be read; the offset in the line is from 0. */
export class ExpressionError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, at: number) {
    super(problem.code);
    this.problem = { ...problem, column: at + 1 };
  }
}

/** A place in a line that moves forward as the line is read. */
export interface LineScanner {
  readonly text: string;
  at: number;
}

/** Deeper nesting than this is no rule that anyone wrote. */
const deepestNesting = 60;

const spaces = /[ \t\r]*/uy;
const identifier = /\$?[A-Za-z_][0-9A-Za-z_]*/uy;
const stringOperator = /=(?!~)|\^=|\$=|\*=/uy;
const regexMark = /=~/uy;
const regex = /\/((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-zA-Z]*)/uy;
const knownFlags = /^[imsu]*$/u;
const quoted = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/uy;
const ignoreCase = /[iI](?![0-9A-Za-z_])/uy;
const escapes = /\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(.))/gsu;
/** A text up to what is no escape in JavaScript either: a code that is not whole, or an octal number. */
const wholeEscapes =
  /^(?:\\\\|\\0(?![0-9])|\\x[0-9A-Fa-f]{2}|\\u(?:[0-9A-Fa-f]{4}|\{[0-9A-Fa-f]{1,6}\})|\\[^0xu]|[^\\])*/su;
const named: ReadonlyMap<string, string> = new Map(
  Object.entries({ n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", v: "\v", 0: "\0" }),
);

const take = (scanner: LineScanner, pattern: RegExp): RegExpExecArray | null => {
  pattern.lastIndex = scanner.at;
  const match = pattern.exec(scanner.text);
  if (match) scanner.at += match[0].length;
  return match;
};

export const skipSpaces = (scanner: LineScanner): void => void take(scanner, spaces);

/** Takes a sign and the spaces behind it; false, with nothing taken, where another one stands there. */
export const takeSign = (scanner: LineScanner, sign: string): boolean => {
  if (!scanner.text.startsWith(sign, scanner.at)) return false;
  scanner.at += sign.length;
  skipSpaces(scanner);
  return true;
};

/** What a string literal means, with its escapes as in JavaScript. */
const unescape = (text: string, at: number): string => {
  const wrong = wholeEscapes.exec(text)?.[0].length ?? 0;
  if (wrong < text.length) throw new ExpressionError({ code: "import-bad-escape", args: [] }, at + 1 + wrong);
  return text.replaceAll(escapes, (_, point?: string, four?: string, two?: string, single?: string) => {
    const code = point ?? four ?? two;
    if (code === undefined) return named.get(single ?? "") ?? single ?? "";
    const value = Number.parseInt(code, 16);
    if (value > 0x10_ff_ff) throw new ExpressionError({ code: "import-syntax", args: [] }, at);
    return String.fromCodePoint(value);
  });
};

const condition = (read: Condition | Problem, at: number): Condition => {
  if ("code" in read) throw new ExpressionError(read, at);
  return read;
};

const readRegex = (scanner: LineScanner, property: string, at: number): Condition => {
  const start = scanner.at;
  const [, written = "", flags = ""] = take(scanner, regex) ?? [];
  if (written === "") throw new ExpressionError({ code: "import-regex-open", args: [] }, start);
  // Nothing searches by longer ones, and to find that out takes seconds.
  if (written.length > longestExpression) throw new ExpressionError({ code: "regex-too-large", args: [] }, start);
  if (!knownFlags.test(flags)) throw new ExpressionError({ code: "regex-flags", args: [flags] }, scanner.at - 1);
  try {
    // The expression's own text has every slash escaped, as conditions want it.
    const { source } = new RegExp(written, flags);
    return condition(propertyCondition(property, { kind: "regex", source, flags }), at);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ExpressionError({ code: "regex-invalid", args: [error.message] }, start);
  }
};

const readComparison = (scanner: LineScanner): Condition => {
  const start = scanner.at;
  if (scanner.text.charAt(scanner.at) === "/") return readRegex(scanner, "url", start);
  const [property] = take(scanner, identifier) ?? [];
  if (property === undefined) throw new ExpressionError({ code: "import-syntax", args: [] }, start);
  skipSpaces(scanner);
  const operator = take(scanner, stringOperator)?.[0] as StringOperator | undefined;
  if (operator === undefined) {
    take(scanner, regexMark);
    skipSpaces(scanner);
    if (scanner.text.charAt(scanner.at) === "/") return readRegex(scanner, property, start);
    throw new ExpressionError({ code: "import-syntax", args: [] }, scanner.at);
  }
  skipSpaces(scanner);
  const at = scanner.at;
  const match = take(scanner, quoted);
  if (match === null) throw new ExpressionError({ code: "import-string-open", args: [] }, at);
  const text = unescape(match[1] ?? match[2] ?? "", at);
  skipSpaces(scanner);
  const folded = take(scanner, ignoreCase) !== null;
  return condition(propertyCondition(property, { kind: "string", operator, text, ignoreCase: folded }), start);
};

const readNot = (scanner: LineScanner, depth: number): Condition => {
  if (depth > deepestNesting) throw new ExpressionError({ code: "condition-too-deep", args: [] }, scanner.at);
  if (takeSign(scanner, "!")) return not(readNot(scanner, depth + 1));
  const start = scanner.at;
  if (!takeSign(scanner, "(")) {
    const read = readComparison(scanner);
    skipSpaces(scanner);
    return read;
  }
  const inner = readExpression(scanner, depth + 1);
  if (!takeSign(scanner, ")")) throw new ExpressionError({ code: "condition-unclosed-parenthesis", args: [] }, start);
  return inner;
};

const readAnd = (scanner: LineScanner, depth: number): Condition => {
  const parts = [readNot(scanner, depth)];
  while (takeSign(scanner, "&")) parts.push(readNot(scanner, depth));
  return all(parts);
};

/**
 * Reads an expression as the condition it stands for. The scanner stands at its first character and is left at the
 * first that does not belong to it.
 *
 * @throws {ExpressionError} that says what cannot be read or said
 */
export const readExpression = (scanner: LineScanner, depth = 0): Condition => {
  const parts = [readAnd(scanner, depth)];
  while (takeSign(scanner, "|")) parts.push(readAnd(scanner, depth));
  return any(parts);
};
