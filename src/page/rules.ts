import { compileFilters } from "@/deciding/compile-filters.ts";
import type { Judge } from "@/deciding/judge.ts";
import { compileKeywords } from "@/matching/compile-keywords.ts";
import type { Matcher } from "@/matching/matcher.ts";
import type { Filter } from "@/model/filter.ts";
import type { Settings } from "@/model/settings.ts";

/** The filter that stands for every condition the user is trying out. */
const triedId = "tried";

/** Everything a result is judged by, compiled once for each change of the settings. */
export interface Rules {
  readonly matcher: Matcher;
  readonly judge: Judge;
  /** The lists that the matcher was made of. */
  readonly lists: Settings["lists"];
}

const triedFilter = (condition: string): Filter => ({
  id: triedId,
  name: "",
  enabled: true,
  condition,
  action: "hide",
  color: 1,
});

/** @param last the rules so far: their matcher is kept where the lists are the same, and with it all hits */
export function makeRules({ lists, filters }: Settings, tried: readonly string[], last: Rules | null): Rules {
  const sameLists = last !== null && (last.lists === lists || JSON.stringify(last.lists) === JSON.stringify(lists));
  return {
    matcher: sameLists ? last.matcher : compileKeywords(lists),
    judge: compileFilters(tried.length === 0 ? filters : [...filters, ...tried.map(triedFilter)], lists),
    lists,
  };
}

/** What is wrong with the conditions that the user is trying out. */
export const triedProblems = ({ judge }: Rules): Judge["problems"] =>
  judge.problems.filter(({ filter }) => filter === triedId);
