import type { BenchBrowser } from "../browser/bench-browser.ts";
import { hostilePatterns } from "../page/hostile-patterns.ts";
import { runContest } from "./contest.ts";
import type { Outcome } from "./outcome.ts";

/** How long patterns that are made to hang hold a page up, or that they are refused. */
export const measurePatterns = async (browser: BenchBrowser, results: number, rounds: number): Promise<Outcome> => {
  const standings = await runContest(
    browser,
    results,
    hostilePatterns.map(({ line, text }) => ({ name: line, call: { do: "search", lines: [line], texts: [text] } })),
    rounds,
  );
  const times = standings.map(({ script }) => script);
  return {
    name: "Hostile patterns",
    heads: ["pattern", "milliseconds", "told of"],
    rows: standings.map(({ name, script, note, figures }) => [
      name,
      script?.toFixed(1) ?? note ?? "–",
      (figures["problems"] ?? 0) > 0 ? "refused" : "",
    ]),
    bars: [
      {
        measure: "longest stall by a pattern",
        value: times.includes(null) ? null : Math.max(...times.map((time) => time ?? 0)),
        unit: "ms",
        bar: 50,
        direction: "at most",
        ...(times.includes(null) ? { note: standings.find(({ script }) => script === null)?.note ?? "" } : {}),
      },
    ],
    data: standings,
  };
};
