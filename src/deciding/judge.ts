import type { Hit } from "@/model/hit.ts";
import type { FilterProblem } from "@/model/problem.ts";
import type { Result } from "@/model/result.ts";
import type { Verdict } from "@/model/verdict.ts";

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
}
