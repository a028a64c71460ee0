import { explainCondition } from "@/filters/explain-condition.ts";
import { printCondition } from "@/filters/print-condition.ts";
import type { Names, Subject } from "@/filters/subject.ts";
import type { Filter } from "@/model/filter.ts";
import type { KeywordList } from "@/model/keyword-list.ts";
import { atOnce } from "@/model/steps.ts";
import type { Steps } from "@/model/steps.ts";
import type { Reason } from "@/model/verdict.ts";

import { decisionOf } from "./decision-of.ts";
import { indexFilters } from "./filter-index.ts";
import type { Applying, Judge } from "./judge.ts";
import type { FilterMemory, ReadyFilter } from "./ready-filters.ts";
import { newFilterMemory, readyFilters } from "./ready-filters.ts";
import { ResultSubject } from "./result-subject.ts";

export type { Judge } from "./judge.ts";

const reasonOf = ({ filter, condition }: ReadyFilter, names: Names, subject: Subject, decisive: boolean): Reason => ({
  filter: filter.id,
  filterName: filter.name,
  action: filter.action,
  condition: printCondition(condition),
  evidence: explainCondition(condition, names, subject),
  decisive,
  ...(filter.line === undefined ? {} : { line: filter.line }),
  ...(filter.ruleset === undefined ? {} : { ruleset: filter.ruleset }),
});

/** What applies by several judges, as by one. */
const joinApplying = (some: readonly Applying[]): Applying | null => {
  const [first] = some;
  if (first === undefined || some.length === 1) return first ?? null;
  const reasons = some.flatMap(({ filters, reason }) =>
    filters.map((_, place) => (decisive: boolean) => reason(place, decisive)),
  );
  return {
    filters: some.flatMap(({ filters }) => filters),
    reason: (place, decisive) => reasons[place]!(decisive),
  };
};

/** Several judges as one: what becomes of a result by the filters of all of them. */
export const joinJudges = (judges: readonly Judge[]): Judge => {
  const applying: Judge["applying"] = (result, hits, now) =>
    joinApplying(judges.map((judge) => judge.applying(result, hits, now)).filter((some) => some !== null));
  return {
    problems: judges.flatMap(({ problems }) => problems),
    applying,
    decide: (result, hits, now) => decisionOf(applying(result, hits, now)),
  };
};

type CompileFilters = (filters: readonly Filter[], lists: readonly KeywordList[]) => Judge;

/** Makes filters ready again and again, and keeps what did not change since the last time. */
export const newFilterCompiler = (): CompileFilters => {
  const memory = newFilterMemory();
  return (filters, lists) => atOnce(compileWith(filters, lists, memory));
};

/** Makes filters ready in steps, between which others may have their turn. */
export const compileFiltersInSteps = (filters: readonly Filter[], lists: readonly KeywordList[]): Steps<Judge> =>
  compileWith(filters, lists, newFilterMemory());

function* compileWith(filters: readonly Filter[], lists: readonly KeywordList[], memory: FilterMemory): Steps<Judge> {
  const { filters: ready, names, findTerms, problems } = yield* readyFilters(filters, lists, memory);
  const index = yield* indexFilters(ready, names);

  const applying: Judge["applying"] = (result, hits, now) => {
    const found = findTerms(result);
    const subject = new ResultSubject(result, hits, found, now);
    const ones = index.findTrue(subject, found);
    return ones.length === 0
      ? null
      : {
          filters: ones.map((one) => ready[one]!.weighed),
          reason: (place, decisive) => reasonOf(ready[ones[place]!]!, names, subject, decisive),
        };
  };
  return { problems, applying, decide: (result, hits, now) => decisionOf(applying(result, hits, now)) };
}

/**
 * Makes filters ready for many results. Filters that are switched off are left out; those that cannot be read are
 * ignored and reported. Of each result only those filters are asked that can be true of it.
 */
export const compileFilters: CompileFilters = newFilterCompiler();
