import { compileFilters } from "@/deciding/compile-filters.ts";
import { conditionWarnings } from "@/deciding/condition-warnings.ts";
import { withMeantName } from "@/filters/meant-name.ts";
import type { Filter } from "@/model/filter.ts";
import type { KeywordList } from "@/model/keyword-list.ts";
import type { Problem } from "@/model/problem.ts";

/** What is to be said about a filter's condition. */
export interface FilterCheck {
  /** Why it can't be read, or null. */
  readonly problem: Problem | null;
  /** What is odd about a condition that can be read. */
  readonly warnings: readonly Problem[];
}

const checked = new WeakMap<Filter, { readonly lists: readonly KeywordList[]; readonly check: FilterCheck }>();

/** Checks a filter, switched on or not, as the page would read it. */
export function checkFilter(filter: Filter, lists: readonly KeywordList[]): FilterCheck {
  const known = checked.get(filter);
  if (known?.lists === lists) return known.check;
  const { problems } = compileFilters([{ ...filter, enabled: true }], lists);
  const [problem] = problems;
  const check = {
    problem: problem === undefined ? null : withMeantName(problem),
    warnings: conditionWarnings(filter.condition, lists, Date.now()),
  };
  checked.set(filter, { lists, check });
  return check;
}
