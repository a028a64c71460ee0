import type { BenchBrowser } from "../browser/bench-browser.ts";
import { runContest } from "./contest.ts";
import type { Outcome } from "./outcome.ts";
import { ratio } from "./outcome.ts";

const floor = "bare walk over all elements";
const own = "scan";

/** The most that a scan may take, against a bare walk over all elements. */
const most = 5;

/** Finding the results without a recipe and reading them, figures included. */
export const measureDetection = async (
  browser: BenchBrowser,
  sizes: readonly number[],
  rounds: number,
): Promise<Outcome> => {
  const measured = [];
  for (const results of sizes) {
    const standings = await runContest(
      browser,
      results,
      [
        { name: floor, call: { do: "walk elements" } },
        { name: own, call: { do: "scan" } },
      ],
      rounds,
    );
    const [walk, scan] = standings;
    measured.push({ results, walk, scan, times: ratio(scan?.script, walk?.script) });
  }
  return {
    name: "Finding and reading results, without recipes",
    heads: ["results", "elements", floor, own, "times", "found"],
    rows: measured.map(({ results, walk, scan, times }) => [
      String(results),
      String(walk?.figures["elements"] ?? ""),
      walk?.script?.toFixed(1) ?? "–",
      scan?.script?.toFixed(1) ?? scan?.note ?? "–",
      times?.toFixed(1) ?? "–",
      String(scan?.figures["results"] ?? ""),
    ]),
    bars: measured.map(({ results, times }) => ({
      measure: `a scan against a bare walk over all elements, ${results} results`,
      value: times,
      unit: "×",
      bar: most,
      direction: "at most",
    })),
    data: measured,
  };
};
