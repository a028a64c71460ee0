import { parseKeyword } from "@/matching/parse-keyword.ts";
import type { Problem } from "@/model/problem.ts";

/** What is wrong with a keyword line, or null where it can be read, is blank or is a comment. */
export function lineProblem(line: string): Problem | null {
  const parsed = parseKeyword(line);
  return parsed.kind === "problem" ? parsed.problem : null;
}

export const isComment = (line: string): boolean => parseKeyword(line).kind === "comment";
