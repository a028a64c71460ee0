import { messageText, problemText } from "@/browser/message-text.ts";
import type { Problem } from "@/model/problem.ts";

/** A problem in words, with the place in the typed line where it has one. */
export const describeProblem = (problem: Problem): string =>
  problem.column === undefined
    ? problemText(problem)
    : messageText("common.atColumn", [String(problem.column), problemText(problem)]);
