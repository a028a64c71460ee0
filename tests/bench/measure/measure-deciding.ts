import type { BenchBrowser } from "../browser/bench-browser.ts";
import { makeFilters } from "../page/make-filters.ts";
import { makeKeywords } from "../page/make-keywords.ts";
import { runContest } from "./contest.ts";
import type { Outcome } from "./outcome.ts";
import { ratio } from "./outcome.ts";

/** Deciding by many filters against matching few keywords, in the same results. */
export const measureDeciding = async (
  browser: BenchBrowser,
  { results, filters, keywords }: { readonly results: number; readonly filters: number; readonly keywords: number },
  rounds: number,
): Promise<Outcome> => {
  const words = makeKeywords(keywords);
  const standings = await runContest(
    browser,
    results,
    [
      { name: "matching", call: { do: "match", keywords: words } },
      { name: "deciding", call: { do: "decide", keywords: words, filters: makeFilters(filters) } },
    ],
    rounds,
  );
  const [matching, deciding] = standings;
  const times = ratio(deciding?.script, matching?.script);
  return {
    name: "Deciding",
    heads: ["results", "filters", "keywords", "matching", "deciding", "times", "results decided about"],
    rows: [
      [
        ...[results, filters, keywords].map(String),
        matching?.script?.toFixed(1) ?? matching?.note ?? "–",
        deciding?.script?.toFixed(1) ?? deciding?.note ?? "–",
        times?.toFixed(2) ?? "–",
        String(deciding?.figures["decided"] ?? ""),
      ],
    ],
    bars: [
      {
        measure: `deciding by ${filters} filters against matching ${keywords} keywords, ${results} results`,
        value: times,
        unit: "×",
        bar: 1,
        direction: "at most",
      },
    ],
    data: standings,
  };
};
