import type { Test } from "@/filters/compile-condition.ts";
import { compileCondition } from "@/filters/compile-condition.ts";
import type { Condition } from "@/filters/condition.ts";
import type { ParsedCondition } from "@/filters/parse-condition.ts";
import { parseCondition } from "@/filters/parse-condition.ts";
import type { Names } from "@/filters/subject.ts";
import type { Filter } from "@/model/filter.ts";
import type { KeywordList } from "@/model/keyword-list.ts";
import type { FilterProblem } from "@/model/problem.ts";
import type { Steps } from "@/model/steps.ts";

import { listNames } from "./list-names.ts";
import type { WeighedFilter } from "./precedence.ts";
import { weighFilter } from "./precedence.ts";
import { newTermCompiler, newTermTable } from "./term-table.ts";
import type { CompileTerms, FindTerms } from "./term-table.ts";

/** A filter that is switched on and could be read. */
export interface ReadyFilter {
  readonly filter: Filter;
  readonly weighed: WeighedFilter;
  readonly condition: Condition;
  readonly test: Test;
}

/** All filters that can be judged by, in the order of the settings. */
export interface ReadyFilters {
  readonly filters: readonly ReadyFilter[];
  readonly names: Names;
  readonly findTerms: FindTerms;
  readonly problems: readonly FilterProblem[];
}

/** What was read and compiled last, for filters of one origin that change by and by. */
export interface FilterMemory {
  /** The conditions by their text: of thousands, a change touches one. */
  read: ReadonlyMap<string, ParsedCondition>;
  readonly compileTerms: CompileTerms;
}

export const newFilterMemory = (): FilterMemory => ({ read: new Map(), compileTerms: newTermCompiler() });

/** Filters that are read in one step: about a millisecond's work. */
const filtersInStep = 50;

/** Reads the filters that are switched on, and makes one matcher of all texts that they look for. */
export function* readyFilters(
  filters: readonly Filter[],
  lists: readonly KeywordList[],
  memory: FilterMemory,
): Steps<ReadyFilters> {
  const problems: FilterProblem[] = [];
  const terms = newTermTable();
  const { idOf } = listNames(lists);
  const names: Names = { termOf: terms.termOf, listOf: idOf };
  const read = new Map<string, ParsedCondition>();
  const readable: (ReadyFilter & { readonly terms: readonly number[] })[] = [];

  for (const [index, filter] of filters.entries()) {
    if (index % filtersInStep === filtersInStep - 1) yield;
    if (!filter.enabled) continue;
    const { condition: text } = filter;
    const parsed = read.get(text) ?? memory.read.get(text) ?? parseCondition(text);
    read.set(text, parsed);
    if (!parsed.ok) {
      problems.push({ ...parsed.problem, filter: filter.id });
      continue;
    }
    const { condition } = parsed;
    const used: number[] = [];
    const noting: Names = {
      termOf: (line) => {
        const term = terms.termOf(line);
        used.push(term);
        return term;
      },
      listOf: idOf,
    };
    readable.push({
      filter,
      weighed: weighFilter(filter),
      condition,
      test: compileCondition(condition, noting),
      terms: used,
    });
  }

  memory.read = read;

  const { find, problems: termProblems } = yield* terms.compile(memory.compileTerms);
  const usable = readable.filter((item) => {
    const problem = item.terms.map((term) => termProblems.get(term)).find((found) => found !== undefined);
    if (problem) problems.push({ ...problem, filter: item.filter.id });
    return problem === undefined;
  });
  return { filters: usable, names, findTerms: find, problems };
}
