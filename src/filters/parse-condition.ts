import type { Problem } from "@/model/problem.ts";

import { ConditionError } from "./condition-error.ts";
import type { Condition } from "./condition.ts";
import { all, any, not } from "./condition.ts";
import { readTerm } from "./read-term.ts";
import type { Scanner } from "./scanner.ts";
import { endsWord, newScanner, peek, skipSpaces, wordEnd } from "./scanner.ts";

/** Deeper nesting than this is no condition that anyone wrote. */
const deepestNesting = 100;
/** Longer conditions than this are refused, so that a bad import cannot slow every page. */
const longestCondition = 20_000;

/**
 * Titles have dashes between their words, which take no part in what is looked for. A hyphen or a minus sign there is
 * more likely to be a "not" that does not touch what it is for.
 */
const dashOfTitle = /(?<=\s)[\u2012-\u2015]\s+(?![)\uff09]|(?:AND|OR)[\s(\uff08])\S/uy;

const isDashOfTitle = ({ typed, at }: Scanner): boolean => {
  dashOfTitle.lastIndex = at;
  return dashOfTitle.test(typed);
};

const isText = (condition: Condition | undefined): boolean => condition?.kind === "text";

/** Whether the word that starts here is this operator; operators are written in capitals. */
const isOperator = (scanner: Scanner, operator: string): boolean =>
  scanner.text.startsWith(operator, scanner.at) && wordEnd(scanner) === scanner.at + operator.length;

const expectTerm = (scanner: Scanner, after: string): void => {
  skipSpaces(scanner);
  if (peek(scanner) !== "" && peek(scanner) !== ")") {
    for (const operator of ["AND", "OR"])
      if (isOperator(scanner, operator)) throw new ConditionError("condition-operator-alone", [operator], scanner.at);
    return;
  }
  throw new ConditionError(after === "" ? "condition-empty" : "condition-expected-term", [after], scanner.at);
};

const readNot = (scanner: Scanner, after: string, depth: number): Condition => {
  expectTerm(scanner, after);
  const start = scanner.at;
  const condition = readNegated(scanner, depth);
  scanner.places?.set(condition, start);
  return condition;
};

const readNegated = (scanner: Scanner, depth: number): Condition => {
  if (depth > deepestNesting) throw new ConditionError("condition-too-deep", [], scanner.at);
  if (isOperator(scanner, "NOT")) {
    scanner.at += 3;
    return not(readNot(scanner, "NOT", depth + 1));
  }
  if (peek(scanner) === "-") {
    const next = scanner.text.charAt(scanner.at + 1);
    if (endsWord(next) && next !== "(" && next !== '"')
      throw new ConditionError("condition-dash-alone", [], scanner.at);
    scanner.at++;
    return not(readNot(scanner, "-", depth + 1));
  }
  if (peek(scanner) !== "(") return readTerm(scanner);
  const start = scanner.at;
  scanner.at++;
  const inner = readOr(scanner, "(", depth + 1);
  if (peek(scanner) !== ")") throw new ConditionError("condition-unclosed-parenthesis", [], start);
  scanner.at++;
  return inner;
};

const readAnd = (scanner: Scanner, after: string, depth: number): Condition => {
  const parts = [readNot(scanner, after, depth)];
  for (;;) {
    skipSpaces(scanner);
    if (peek(scanner) === "" || peek(scanner) === ")" || isOperator(scanner, "OR")) return all(parts);
    const operator = isOperator(scanner, "AND");
    if (operator) scanner.at += 3;
    const dash = !operator && isText(parts.at(-1)) && isDashOfTitle(scanner) ? scanner.at++ : null;
    parts.push(readNot(scanner, operator ? "AND" : "", depth));
    if (dash !== null && !isText(parts.at(-1))) throw new ConditionError("condition-dash-alone", [], dash);
  }
};

const readOr = (scanner: Scanner, after: string, depth: number): Condition => {
  const parts = [readAnd(scanner, after, depth)];
  while (isOperator(scanner, "OR")) {
    scanner.at += 2;
    parts.push(readAnd(scanner, "OR", depth));
  }
  return any(parts);
};

export type ParsedCondition =
  | { readonly ok: true; readonly condition: Condition }
  | { readonly ok: false; readonly problem: Problem };

/** Where the parts of a condition stand in the text, by the offset of their first sign. */
export type Places = ReadonlyMap<Condition, number>;

/**
 * Reads a condition; the grammar is in this folder's README. A problem says at which column, from 1, something else
 * was expected.
 *
 * @param places takes the places of all parts that are no groups without parentheses
 */
export const parseCondition = (text: string, places: Map<Condition, number> | null = null): ParsedCondition => {
  try {
    if (text.length > longestCondition)
      throw new ConditionError("condition-too-long", [String(longestCondition)], longestCondition);
    const scanner = newScanner(text, places);
    const condition = readOr(scanner, "", 0);
    if (peek(scanner) === ")") throw new ConditionError("condition-unexpected-parenthesis", [], scanner.at);
    return { ok: true, condition };
  } catch (error) {
    if (error instanceof ConditionError) return { ok: false, problem: error.problem };
    throw error;
  }
};
