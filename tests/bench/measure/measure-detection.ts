import type { BenchBrowser } from "../browser/bench-browser.ts";
import { runContest } from "./contest.ts";
import type { Bar, Outcome } from "./outcome.ts";
import { ratio } from "./outcome.ts";

const floor = "bare walk over all elements";
const own = "scan";
const shortLook = "short look";

/** The most that a scan may take, against a bare walk over all elements. */
const most = 5;

/** Milliseconds that it may take to see that a page is an article and lists nothing. */
const mostForArticle = 1;

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
  // The page without results is an article.
  const [articleWalk, look] = await runContest(
    browser,
    0,
    [
      { name: floor, call: { do: "walk elements" } },
      { name: shortLook, call: { do: "tell article" } },
    ],
    rounds,
  );
  return {
    name: "Finding and reading results, without recipes",
    heads: ["results", "elements", floor, own, "times", "found"],
    rows: [
      ...measured.map(({ results, walk, scan, times }) => [
        String(results),
        String(walk?.figures["elements"] ?? ""),
        walk?.script?.toFixed(1) ?? "–",
        scan?.script?.toFixed(1) ?? scan?.note ?? "–",
        times?.toFixed(1) ?? "–",
        String(scan?.figures["results"] ?? ""),
      ]),
      [
        "an article",
        String(articleWalk?.figures["elements"] ?? ""),
        articleWalk?.script?.toFixed(1) ?? "–",
        look?.script?.toFixed(2) ?? look?.note ?? "–",
        ratio(look?.script, articleWalk?.script)?.toFixed(1) ?? "–",
        look?.figures["article"] === 1 ? "an article" : "not seen",
      ],
    ],
    bars: [
      ...measured.map(({ results, times }): Bar => ({
        measure: `a scan against a bare walk over all elements, ${results} results`,
        value: times,
        unit: "×",
        bar: most,
        direction: "at most",
      })),
      {
        measure: "seeing that an article is one",
        value: look?.figures["article"] === 1 ? look.script : null,
        unit: "ms",
        bar: mostForArticle,
        direction: "at most",
      },
    ],
    data: [...measured, { walk: articleWalk, look }],
  };
};
