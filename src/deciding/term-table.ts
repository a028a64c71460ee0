import { compileKeywords } from "@/matching/compile-keywords.ts";
import type { Hit } from "@/model/hit.ts";
import { defaultKeywordOptions } from "@/model/keyword-list.ts";
import type { Problem } from "@/model/problem.ts";
import type { Result } from "@/model/result.ts";

import { fieldsOf } from "./result-subject.ts";

/** Finds all texts that filters look for in a result at once: the first hit of each, by the text's index. */
export type FindTerms = (result: Result) => ReadonlyMap<number, Hit>;

/** The texts that filters look for, each once, so that one matcher finds them all. */
export interface TermTable {
  /** The index of a keyword line. */
  readonly termOf: (line: string) => number;
  /** Makes the matcher, and tells the problems of lines that cannot be searched for. */
  readonly compile: () => { readonly find: FindTerms; readonly problems: ReadonlyMap<number, Problem> };
}

/** Terms without a field are looked for in title and snippet alone. */
const hasField = (line: string): boolean => /^(?:title|snippet|meta|url|site):/u.test(line);

const noHits: ReadonlyMap<number, Hit> = new Map();

export const newTermTable = (): TermTable => {
  const lines: string[] = [];
  const indexes = new Map<string, number>();
  return {
    termOf: (line) => {
      const known = indexes.get(line);
      if (known !== undefined) return known;
      indexes.set(line, lines.length);
      return lines.push(line) - 1;
    },
    compile: () => {
      if (lines.length === 0) return { find: () => noHits, problems: new Map() };
      const list = { id: "", name: "", color: 1, enabled: true, lines, options: defaultKeywordOptions };
      const matcher = compileKeywords([list]);
      const anywhere = lines.map((line) => !hasField(line));
      const find: FindTerms = (result) => {
        const found = new Map<number, Hit>();
        for (const hit of matcher.findHits(fieldsOf(result))) {
          if (found.has(hit.line)) continue;
          if (anywhere[hit.line] === true && hit.field !== "title" && hit.field !== "snippet") continue;
          found.set(hit.line, hit);
        }
        return found;
      };
      return { find, problems: new Map(matcher.problems.map(({ line, code, args }) => [line, { code, args }])) };
    },
  };
};
