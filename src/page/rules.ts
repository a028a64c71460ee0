import { joinJudges, newFilterCompiler } from "@/deciding/compile-filters.ts";
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

/** A matcher that is made with the first search, unless it was made ready before; it has no problems until then. */
interface PageMatcher extends Matcher {
  /** Makes it in steps; nothing is left to do where it is there already. */
  readonly prepare: () => Steps<void>;
}

/** Everything a result is judged by, compiled once for each change of the settings. */
export interface Rules {
  readonly matcher: PageMatcher;
  readonly judge: Judge;
  /** The lists that the matcher was made of. */
  readonly lists: Settings["lists"];
}

const matcherOf = (lists: Settings["lists"]): PageMatcher => {
  const steps = compileKeywordsInSteps(lists);
  let made: Matcher | null = null;
  const advance = (): Matcher | null => {
    if (made !== null) return made;
    const step = steps.next();
    if (step.done === true) made = step.value;
    return made;
  };
  const make = (): Matcher => {
    let ready = advance();
    while (ready === null) ready = advance();
    return ready;
  };
  return {
    *prepare() {
      while (advance() === null) yield;
    },
    get problems() {
      return made?.problems ?? [];
    },
    findHits: (fields) => make().findHits(fields),
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
 * changes at other times, so what did not change is kept for each by itself.
 */
export const createRuleMaker = (brought: Pick<PageRules, "unbound" | "bound">): MakeRules => {
  const compileOwn = newFilterCompiler();
  const compileUnbound = newFilterCompiler();
  const compileBound = newFilterCompiler();
  return ({ lists, filters }, tried, last) => {
    const sameLists = last !== null && (last.lists === lists || JSON.stringify(last.lists) === JSON.stringify(lists));
    return {
      matcher: sameLists ? last.matcher : matcherOf(lists),
      judge: joinJudges([
        compileOwn(answerable(tried.length === 0 ? filters : [...filters, ...tried.map(triedFilter)]), lists),
        compileUnbound(answerable(brought.unbound()), lists),
        compileBound(answerable(brought.bound()), lists),
      ]),
      lists,
    };
  };
};

/** What is wrong with the conditions that the user is trying out. */
export const triedProblems = ({ judge }: Rules): Judge["problems"] =>
  judge.problems.filter(({ filter }) => filter === triedFilterId);
