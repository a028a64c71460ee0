import type { Test } from "@/filters/compile-condition.ts";
import { compileCondition } from "@/filters/compile-condition.ts";
import type { Condition } from "@/filters/condition.ts";
import { explainCondition } from "@/filters/explain-condition.ts";
import { necessarySignals } from "@/filters/necessary-signals.ts";
import { parseCondition } from "@/filters/parse-condition.ts";
import { printCondition } from "@/filters/print-condition.ts";
import type { Subject } from "@/filters/subject.ts";
import type { Filter } from "@/model/filter.ts";
import type { Hit } from "@/model/hit.ts";
import type { KeywordList } from "@/model/keyword-list.ts";
import type { FilterProblem } from "@/model/problem.ts";
import type { Result } from "@/model/result.ts";
import type { Verdict } from "@/model/verdict.ts";
import { plainVerdict } from "@/model/verdict.ts";

import { combineReasons } from "./combine-reasons.ts";
import { subjectOf } from "./result-subject.ts";
import { newSignalIndex } from "./signal-index.ts";
import { newTermTable } from "./term-table.ts";

/** Filters made ready for the results of a page. */
export interface Judge {
  /** What is wrong with the filters; those that could not be read are ignored. */
  readonly problems: readonly FilterProblem[];
  /**
   * What becomes of one result.
   *
   * @param hits the hits of the keyword lists in this result
   * @param now the time that ages are counted from, in milliseconds since the epoch
   */
  readonly decide: (result: Result, hits: readonly Hit[], now: number) => Verdict;
}

interface ReadyFilter {
  readonly filter: Filter;
  readonly condition: Condition;
  readonly test: Test;
}

/** Makes filters ready for many results. Filters that are switched off are left out. */
export const compileFilters = (filters: readonly Filter[], lists: readonly KeywordList[]): Judge => {
  const problems: FilterProblem[] = [];
  const terms = newTermTable();
  const listIds = new Map(lists.filter((list) => list.enabled).map((list) => [list.name, list.id]));
  const names = { termOf: terms.termOf, listOf: (name: string) => listIds.get(name) ?? null };
  const index = newSignalIndex();
  const ready: ReadyFilter[] = [];

  for (const filter of filters) {
    if (!filter.enabled) continue;
    const parsed = parseCondition(filter.condition);
    if (!parsed.ok) {
      problems.push({ ...parsed.problem, filter: filter.id });
      continue;
    }
    const { condition } = parsed;
    index.add(ready.length, necessarySignals(condition, names));
    ready.push({ filter, condition, test: compileCondition(condition, names) });
  }
  const { find, problems: termProblems } = terms.compile();

  const candidates = (result: Result, found: ReadonlyMap<number, Hit>, subject: Subject): readonly number[] => {
    const chosen = new Set(index.always);
    const choose = (indexes: readonly number[] | undefined): void => {
      for (const one of indexes ?? []) chosen.add(one);
    };
    if (result.host !== null) index.bySite(result.host, choose);
    for (const term of found.keys()) choose(index.byTerm(term));
    for (const list of subject.hitsByList.keys()) choose(index.byList(list));
    for (const facet of result.facets) choose(index.byFacet(facet.name));
    return [...chosen].toSorted((a, b) => a - b);
  };

  return {
    problems,
    decide: (result, hits, now) => {
      const found = find(result);
      const subject = subjectOf(result, hits, found, now);
      const applying = candidates(result, found, subject)
        .flatMap((one) => ready[one] ?? [])
        .filter(({ test }) => test(subject) === true);
      if (applying.length === 0) return plainVerdict;
      return combineReasons(
        applying.map(({ filter, condition }) => ({
          filter,
          reason: {
            filter: filter.id,
            filterName: filter.name,
            action: filter.action,
            condition: printCondition(condition),
            evidence: explainCondition(condition, names, subject),
          },
        })),
      );
    },
  };
};
