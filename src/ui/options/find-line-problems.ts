import type { Problem } from "@/model/problem.ts";
import { lineProblem } from "@/ui/editing/line-problem.ts";

/** Lines that were read before, by their text: one key changes one line of a list that may hold thousands. */
const known = new Map<string, Problem | null>();
/** More lines than any list is likely to hold; when there are more, reading begins again. */
const mostKnown = 50_000;

/** The problems of the lines that can't be read, by the index of the line. */
export function findLineProblems(lines: readonly string[]): ReadonlyMap<number, Problem> {
  if (known.size > mostKnown) known.clear();
  const problems = new Map<number, Problem>();
  for (const [index, line] of lines.entries()) {
    let problem = known.get(line);
    if (problem === undefined) known.set(line, (problem = lineProblem(line)));
    if (problem !== null) problems.set(index, problem);
  }
  return problems;
}
