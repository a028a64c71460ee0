import type { BenchBrowser } from "../browser/bench-browser.ts";
import { makeKeywords } from "../page/make-keywords.ts";
import { makeResults } from "../page/make-page.ts";
import type { PeerName, ProbeCall, Stage } from "../probe/probe-calls.ts";
import { runContest } from "./contest.ts";
import type { Contender, Standing } from "./contest.ts";
import { inShort } from "./in-short.ts";
import type { Outcome } from "./outcome.ts";
import { ratio } from "./outcome.ts";

/** Those that can be waited for. */
const peers: readonly PeerName[] = ["combined RegExp + <mark>", "advanced-mark.js", "mark.js, one pattern"];

const own = "Winnow";
const cold = "Winnow, first pass";

export interface StageSizes {
  readonly results: number;
  readonly appended: number;
  /** Keywords while results are appended, and while they are changed or switched off. */
  readonly many: number;
  readonly fewer: number;
}

/** What comes after the first pass: results appended, other keywords, switching off. */
export const measureStages = async (
  browser: BenchBrowser,
  { results, appended, many, fewer }: StageSizes,
  rounds: number,
): Promise<Outcome> => {
  const contest = (stage: Stage, count: number, more: readonly Contender[] = []): Promise<readonly Standing[]> => {
    const keywords = makeKeywords(count);
    const winnow: ProbeCall = { do: "Winnow", keywords, onlyInView: false, stage };
    return runContest(
      browser,
      results,
      [
        ...more,
        { name: own, call: winnow },
        ...peers.map((name): Contender => ({ name, call: { do: "peer", name, keywords, stage } })),
      ],
      rounds,
    );
  };
  const html = makeResults(appended, results + 1)
    .map((result) => result.html)
    .join("");
  const firstPass: ProbeCall = {
    do: "Winnow",
    keywords: makeKeywords(many),
    onlyInView: false,
    stage: { do: "first" },
  };
  const append = await contest({ do: "append", html }, many, [{ name: cold, call: firstPass }]);
  const change = await contest({ do: "change", keywords: makeKeywords(2 * fewer).slice(fewer) }, fewer);
  const off = await contest({ do: "switch off" }, fewer);

  const of = (standings: readonly Standing[], name: string): Standing | undefined =>
    standings.find((standing) => standing.name === name);
  const row = (name: string, standings: readonly Standing[]): readonly string[] => [
    name,
    ...[own, ...peers].map((contender) => inShort(of(standings, contender))),
  ];
  const share = ratio(of(append, own)?.script, of(append, cold)?.script);
  return {
    name: "After the first pass",
    heads: ["what", own, ...peers],
    rows: [
      row(`${appended} results appended to ${results}, ${many} keywords`, append),
      row(`other keywords, ${results} × ${fewer}`, change),
      row(`switching off, ${results} × ${fewer}`, off),
    ],
    bars: [
      {
        measure: `${appended} results appended to ${results}, ${many} keywords: script against the first pass`,
        value: share === null ? null : 100 * share,
        unit: "%",
        bar: 3,
        direction: "at most",
      },
      {
        measure: `switching off, ${results} × ${fewer}: script`,
        value: of(off, own)?.script ?? null,
        unit: "ms",
        bar: 2,
        direction: "at most",
      },
      {
        measure: "switching off: layouts",
        value: of(off, own)?.layouts ?? null,
        unit: "",
        bar: 0,
        direction: "at most",
      },
    ],
    data: { append, change, off },
  };
};
