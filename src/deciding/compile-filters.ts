import { explainCondition } from "@/filters/explain-condition.ts";
import { necessarySignals } from "@/filters/necessary-signals.ts";
import { printCondition } from "@/filters/print-condition.ts";
import type { Names, Subject } from "@/filters/subject.ts";
import type { Filter } from "@/model/filter.ts";
import type { KeywordList } from "@/model/keyword-list.ts";
import type { Reason, Verdict } from "@/model/verdict.ts";
import { plainVerdict } from "@/model/verdict.ts";

import { combineFilters } from "./combine-filters.ts";
import type { Applying, Judge } from "./judge.ts";
import { rankOf } from "./precedence.ts";
import type { FilterMemory, ReadyFilter } from "./ready-filters.ts";
import { newFilterMemory, readyFilters } from "./ready-filters.ts";
import { subjectOf } from "./result-subject.ts";
import { newSignalIndex } from "./signal-index.ts";

export type { Judge } from "./judge.ts";

/**
 * The verdict of the filters that apply to a result, in the order of the settings. Its reasons are made when they are
 * asked for.
 */
const verdictOf = (applying: readonly Applying[]): Verdict => {
  if (applying.length === 0) return plainVerdict;
  const { visibility, mark, lift, isDecisive } = combineFilters(applying.map(({ filter }) => filter));
  let reasons: readonly Reason[] | undefined;
  return {
    visibility,
    mark,
    lift,
    get reasons() {
      reasons ??= applying
        .toSorted((a, b) => rankOf(a.filter) - rankOf(b.filter))
        .map(({ filter, reason }) => reason(isDecisive(filter)));
      return reasons;
    },
  };
};

const applyingOf = ({ filter, condition }: ReadyFilter, names: Names, subject: Subject): Applying => ({
  filter,
  reason: (decisive) => ({
    filter: filter.id,
    filterName: filter.name,
    action: filter.action,
    condition: printCondition(condition),
    evidence: explainCondition(condition, names, subject),
    decisive,
    ...(filter.line === undefined ? {} : { line: filter.line }),
  }),
});

/** Several judges as one: what becomes of a result by the filters of all of them. */
export const joinJudges = (judges: readonly Judge[]): Judge => {
  const applying: Judge["applying"] = (result, hits, now) =>
    judges.flatMap((judge) => judge.applying(result, hits, now));
  return {
    problems: judges.flatMap(({ problems }) => problems),
    applying,
    decide: (result, hits, now) => verdictOf(applying(result, hits, now)),
  };
};

type CompileFilters = (filters: readonly Filter[], lists: readonly KeywordList[]) => Judge;

/** Makes filters ready again and again, and keeps what did not change since the last time. */
export const newFilterCompiler = (): CompileFilters => {
  const memory = newFilterMemory();
  return (filters, lists) => compileWith(filters, lists, memory);
};

const compileWith = (filters: readonly Filter[], lists: readonly KeywordList[], memory: FilterMemory): Judge => {
  const { filters: ready, names, findTerms, problems } = readyFilters(filters, lists, memory);
  const index = newSignalIndex();
  for (const [one, { condition }] of ready.entries()) index.add(one, necessarySignals(condition, names));

  /** For each filter the number of the result it was last asked about, so that it is asked once. */
  const asked = new Uint32Array(ready.length);
  let asking = 0;

  const applying: Judge["applying"] = (result, hits, now) => {
    const found = findTerms(result);
    const subject = subjectOf(result, hits, found, now);
    const ones: number[] = [];
    asking++;
    const ask = (candidates: readonly number[] | undefined): void => {
      for (const one of candidates ?? []) {
        if (asked[one] === asking) continue;
        asked[one] = asking;
        if (ready[one]?.test(subject) === true) ones.push(one);
      }
    };
    ask(index.always);
    if (result.host !== null) index.bySite(result.host, ask);
    if (result.url !== null) ask(index.byAddress(result.url));
    for (const term of found.keys()) ask(index.byTerm(term));
    for (const list of subject.hitsByList.keys()) ask(index.byList(list));
    if (index.asksFacets()) {
      for (const facet of result.facets) ask(index.byFacet(facet.name));
    }
    return ones
      .toSorted((a, b) => a - b)
      .flatMap((one) => {
        const filter = ready[one];
        return filter === undefined ? [] : [applyingOf(filter, names, subject)];
      });
  };
  return { problems, applying, decide: (result, hits, now) => verdictOf(applying(result, hits, now)) };
};

/**
 * Makes filters ready for many results. Filters that are switched off are left out; those that cannot be read are
 * ignored and reported. Of each result only those filters are asked that can be true of it.
 */
export const compileFilters: CompileFilters = newFilterCompiler();
