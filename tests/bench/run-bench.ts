import { cpus, loadavg } from "node:os";

import { measureContentScript } from "../commands/measure-content-script.ts";
import type { BrowserName } from "../support/find-browsers.ts";
import { resolveSourceAlias } from "../support/resolve-source-alias.ts";
import type { BenchBrowser } from "./browser/bench-browser.ts";
import { buildForBench } from "./browser/build-for-bench.ts";
import { startChromium } from "./browser/chromium-for-bench.ts";
import { startFirefox } from "./browser/firefox-for-bench.ts";
import { probeHost } from "./browser/hosts.ts";
import { measureDeciding } from "./measure/measure-deciding.ts";
import { measureDetection } from "./measure/measure-detection.ts";
import { measureFrames } from "./measure/measure-frames.ts";
import { measureImport } from "./measure/measure-import.ts";
import { measurePasses } from "./measure/measure-passes.ts";
import { measurePatterns } from "./measure/measure-patterns.ts";
import { measureProduct } from "./measure/measure-product.ts";
import { measureStages } from "./measure/measure-stages.ts";
import { isMet } from "./measure/outcome.ts";
import type { Outcome } from "./measure/outcome.ts";
import { makeArticle, makePage } from "./page/make-page.ts";
import type { BenchPage } from "./page/make-page.ts";

/** What can be measured, by the names that ask for it. */
export const benchNames = [
  "size",
  "detection",
  "patterns",
  "deciding",
  "rules",
  "import",
  "frames",
  "stages",
  "product",
  "memory",
  "passes",
] as const;
export type BenchName = (typeof benchNames)[number];

export interface BenchOptions {
  readonly browser: BrowserName;
  /** Small pages and one run: whether everything works, not how fast it is. */
  readonly quick: boolean;
  readonly only: readonly BenchName[];
  /** First passes are measured on pages of so many results; on all where there are none. */
  readonly results: readonly number[];
  /** The same for numbers of keywords. */
  readonly keywords: readonly number[];
  /** Hears what is going on. */
  readonly log: (line: string) => void;
  /** Gets each outcome as it comes. */
  readonly onOutcome: (outcome: Outcome) => void;
}

/** Everything that came out, for a file. */
export interface BenchReport {
  readonly browser: string;
  readonly processors: string;
  /** The machine's load over the last minute, at the end. */
  readonly load: number;
  readonly rounds: number;
  readonly seconds: number;
  readonly bars: readonly (Outcome["bars"][number] & { readonly met: boolean })[];
  readonly outcomes: readonly Outcome[];
}

/** Sizes of pages and lists, and how often each is measured. */
interface Sizes {
  readonly rounds: number;
  readonly small: number;
  readonly middle: number;
  readonly large: number;
  readonly keywords: readonly number[];
  /** Hits on the page whose frames are measured. */
  readonly few: number;
  readonly many: number;
  readonly filters: number;
  readonly rules: readonly number[];
  readonly appended: number;
}

const fullSizes: Sizes = {
  rounds: 5,
  small: 10,
  middle: 100,
  large: 1000,
  keywords: [1, 10, 100, 1000, 5000],
  few: 100,
  many: 10_000,
  filters: 500,
  rules: [100, 1000, 10_000, 100_000],
  appended: 10,
};

const quickSizes: Sizes = {
  rounds: 1,
  small: 5,
  middle: 10,
  large: 20,
  keywords: [1, 50],
  few: 1,
  many: 20,
  filters: 20,
  rules: [100, 1000],
  appended: 2,
};

/** Keywords that are imported at once, and so few that they still go around the field that texts are pasted into. */
const mostImported = 10_000;
const fewImported = 1500;

/** kB that the content script may weigh, compressed and without recipes. */
const mostWeight = 60;

const weigh = (folder: string): Outcome => {
  const { code, text } = measureContentScript(folder);
  return {
    name: "The content script",
    heads: ["size"],
    rows: [[text]],
    bars: [
      {
        measure: "content script, gzip, without recipes",
        value: code / 1000,
        unit: "kB",
        bar: mostWeight,
        direction: "at most",
      },
    ],
    data: { code },
  };
};

type Bench = (browser: BenchBrowser) => Promise<Outcome>;

/** Builds for measurements, and measures what is asked for, in one browser. */
export const runBench = async (options: BenchOptions): Promise<BenchReport> => {
  const start = performance.now();
  const { browser: name, quick, only, log, onOutcome } = options;
  const {
    rounds,
    small,
    middle,
    large,
    keywords,
    few,
    many,
    filters,
    rules: ruleCounts,
    appended,
  } = quick ? quickSizes : fullSizes;
  const pages = new Map<number, BenchPage>();
  const markupOf = (size: number): string => (size === 0 ? makeArticle() : pageOf(size).html);
  const pageOf = (size: number): BenchPage => {
    const page = pages.get(size) ?? makePage(size);
    pages.set(size, page);
    return page;
  };
  const [some = 0, most = 0] = [keywords.at(-3) ?? keywords[0], keywords.at(-1)];
  const medium = keywords.at(-2) ?? most;
  const allCells =
    name === "firefox"
      ? [some, most].map((count) => ({ results: large, keywords: count }))
      : [small, middle, large].flatMap((size) => keywords.map((count) => ({ results: size, keywords: count })));
  const isWanted = (count: number, wanted: readonly number[]): boolean => wanted.length === 0 || wanted.includes(count);
  const cells = allCells.filter(
    (cell) => isWanted(cell.results, options.results) && isWanted(cell.keywords, options.keywords),
  );
  // Small pages and few keywords show as well as many whether everything works.
  if (quick) cells.splice(1, cells.length - 2);
  const benches: Readonly<Record<Exclude<BenchName, "size">, Bench>> = {
    detection: (browser) => measureDetection(browser, [middle, large], rounds),
    patterns: (browser) => measurePatterns(browser, small, quick ? 1 : 3),
    deciding: (browser) => measureDeciding(browser, { results: large, filters, keywords: [some, medium] }, rounds),
    rules: async () => {
      // What it measures is the extension's own code, in this process.
      resolveSourceAlias();
      const { measureRules } = await import("./measure/measure-rules.ts");
      return measureRules(ruleCounts, rounds);
    },
    import: (browser) => measureImport(browser, ruleCounts.at(-1) ?? 0, quick ? fewImported : mostImported),
    frames: (browser) => measureFrames(browser, pageOf(large), { results: large, few, many }, rounds),
    stages: (browser) => measureStages(browser, { results: large, appended, many: most, fewer: medium }, rounds),
    product: (browser) =>
      measureProduct(
        browser,
        { results: large, keywords: most, appended, fewerResults: middle, fewerKeywords: some },
        rounds,
      ),
    memory: async (browser) => {
      resolveSourceAlias();
      const { measureMemory } = await import("./measure/measure-memory.ts");
      const sizes = { results: middle, rules: ruleCounts.at(-1) ?? 0, keywords: quick ? fewImported : mostImported };
      return measureMemory(browser, sizes, rounds);
    },
    passes: (browser) => measurePasses(browser, pageOf, cells, rounds, log),
  };
  const chosen = benchNames.filter(
    (bench) =>
      (only.length === 0 || only.includes(bench)) &&
      // What needs the browser's counters.
      (name === "chromium" || !["import", "frames", "product", "memory"].includes(bench)),
  );

  log("Building …");
  const folder = await buildForBench(name === "chromium" ? "chrome" : "firefox", "bench");
  const outcomes: Outcome[] = [];
  const take = (outcome: Outcome): void => {
    outcomes.push(outcome);
    onOutcome(outcome);
  };
  if (chosen.includes("size") && name === "chromium") take(weigh(folder));
  const browser =
    name === "chromium"
      ? await startChromium(folder, (path) => markupOf(Number(path.slice(1))))
      : await startFirefox(
          folder,
          new Map([0, small, middle, large].map((size) => [`${probeHost}/${size}`, markupOf(size)])),
        );
  try {
    for (const bench of chosen) {
      if (bench === "size") continue;
      log(`Measuring ${bench} …`);
      take(await benches[bench](browser));
    }
  } finally {
    await browser.close();
  }
  return {
    browser: `${browser.name} ${browser.version}`,
    processors: `${cpus().length} × ${cpus()[0]?.model ?? ""}`,
    load: loadavg()[0] ?? 0,
    rounds,
    seconds: Math.round((performance.now() - start) / 1000),
    bars: outcomes.flatMap(({ bars }) => bars).map((bar) => ({ ...bar, met: isMet(bar) })),
    outcomes,
  };
};
