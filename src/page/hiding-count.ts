import type { Filter } from "@/model/filter.ts";
import type { Problem } from "@/model/problem.ts";
import type { PageRules } from "@/rulesets/page-rules.ts";
import { hidingProblems, recordPage } from "@/settings/hiding-record.ts";
import type { HidingRecord } from "@/settings/hiding-record.ts";
import type { StorageArea } from "@/settings/storage-area.ts";

import type { PageSession } from "./page-session.ts";

/** Counts on how many pages in a row something hides everything. */
export interface HidingCount {
  /**
   * Counts a page whose results were all judged. Under one address it is counted once; other results under another
   * address are another page, whether or not the browser loaded one.
   *
   * @returns whether it was counted
   */
  readonly count: (session: PageSession, filters: readonly Filter[], address: string) => Promise<boolean>;
  readonly problems: (filters: readonly Filter[]) => readonly Problem[];
}

/**
 * What follows a bare `#` is a place on the same page; sites that keep their route there begin it with one of these.
 */
const placeOnPage = /#(?![!/]).*$/u;

export function createHidingCount(local: StorageArea, pageRules: Pick<PageRules, "rulesets">): HidingCount {
  let record: HidingRecord = {};
  let counted = { address: "", results: "" };
  return {
    count: async (session, filters, href) => {
      const address = href.replace(placeOnPage, "");
      if (address === counted.address) return false;
      const { state, found, hidden } = session.figures();
      if (state !== "ready") return false;
      // Between the new address and the new results stand the old ones for a while.
      const results = JSON.stringify(session.judged().map(({ found: { result } }) => [result.url, result.title]));
      if (results === counted.results) return false;
      counted = { address, results };
      const reports = hidden === found ? session.report().results : [];
      record = await recordPage(local, {
        filters,
        rulesets: pageRules.rulesets(),
        results: found,
        hidden: reports.map(({ verdict }) => verdict.reasons),
      });
      return true;
    },
    problems: (filters) => hidingProblems(record, filters, pageRules.rulesets()),
  };
}
