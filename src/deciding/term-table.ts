import { readPropertyLine } from "@/filters/term-line.ts";
import { compileKeywordsInSteps } from "@/matching/compile-keywords.ts";
import type { Hit } from "@/model/hit.ts";
import { defaultKeywordOptions } from "@/model/keyword-list.ts";
import type { Problem } from "@/model/problem.ts";
import type { FieldName, Result } from "@/model/result.ts";
import { fieldNames } from "@/model/result.ts";
import type { Steps } from "@/model/steps.ts";

import { compilePropertyTerms } from "./property-terms.ts";
import { fieldsOf } from "./result-subject.ts";

/** Finds all texts that filters look for in a result at once: the first hit of each, by the text's index. */
export type FindTerms = (result: Result) => ReadonlyMap<number, Hit>;

/** A matcher for the texts that filters look for, and the problems of those that cannot be searched for. */
export interface Terms {
  readonly find: FindTerms;
  readonly problems: ReadonlyMap<number, Problem>;
}

/** The texts that filters look for, each once, so that one matcher finds them all. */
export interface TermTable {
  /** The index of a keyword line. */
  readonly termOf: (line: string) => number;
  readonly compile: (compileTerms: CompileTerms) => Steps<Terms>;
}

/** Makes a matcher for keyword lines. */
export type CompileTerms = (lines: readonly string[]) => Steps<Terms>;

const fieldPrefix = new RegExp(`^(?:${fieldNames.join("|")}):`, "u");
/** Where a term that names no field is looked for. */
const openFields: readonly FieldName[] = ["title", "snippet"];

const fieldsOfTerm = (line: string): readonly FieldName[] => {
  const prefix = fieldPrefix.exec(line)?.[0].slice(0, -1);
  return fieldNames.filter((name) => (prefix === undefined ? openFields.includes(name) : name === prefix));
};

const noHits: ReadonlyMap<number, Hit> = new Map();
const noTerms: Terms = { find: () => noHits, problems: new Map() };

function* compileTerms(all: readonly string[]): Steps<Terms> {
  const inProperties = compilePropertyTerms(all);
  // What is looked for elsewhere is a blank line here, so that the others keep their places.
  const lines = inProperties === null ? all : all.map((line) => (readPropertyLine(line) === null ? line : ""));
  const list = { id: "", name: "", color: 1, enabled: true, lines, options: defaultKeywordOptions };
  const matcher = yield* compileKeywordsInSteps([list]);
  const fields = lines.map(fieldsOfTerm);
  const searched = new Set(fields.flat());
  /** What was found stays found for as long as the result is the same: only ages and hits make it be judged anew. */
  const known = new WeakMap<Result, ReadonlyMap<number, Hit>>();

  const search = (result: Result): ReadonlyMap<number, Hit> => {
    const { title, snippet, meta, url, site } = fieldsOf(result);
    const found = new Map<number, Hit>();
    const hits = matcher.findFirsts({
      title: searched.has("title") ? title : "",
      snippet: searched.has("snippet") ? snippet : "",
      meta: searched.has("meta") ? meta : "",
      url: searched.has("url") ? url : "",
      site: searched.has("site") ? site : "",
    });
    for (const hit of hits) if (fields[hit.line]?.includes(hit.field)) found.set(hit.line, hit);
    inProperties?.find(result, found);
    return found;
  };
  return {
    find: (result) => {
      const found = known.get(result) ?? search(result);
      known.set(result, found);
      return found;
    },
    problems: new Map([
      ...matcher.problems.map(({ line, code, args }) => [line, { code, args }] as const),
      ...(inProperties?.problems ?? []),
    ]),
  };
}

/**
 * Gives the matcher for some lines; the last one again where they are the same. Most changes of filters, such as
 * dragging a range, leave their texts alone, and then nothing is searched twice.
 */
export const newTermCompiler = (): CompileTerms => {
  let lastLines: readonly string[] = [];
  let lastTerms = noTerms;
  return function* compileOrKeep(lines) {
    const isSame = lines.length === lastLines.length && lines.every((line, index) => line === lastLines[index]);
    if (isSame) return lastTerms;
    const terms = lines.length === 0 ? noTerms : yield* compileTerms(lines);
    lastLines = lines;
    lastTerms = terms;
    return terms;
  };
};

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
    compile: (compile) => compile(lines),
  };
};
