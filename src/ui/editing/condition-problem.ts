import { parseCondition } from "@/filters/parse-condition.ts";
import type { Problem } from "@/model/problem.ts";

/** What is wrong with a condition, or null where it can be read. */
export function conditionProblem(condition: string): Problem | null {
  const parsed = parseCondition(condition);
  return parsed.ok ? null : parsed.problem;
}
