import type { BenchBrowser } from "../browser/bench-browser.ts";
import { countOccurrences } from "../page/count-occurrences.ts";
import { makeKeywords } from "../page/make-keywords.ts";
import type { BenchPage } from "../page/make-page.ts";
import { peerNames } from "../probe/probe-calls.ts";
import type { PeerName, Stage } from "../probe/probe-calls.ts";
import { patience, runContest, standingOf, whole } from "./contest.ts";
import type { Contender, Standing } from "./contest.ts";
import { inShort } from "./in-short.ts";
import type { Bar, Outcome } from "./outcome.ts";
import { ratio } from "./outcome.ts";

/** One page size with one number of keywords. */
export interface Cell {
  readonly results: number;
  readonly keywords: number;
}

interface MeasuredCell extends Cell {
  readonly standings: readonly Standing[];
  /** The share of the hits of a plain matcher that Winnow found, and what it found beside them. */
  readonly found: number;
  readonly tooMany: number;
}

const first: Stage = { do: "first" };
const floor = "bare walk";
const winnow = "Winnow";
const inView = "Winnow, in view";

/** Below this many results, what is in view is too much of the page to be measured apart. */
const resultsBeyondView = 1000;

/** A highlighter that needs one search a keyword: what it takes grows with their number. */
const oneByOne: readonly PeerName[] = ["mark.js", "one RegExp a word"];
/** Seconds that such a highlighter takes for a keyword in a result, about: to leave out what is known not to end. */
const secondsPerSearch: Readonly<Record<string, number>> = { "mark.js": 3e-4, "one RegExp a word": 1e-5 };

const isHopeless = (name: PeerName, { results, keywords }: Cell): boolean =>
  oneByOne.includes(name) && (secondsPerSearch[name] ?? 0) * results * keywords > patience;

const contendersFor = (cell: Cell, peers: readonly PeerName[]): readonly Contender[] => {
  const keywords = makeKeywords(cell.keywords);
  return [
    { name: floor, call: { do: "walk texts" } },
    { name: winnow, call: { do: "Winnow", keywords, onlyInView: false, stage: first } },
    ...(cell.results >= resultsBeyondView
      ? [{ name: inView, call: { do: "Winnow", keywords, onlyInView: true, stage: first } } as const]
      : []),
    ...peers
      .filter((name) => !isHopeless(name, cell))
      .map((name): Contender => ({ name, call: { do: "peer", name, keywords, stage: first } })),
  ];
};

/** How many of the hits that there are Winnow found, keyword by keyword. */
const compareHits = ({ blocks }: BenchPage, cell: Cell, standing: Standing | undefined) => {
  const wanted = countOccurrences(blocks, makeKeywords(cell.keywords));
  const got = wanted.map((_, keyword) => standing?.figures[`keyword ${keyword}`] ?? 0);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  return {
    // A page without any holds all that there are.
    found:
      sum(wanted) === 0 ? 1 : sum(wanted.map((count, keyword) => Math.min(count, got[keyword] ?? 0))) / sum(wanted),
    tooMany: sum(wanted.map((count, keyword) => Math.max(0, (got[keyword] ?? 0) - count))),
  };
};

/** The first pass, by Winnow and by others, beside a bare walk. */
export const measurePasses = async (
  browser: BenchBrowser,
  pageOf: (results: number) => BenchPage,
  cells: readonly Cell[],
  rounds: number,
  log: (line: string) => void,
): Promise<Outcome> => {
  const peers = browser.name === "chromium" ? peerNames : (["combined RegExp + <mark>", "advanced-mark.js"] as const);
  const measured: MeasuredCell[] = [];
  for (const cell of cells) {
    log(`${cell.results} results × ${cell.keywords} keywords`);
    const standings = await runContest(browser, cell.results, contendersFor(cell, peers), rounds);
    const hopeless = peers
      .filter((name) => isHopeless(name, cell))
      .map((name) => standingOf(name, [], `over ${patience} s`));
    const hits = compareHits(
      pageOf(cell.results),
      cell,
      standings.find(({ name }) => name === winnow),
    );
    measured.push({ ...cell, standings: [...standings, ...hopeless], ...hits });
  }
  return {
    name: "First pass",
    heads: ["results", "keywords", floor, winnow, inView, ...peers],
    rows: measured.map(({ results, keywords, standings }) => [
      String(results),
      String(keywords),
      ...[floor, winnow, inView, ...peers].map((name) => inShort(standings.find((standing) => standing.name === name))),
    ]),
    bars: [...passBars(browser.name, measured), ...hitBars(measured)],
    data: measured.map((cell) => ({ ...cell, standings: cell.standings.map(withoutKeywords) })),
  };
};

const withoutKeywords = (standing: Standing): Standing => ({
  ...standing,
  figures: Object.fromEntries(Object.entries(standing.figures).filter(([name]) => !name.startsWith("keyword "))),
});

const barAgainst = (
  cells: readonly MeasuredCell[],
  cell: Cell,
  measure: string,
  bar: number,
  direction: Bar["direction"],
  read: (of: (name: string) => Standing | undefined) => number | null,
): readonly Bar[] => {
  const found = cells.find(({ results, keywords }) => results === cell.results && keywords === cell.keywords);
  if (!found) return [];
  const value = read((name) => found.standings.find((standing) => standing.name === name));
  return [{ measure: `${measure}, ${cell.results} × ${cell.keywords}`, value, unit: "×", bar, direction }];
};

const passBars = (browser: BenchBrowser["name"], cells: readonly MeasuredCell[]): readonly Bar[] => {
  const at = (results: number, keywords: number): Cell => ({ results, keywords });
  const floors: Readonly<Record<BenchBrowser["name"], readonly [few: number, many: number]>> = {
    chromium: [1.5, 4],
    firefox: [0.8, 2],
  };
  const againstFloor = (cell: Cell, bar: number): readonly Bar[] =>
    barAgainst(cells, cell, "full pass against the bare walk", bar, "at most", (of) =>
      ratio(of(winnow)?.script, of(floor)?.script),
    );
  const againstCombined = (cell: Cell, bar: number): readonly Bar[] =>
    barAgainst(cells, cell, "full pass against one combined RegExp + <mark>", bar, "at most", (of) => {
      const [own, peer] = [of(winnow), of("combined RegExp + <mark>")];
      // Where the browser does not count layout, script alone is compared.
      return own && peer ? ratio(whole(own) ?? own.script, whole(peer) ?? peer.script) : null;
    });
  const timesFaster = (peer: PeerName, cell: Cell, bar: number): readonly Bar[] =>
    barAgainst(cells, cell, `faster than ${peer}`, bar, "at least", (of) => {
      const [own, other] = [of(winnow), of(peer)];
      return own && other ? ratio(whole(other) ?? other.script, whole(own) ?? own.script) : null;
    });
  const inViewAgainstFloor = (cell: Cell, bar: number): readonly Bar[] =>
    barAgainst(cells, cell, "until the results in view are lit, against the bare walk", bar, "at most", (of) =>
      ratio(of(inView)?.script, of(floor)?.script),
    );
  return [
    ...againstFloor(at(1000, 100), floors[browser][0]),
    ...againstFloor(at(1000, 5000), floors[browser][1]),
    ...[0.85, 0.6, 0.4, 0.25, 0.2].flatMap((bar, index) =>
      againstCombined(at(1000, [1, 10, 100, 1000, 5000][index] ?? 0), bar),
    ),
    ...(browser === "chromium"
      ? [...timesFaster("mark.js", at(100, 100), 300), ...timesFaster("mark.js", at(1000, 100), 1000)]
      : []),
    ...timesFaster("advanced-mark.js", at(1000, 100), 10),
    ...timesFaster("advanced-mark.js", at(1000, 5000), 10),
    ...inViewAgainstFloor(at(1000, 100), 0.4),
    ...inViewAgainstFloor(at(1000, 5000), 1),
  ];
};

const hitBars = (cells: readonly MeasuredCell[]): readonly Bar[] => {
  const most = (read: (cell: MeasuredCell) => number): number => Math.max(...cells.map(read));
  const own = ({ standings }: MeasuredCell): Standing | undefined => standings.find(({ name }) => name === winnow);
  const counted = cells.some((cell) => (own(cell)?.layouts ?? null) !== null);
  return [
    {
      measure: "hits found, against a plain matcher over folded text",
      value: 100 * Math.min(...cells.map(({ found }) => found)),
      unit: "%",
      bar: 100,
      direction: "at least",
    },
    {
      measure: "hits that are none, or run across blocks",
      value: most((cell) => cell.tooMany + (own(cell)?.figures["hits across blocks"] ?? 0)),
      unit: "",
      bar: 0,
      direction: "at most",
    },
    ...(counted
      ? ([
          {
            measure: "nodes added",
            value: most((cell) => Math.max(0, own(cell)?.nodes ?? 0)),
            unit: "",
            bar: 0,
            direction: "at most",
          },
          {
            measure: "layouts forced",
            value: most((cell) => own(cell)?.layouts ?? 0),
            unit: "",
            bar: 0,
            direction: "at most",
          },
        ] as const)
      : []),
  ];
};
