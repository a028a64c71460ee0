import { readPropertyLine } from "@/filters/term-line.ts";
import { compileKeywords } from "@/matching/compile-keywords.ts";
import type { Hit } from "@/model/hit.ts";
import { defaultKeywordOptions } from "@/model/keyword-list.ts";
import type { Problem } from "@/model/problem.ts";
import type { Result } from "@/model/result.ts";

import { propertyOf } from "./result-subject.ts";

/** Finds the regular expressions that filters look for in properties of results. */
export interface PropertyTerms {
  /** Notes the hits in one result under the places of their lines. */
  readonly find: (result: Result, found: Map<number, Hit>) => void;
  readonly problems: readonly (readonly [line: number, problem: Problem])[];
}

interface Searched {
  readonly text: string;
  readonly hits: readonly (readonly [line: number, hit: Hit])[];
}

const noFields = { title: "", snippet: "", meta: "", url: "", site: "" };

/** One property's expressions, with the places of their lines; they never take long, as those for any field. */
const searchOf = (expressions: readonly string[], places: readonly number[]) => {
  const list = { id: "", name: "", color: 1, enabled: true, lines: expressions, options: defaultKeywordOptions };
  const matcher = compileKeywords([list]);
  /** Most properties are the same for all results of a page. */
  let last: Searched | null = null;
  return {
    find: (text: string): Searched["hits"] => {
      if (last?.text === text) return last.hits;
      const hits = matcher.findFirsts({ ...noFields, title: text }).map((hit) => [places[hit.line]!, hit] as const);
      last = { text, hits };
      return hits;
    },
    problems: matcher.problems.map(({ line, code, args }) => [places[line]!, { code, args }] as const),
  };
};

/** Makes ready what is looked for in properties; null where nothing is. */
export const compilePropertyTerms = (lines: readonly string[]): PropertyTerms | null => {
  const byName = new Map<string, { expressions: string[]; places: number[] }>();
  for (const [place, line] of lines.entries()) {
    const property = readPropertyLine(line);
    if (property === null) continue;
    const those = byName.get(property.name) ?? { expressions: [], places: [] };
    those.expressions.push(property.expression);
    those.places.push(place);
    byName.set(property.name, those);
  }
  if (byName.size === 0) return null;
  const searches = [...byName].map(([name, { expressions, places }]) => [name, searchOf(expressions, places)] as const);
  return {
    find: (result, found) => {
      for (const [name, search] of searches) {
        const text = propertyOf(result, name);
        if (text !== null) for (const [line, hit] of search.find(text)) found.set(line, hit);
      }
    },
    problems: searches.flatMap(([, { problems }]) => problems),
  };
};
