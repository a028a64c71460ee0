import type { PagePart } from "@/model/page-part.ts";
import type { HitPlace, PageReport, WantedOrder } from "@/model/report.ts";

/** What can be asked of the conductor in a tab: message name → (arguments) → reply. */
export interface PageMessages {
  /** The state of the page, for the popup. */
  report: () => PageReport;
  /** Shows the hidden results for now, or hides them again. */
  showHidden: (show: boolean) => PageReport;
  /**
   * Hides for now, on this page alone, the results that meet any of these conditions, in place of those tried before.
   * Their reasons name the filter `tried`.
   */
  tryConditions: (conditions: readonly string[]) => PageReport;
  /**
   * Puts the results into another order; null into the page's own, whatever filters raise or lower, until the filters
   * change, their order is asked for or the page goes.
   */
  sortResults: (order: WantedOrder) => PageReport;
  /** Shows one hidden or folded result, by its id, until the page goes, and scrolls to it. */
  revealResult: (result: string) => PageReport;
  /** Goes to the next (1) or previous (-1) hit of one list, by its id, or of all; null where there is none. */
  walkHits: (direction: 1 | -1, list: string | null) => HitPlace | null;
  /** Ends everything in this tab where none of the match patterns allows its page any longer. */
  stopUnlessAllowed: (patterns: readonly string[]) => void;
}

/** What a tab can ask of the background, which does it for that tab. */
export interface BackgroundMessages {
  /** Brings a script that not every page needs into the tab's page. */
  loadPart: (part: PagePart) => void;
}

/** What a tab tells whoever listens; there is no reply. */
export interface PageEvents {
  /** The page's report has changed. */
  reportChanged: (summary: ReportSummary) => void;
}

/** As much of a report as the badge needs. */
export type ReportSummary = Pick<PageReport, "state" | "found" | "hidden" | "folded"> & { readonly hits: number };
