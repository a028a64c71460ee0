import type { FacetName } from "./facet.ts";
import type { Problem } from "./problem.ts";
import type { Result } from "./result.ts";
import type { Verdict } from "./verdict.ts";

/** What a page's `data-winnow-state` says. */
export type PageState = "off" | "scanning" | "ready" | "empty";

/** How a listing was recognised. */
export interface Recognition {
  readonly by: "recipe" | "detector";
  /** The recipe's name, or the shape that the detector saw. */
  readonly name: string;
  /** From 0 to 1; a recipe is certain. */
  readonly confidence: number;
  /** Why, as short phrases in English for diagnosis. */
  readonly reasons: readonly string[];
}

/** What became of one result, for the popup and the command line. */
export interface ResultReport {
  readonly result: Result;
  readonly verdict: Verdict;
  /** The number of hits, by list id. */
  readonly hits: Readonly<Record<string, number>>;
  /** Whether it is shown in spite of its verdict, because the user opened it. */
  readonly open?: boolean;
}

/** Where a walk from hit to hit has come to. */
export interface HitPlace {
  /** The keyword list and line of the hit. */
  readonly list: string;
  readonly line: number;
  /** The hit's number among those walked through, from 1, and how many these are. */
  readonly number: number;
  readonly of: number;
}

/** An order of the results other than the page's own. Results that lack the figure come last, in the page's order. */
export interface SortOrder {
  readonly by: FacetName | "hits";
  readonly descending: boolean;
}

/** An order to be brought about: by a figure, the one in which filters raise and lower, or for null the page's own. */
export type WantedOrder = SortOrder | "filters" | null;

/** What a tab tells the popup about its page. */
export interface PageReport {
  readonly state: PageState;
  readonly host: string;
  readonly recognition: Recognition | null;
  /** Results found, and those of them whose host could be read. */
  readonly found: number;
  readonly readable: number;
  readonly hidden: number;
  readonly folded: number;
  readonly dimmed: number;
  readonly marked: number;
  /** Whether hidden results are shown for now. */
  readonly showingHidden: boolean;
  /** The order the results stand in now; null for the page's own. */
  readonly sortedBy: SortOrder | null;
  /** Whether they stand in another order than the page's own, by that or because filters raise and lower. */
  readonly reordered?: boolean;
  /** The conditions that hide results for now, while the user tries them out. */
  readonly tried: readonly string[];
  /** The number of hits by list id, by list id and line of the keyword, and of results by id of filter and ruleset. */
  readonly hitsByList: Readonly<Record<string, number>>;
  readonly hitsByLine: Readonly<Record<string, Readonly<Record<number, number>>>>;
  readonly resultsByFilter: Readonly<Record<string, number>>;
  readonly results: readonly ResultReport[];
  readonly problems: readonly Problem[];
}
