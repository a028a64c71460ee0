import type { Decision } from "@/deciding/judge.ts";
import type { FoundResult } from "@/detection/found-result.ts";
import type { Matcher } from "@/matching/matcher.ts";
import type { ReportSummary } from "@/messaging/protocol.ts";
import type { Hit } from "@/model/hit.ts";
import type { Problem } from "@/model/problem.ts";
import type { PageReport, PageState, Recognition, SortOrder } from "@/model/report.ts";
import type { Verdict } from "@/model/verdict.ts";

/** A result with all that is known of it. */
export interface JudgedResult {
  readonly found: FoundResult;
  readonly hits: readonly Hit[];
  /** What the hits were found by. */
  readonly matcher: Matcher;
  readonly verdict: Decision;
}

/** What a report is made of. */
export interface ReportSource {
  readonly state: PageState;
  readonly host: string;
  readonly recognition: Recognition | null;
  readonly judged: readonly JudgedResult[];
  /** Whether the user opened a hidden or folded result. */
  readonly isOpen: (root: Element) => boolean;
  readonly showingHidden: boolean;
  readonly sortedBy: SortOrder | null;
  readonly reordered: boolean;
  readonly tried: readonly string[];
  readonly problems: readonly Problem[];
}

/** The report's source for a page that Winnow is switched off on, but for the host. */
export const switchedOff: Omit<ReportSource, "host"> = {
  state: "off",
  recognition: null,
  judged: [],
  isOpen: () => false,
  showingHidden: false,
  sortedBy: null,
  reordered: false,
  tried: [],
  problems: [],
};

/**
 * So many reasons of each action are told of a result: thousands of filters may apply to each of a thousand, and what
 * browsers pass on in one message is limited.
 */
const mostReasons = 5;

/** A report without what only a popup asks for: it is made after every change of the page. */
export type PageFigures = Omit<PageReport, "hitsByLine" | "results">;

/** As much of a report as goes to whoever listens. */
export const reportSummary = ({ state, found, hidden, folded, hitsByList }: PageFigures): ReportSummary => ({
  state,
  found,
  hidden,
  folded,
  hits: Object.values(hitsByList).reduce((sum, hits) => sum + hits, 0),
});

/** Counts what became of a page's results. */
export function pageFigures(source: ReportSource): PageFigures {
  const { state, host, recognition, judged, showingHidden, sortedBy, reordered, tried, problems } = source;
  const seen = (visibility: Verdict["visibility"]): number =>
    judged.filter(({ verdict }) => verdict.visibility === visibility).length;
  const hitsByList: Record<string, number> = {};
  const resultsByFilter: Record<string, number> = {};
  for (const { hits, verdict } of judged) {
    for (const { list } of hits) hitsByList[list] = (hitsByList[list] ?? 0) + 1;
    const rulesets = new Set<string>();
    for (const { id, ruleset } of verdict.filters) {
      resultsByFilter[id] = (resultsByFilter[id] ?? 0) + 1;
      if (ruleset !== undefined) rulesets.add(ruleset);
    }
    // A result counts once for a ruleset, however many of its rules apply.
    for (const id of rulesets) resultsByFilter[id] = (resultsByFilter[id] ?? 0) + 1;
  }
  return {
    state,
    host,
    recognition,
    showingHidden,
    sortedBy,
    reordered,
    tried,
    problems,
    found: judged.length,
    readable: judged.filter(({ found }) => found.result.host !== null).length,
    hidden: seen("hide"),
    folded: seen("fold"),
    dimmed: seen("dim"),
    marked: judged.filter(({ verdict }) => verdict.mark !== null).length,
    hitsByList,
    resultsByFilter,
  };
}

/** Tells all that is known of a page's results. */
export function pageReport(source: ReportSource): PageReport {
  const { judged, isOpen } = source;
  const hitsByLine: Record<string, Record<number, number>> = {};
  for (const { hits } of judged) {
    for (const { list, line } of hits) {
      const byLine = (hitsByLine[list] ??= {});
      byLine[line] = (byLine[line] ?? 0) + 1;
    }
  }
  return {
    ...pageFigures(source),
    hitsByLine,
    results: judged.map(({ found, hits, verdict }) => ({
      // Figures and reasons are made when they are asked for, and Firefox sends no property that is made so.
      result: { ...found.result },
      verdict: {
        visibility: verdict.visibility,
        mark: verdict.mark,
        lift: verdict.lift,
        reasons: verdict.someReasons(mostReasons),
      },
      hits: Object.fromEntries(
        Object.entries(Object.groupBy(hits, ({ list }) => list)).map(([list, of]) => [list, of?.length ?? 0]),
      ),
      open: isOpen(found.root),
    })),
  };
}
