import type { Filter } from "@/model/filter.ts";
import type { KeywordList } from "@/model/keyword-list.ts";
import type { Problem } from "@/model/problem.ts";
import type { Rule } from "@/model/ruleset.ts";

/** What is written to a file of another tool. */
export interface ExportSource {
  readonly lists: readonly KeywordList[];
  /** Those that are switched off are left out, and said. */
  readonly filters: readonly Filter[];
  /** The rules of rulesets that are switched on. */
  readonly rules: readonly Rule[];
}

/** Something that the other format cannot say, or says a little otherwise. */
export interface ExportIssue {
  /** The filter's condition or the list's name. */
  readonly what: string;
  readonly problem: Problem;
}

export const exportIssue = (what: string, code: string): ExportIssue => ({ what, problem: { code, args: [] } });

export interface ExportedText {
  readonly text: string;
  /** What was left out. */
  readonly notExpressed: readonly ExportIssue[];
  /** What was written, but means a little more or less there. */
  readonly approximated: readonly ExportIssue[];
}

/** Thrown while a condition is put into another format's words. */
export class NotExpressible extends Error {
  readonly problem: Problem;

  constructor(code: string, ...args: readonly string[]) {
    super(code);
    this.problem = { code, args };
  }
}
