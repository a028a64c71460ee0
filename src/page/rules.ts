import { compileFiltersInSteps, joinJudges, newFilterCompiler } from "@/deciding/compile-filters.ts";
import type { Judge } from "@/deciding/judge.ts";
import { facetReader } from "@/facets/facet-reader.ts";
import { mayAskFacets } from "@/filters/may-ask-facets.ts";
import { compileKeywordsInSteps } from "@/matching/compile-keywords.ts";
import type { Matcher } from "@/matching/matcher.ts";
import type { Filter } from "@/model/filter.ts";
import type { Settings } from "@/model/settings.ts";
import type { Steps } from "@/model/steps.ts";
import { triedFilterId } from "@/model/verdict.ts";
import type { PageRules } from "@/rulesets/page-rules.ts";

/** Something that is made when it is first asked for, unless it was made ready before. */
interface Prepared<Value> {
  /** Makes it in steps; nothing is left to do where it is there already. */
  readonly prepare: () => Steps<void>;
  /** Null before it is there. */
  readonly made: () => Value | null;
  readonly get: () => Value;
}

/** Has no problems before it is made. */
interface PreparedMatcher extends Matcher {
  readonly prepare: () => Steps<void>;
}

/** Everything a result is judged by, compiled once for each change of the settings. */
export interface Rules {
  readonly matcher: PreparedMatcher;
  readonly judge: Judge;
  /** Makes all of it ready in steps: what is asked before is made ready at once. */
  readonly prepare: () => Steps<void>;
  /** The lists that the matcher was made of. */
  readonly lists: Settings["lists"];
}

const madeOf = <Value>(steps: Steps<Value>): Prepared<Value> => {
  let made: Value | null = null;
  const advance = (): Value | null => {
    if (made !== null) return made;
    const step = steps.next();
    if (step.done === true) made = step.value;
    return made;
  };
  return {
    *prepare() {
      while (advance() === null) yield;
    },
    made: () => made,
    get: () => {
      let ready = advance();
      while (ready === null) ready = advance();
      return ready;
    },
  };
};

const matcherOf = (lists: Settings["lists"]): PreparedMatcher => {
  const { prepare, made, get } = madeOf(compileKeywordsInSteps(lists));
  return {
    prepare,
    get problems() {
      return made()?.problems ?? [];
    },
    findHits: (fields) => get().findHits(fields),
    findFirsts: (fields) => get().findFirsts(fields),
  };
};

/** Has no problems before it is made. */
interface PreparedJudge extends Judge {
  readonly filters: readonly Filter[];
  readonly prepare: () => Steps<void>;
}

const judgeOf = (filters: readonly Filter[], lists: Settings["lists"]): PreparedJudge => {
  const { prepare, made, get } = madeOf(compileFiltersInSteps(filters, lists));
  return {
    filters,
    prepare,
    get problems() {
      return made()?.problems ?? [];
    },
    applying: (result, hits, now) => get().applying(result, hits, now),
    decide: (result, hits, now) => get().decide(result, hits, now),
  };
};

const triedFilter = (condition: string): Filter => ({
  id: triedFilterId,
  name: "",
  enabled: true,
  condition,
  action: "hide",
  color: 1,
});

/** The filters that can be answered: without what reads figures, results would seem to lack all of them. */
const answerable = (filters: readonly Filter[]): readonly Filter[] =>
  facetReader() === null ? filters.filter(({ condition }) => !mayAskFacets(condition)) : filters;

/** @param last the rules so far: their matcher is kept where the lists are the same, and with it all hits */
type MakeRules = (settings: Settings, tried: readonly string[], last: Rules | null) => Rules;

/**
 * Makes the rules of a page again and again: of the user's own filters, and of those that were brought. Each kind
 * changes at other times, so what did not change is kept for each by itself. Of those that are bound to no host there
 * may be thousands: they are made ready in steps, and once.
 */
export const createRuleMaker = (brought: Pick<PageRules, "unbound" | "bound">): MakeRules => {
  const compileOwn = newFilterCompiler();
  const compileBound = newFilterCompiler();
  let unbound = judgeOf([], []);
  return ({ lists, filters }, tried, last) => {
    const sameLists = last !== null && (last.lists === lists || JSON.stringify(last.lists) === JSON.stringify(lists));
    const matcher = sameLists ? last.matcher : matcherOf(lists);
    const hostless = answerable(brought.unbound());
    const known = unbound.filters;
    const sameHostless = known.length === hostless.length && hostless.every((filter, at) => filter === known[at]);
    if (!sameLists || !sameHostless) unbound = judgeOf(hostless, lists);
    const judgeHostless = unbound;
    return {
      matcher,
      judge: joinJudges([
        compileOwn(answerable(tried.length === 0 ? filters : [...filters, ...tried.map(triedFilter)]), lists),
        judgeHostless,
        compileBound(answerable(brought.bound()), lists),
      ]),
      *prepare() {
        yield* matcher.prepare();
        yield* judgeHostless.prepare();
      },
      lists,
    };
  };
};

/** What is wrong with the conditions that the user is trying out. */
export const triedProblems = ({ judge }: Rules): Judge["problems"] =>
  judge.problems.filter(({ filter }) => filter === triedFilterId);
