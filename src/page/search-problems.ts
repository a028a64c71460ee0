import type { LineProblem, Problem } from "@/model/problem.ts";

import type { Rules } from "./rules.ts";

/** The problems of lines that show only while a page is searched, by what a page calls them. */
const codes: Readonly<Record<string, string>> = {
  "regex-slow": "list-regex-slow",
  "keyword-too-much": "list-too-much",
};

/**
 * What was not looked for on a page to its end, with the list and the line; what is wrong with lines is said at them.
 */
export function searchProblems({ matcher, lists }: Pick<Rules, "matcher" | "lists">): readonly Problem[] {
  return matcher.problems.flatMap(({ code, list, line }: LineProblem) => {
    const of = lists.find(({ id }) => id === list);
    const named = codes[code];
    return named === undefined || of === undefined ? [] : [{ code: named, args: [of.name, of.lines[line] ?? ""] }];
  });
}
