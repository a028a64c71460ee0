import type { Problem } from "@/model/problem.ts";

/** Thrown inside the parser at the first place that cannot be read; it never leaves `parseCondition`. */
export class ConditionError extends Error {
  readonly problem: Problem;

  /** `offset` counts from 0, in UTF-16 units of the condition; the problem's column counts from 1. */
  constructor(code: string, args: readonly string[], offset: number) {
    super(code);
    this.problem = { code, args, column: offset + 1 };
  }
}
