import { offeredPart } from "@/model/offered-part.ts";
import type { Problem } from "@/model/problem.ts";
import type { SortOrder } from "@/model/report.ts";
import type { Result } from "@/model/result.ts";
import type { Verdict } from "@/model/verdict.ts";

/** A result as it stands on the page now. */
export interface ResultOnPage {
  readonly root: Element;
  readonly parts: readonly Element[];
  readonly result: Result;
  readonly verdict: Verdict;
}

/** What the conductor of a tab lends the buttons at the results. */
export interface ResultsOnPage {
  /** The result that an element is in or stands in for; null where it is in none. */
  readonly at: (element: Element) => ResultOnPage | null;
  /** Every result, in the page's order. */
  readonly all: () => readonly ResultOnPage[];
  /** The order that the page's results stand in: a sort goes before lifts, and some pages keep their own. */
  readonly order: { readonly sortedBy: () => SortOrder | null; readonly problems: () => readonly Problem[] };
  /** Calls the listener whenever results were found or judged anew. */
  readonly onChange: (listener: () => void) => void;
  /** Adds and removes elements of ours without having that taken for a change of the page. */
  readonly write: (change: () => void) => void;
  /** Takes the buttons away. */
  readonly signal: AbortSignal;
}

/** @param first where the pointer is already, or null */
export type StartResultButtons = (results: ResultsOnPage, first: Element | null) => void;

const part = offeredPart<StartResultButtons>("result-buttons");

/** Makes the buttons known to the content script, which does without their weight until a result is pointed at. */
export const offerResultButtons = part.offer;

/** The buttons that were offered; null where they were not brought yet. */
export const offeredResultButtons = part.offered;
