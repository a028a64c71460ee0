import type { BenchBrowser } from "../browser/bench-browser.ts";
import { makeFilters } from "../page/make-filters.ts";
import { makeKeywords } from "../page/make-keywords.ts";
import { runContest } from "./contest.ts";
import type { Outcome } from "./outcome.ts";
import { ratio } from "./outcome.ts";

/**
 * What deciding by many filters adds to matching keywords, few and many, against that matching, in the same results.
 */
export const measureDeciding = async (
  browser: BenchBrowser,
  {
    results,
    filters,
    keywords,
  }: { readonly results: number; readonly filters: number; readonly keywords: readonly number[] },
  rounds: number,
): Promise<Outcome> => {
  const measured = [];
  for (const count of keywords) {
    const words = makeKeywords(count);
    const standings = await runContest(
      browser,
      results,
      [
        { name: "matching", call: { do: "match", keywords: words } },
        { name: "matching and deciding", call: { do: "decide", keywords: words, filters: makeFilters(filters) } },
      ],
      rounds,
    );
    const [matching, both] = standings;
    const added = matching?.script == null || both?.script == null ? null : Math.max(0, both.script - matching.script);
    measured.push({ count, matching, both, times: ratio(added, matching?.script), standings });
  }
  return {
    name: "Deciding",
    heads: ["results", "filters", "keywords", "matching", "and deciding", "times", "filters that applied"],
    rows: measured.map(({ count, matching, both, times }) => [
      ...[results, filters, count].map(String),
      matching?.script?.toFixed(1) ?? matching?.note ?? "–",
      both?.script?.toFixed(1) ?? both?.note ?? "–",
      times?.toFixed(2) ?? "–",
      String(both?.figures["applying"] ?? ""),
    ]),
    bars: measured.map(({ count, times }) => ({
      measure: `deciding by ${filters} filters against matching ${count} keywords, ${results} results`,
      value: times,
      unit: "×",
      bar: 1,
      direction: "at most",
    })),
    data: measured.flatMap(({ standings }) => standings),
  };
};
