import type { Filter } from "@/model/filter.ts";
import type { Hit } from "@/model/hit.ts";
import type { FilterProblem } from "@/model/problem.ts";
import type { Result } from "@/model/result.ts";
import type { Reason, Verdict } from "@/model/verdict.ts";

import type { WeighedFilter } from "./precedence.ts";

/** The filters that apply to a result. */
export interface Applying {
  /** In the order of the settings. */
  readonly filters: readonly WeighedFilter[];
  /** Why one of them applies, by its place among them. */
  readonly reason: (place: number, decisive: boolean) => Reason;
}

/** A verdict, whose reasons are made when they are first asked for, with the filters that they will name. */
export interface Decision extends Verdict {
  readonly filters: readonly Filter[];
  /** Of the reasons as many of each action as that at most, those that took effect before others. */
  readonly someReasons: (mostOfAction: number) => readonly Reason[];
}

/** Filters made ready for the results of a page. */
export interface Judge {
  /** Why filters could not be read; those filters are ignored. */
  readonly problems: readonly FilterProblem[];
  /**
   * What becomes of one result.
   *
   * @param hits the hits of the keyword lists in this result
   * @param now the time that ages are counted from, in milliseconds since the epoch; best the same for all results of
   *   a page, because the dates of ages are worked out anew for each other time
   */
  readonly decide: (result: Result, hits: readonly Hit[], now: number) => Decision;
  /** The filters that apply to one result, or null where none does; asked as `decide` is. */
  readonly applying: (result: Result, hits: readonly Hit[], now: number) => Applying | null;
}
