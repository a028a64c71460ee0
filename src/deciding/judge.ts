import type { Filter } from "@/model/filter.ts";
import type { Hit } from "@/model/hit.ts";
import type { FilterProblem } from "@/model/problem.ts";
import type { Result } from "@/model/result.ts";
import type { Reason, Verdict } from "@/model/verdict.ts";

/** A filter that applies to a result, with what it says of it. */
export interface Applying {
  readonly filter: Filter;
  /** Why it applies; made when it is asked for. */
  readonly reason: (decisive: boolean) => Reason;
}

/** Filters made ready for the results of a page. */
export interface Judge {
  /** Why filters could not be read; those filters are ignored. */
  readonly problems: readonly FilterProblem[];
  /**
   * What becomes of one result.
   *
   * @param hits the hits of the keyword lists in this result
   * @param now the time that ages are counted from, in milliseconds since the epoch
   */
  readonly decide: (result: Result, hits: readonly Hit[], now: number) => Verdict;
  /** The filters that apply to one result, in the order of the settings; asked as `decide` is. */
  readonly applying: (result: Result, hits: readonly Hit[], now: number) => readonly Applying[];
}
