import type { Problem } from "@/model/problem.ts";
import type { Rule } from "@/model/ruleset.ts";

import type { LineIssue, StepwiseReading } from "./imported-lists.ts";

/** What one line says. */
export interface ReadLine {
  readonly rules?: readonly Omit<Rule, "line">[];
  /** Why the line was left out. */
  readonly problem?: Problem;
  /** What it lost on the way. */
  readonly simplified?: Problem;
}

/** A line that says nothing: blank, or a comment. */
export const nothing: ReadLine = {};

export const leftOut = (code: string, args: readonly string[] = [], column?: number): ReadLine => ({
  problem: { code, args, ...(column === undefined ? {} : { column }) },
});

/** What the lines of a text say together. */
export interface ReadLines {
  readonly rules: Rule[];
  readonly notUnderstood: LineIssue[];
  readonly simplified: LineIssue[];
}

/**
 * Lines that are read in one step; one that is long, as of an expression that takes long to measure, is one by itself.
 */
const linesInOneStep = 20;
const longLine = 200;

export const splitLines = (text: string): readonly string[] => text.split(/\r\n?|\n/u);

/**
 * Reads a text line by line.
 *
 * @param first The number of the first line in the whole text, from 1.
 */
export function* readRuleLines(
  lines: readonly string[],
  readLine: (line: string) => ReadLine,
  first = 1,
): StepwiseReading<ReadLines> {
  const rules: Rule[] = [];
  const notUnderstood: LineIssue[] = [];
  const simplified: LineIssue[] = [];
  for (const [index, text] of lines.entries()) {
    const line = index + first;
    const read = readLine(text);
    for (const rule of read.rules ?? []) rules.push({ ...rule, line });
    if (read.problem) notUnderstood.push({ line, text, problem: read.problem });
    if (read.simplified) simplified.push({ line, text, problem: read.simplified });
    if (index % linesInOneStep === 0 || text.length > longLine) yield;
  }
  return { rules, notUnderstood, simplified };
}
