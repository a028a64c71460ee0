import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import type { SourceMapPayload } from "node:module";
import { join } from "node:path";

import { profile } from "./browser/bench-browser.ts";
import type { BenchBrowser, ProfiledFunction } from "./browser/bench-browser.ts";
import { buildForBench } from "./browser/build-for-bench.ts";
import { startChromium } from "./browser/chromium-for-bench.ts";
import { probeHost, productHost } from "./browser/hosts.ts";
import { openProductPage, settingsWith } from "./measure/product-tab.ts";
import { makeFilters } from "./page/make-filters.ts";
import { makeKeywords } from "./page/make-keywords.ts";
import { makePage } from "./page/make-page.ts";
import type { ProbeCall } from "./probe/probe-calls.ts";

/** What is not work: waiting, and whatever the browser does outside of JavaScript. */
const idle: ReadonlySet<string> = new Set(["(idle)", "(program)", "(root)"]);

/** How often each is profiled; the times are means. */
const rounds = 3;
const functionsShown = 28;

const calls = (results: number): readonly (readonly [name: string, call: ProbeCall])[] => {
  const pass = (count: number): ProbeCall => ({
    do: "Winnow",
    keywords: makeKeywords(count),
    onlyInView: false,
    stage: { do: "first" },
  });
  return [
    [`pass, ${results} × 100`, pass(100)],
    [`pass, ${results} × 5000`, pass(5000)],
    [`scan, ${results}`, { do: "scan" }],
    [`deciding, ${results}`, { do: "decide", keywords: makeKeywords(100), filters: makeFilters(500) }],
  ];
};

/** Which source a place in a built script comes from. */
const sourceFinder = (file: string): ((of: ProfiledFunction) => string) => {
  const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, "utf8")) as SourceMapPayload);
  return ({ line, column }) => {
    const entry = map.findEntry(line, column);
    return "originalSource" in entry ? entry.originalSource.replace(/^(?:\.\.\/)+/, "") : "";
  };
};

const sumBy = (
  functions: readonly ProfiledFunction[],
  key: (of: ProfiledFunction) => string,
): readonly (readonly [string, number])[] => {
  const sums = new Map<string, number>();
  for (const one of functions) sums.set(key(one), (sums.get(key(one)) ?? 0) + one.milliseconds / rounds);
  return [...sums].toSorted((a, b) => b[1] - a[1]);
};

const profileLines = (name: string, functions: readonly ProfiledFunction[], folder: string): readonly string[] => {
  const finders = new Map<string, (of: ProfiledFunction) => string>();
  const sourceOf = (of: ProfiledFunction): string => {
    if (!of.script.startsWith("chrome-extension:")) return of.script === "" ? "(engine)" : "(page)";
    const path = new URL(of.script).pathname;
    const find = finders.get(path) ?? sourceFinder(join(folder, path));
    finders.set(path, find);
    return find(of);
  };
  const working = functions.filter((one) => !idle.has(one.name) && sourceOf(one) !== "(page)");
  const total = working.reduce((sum, { milliseconds }) => sum + milliseconds / rounds, 0);
  const line = ([what, milliseconds]: readonly [string, number]): string =>
    `${milliseconds.toFixed(1).padStart(8)}  ${((100 * milliseconds) / total).toFixed(1).padStart(5)} %  ${what}`;
  return [
    "",
    `${name}: ${total.toFixed(1)} ms`,
    ...sumBy(working, sourceOf).slice(0, functionsShown).map(line),
    "   by function",
    ...sumBy(working, (one) => `${one.name || "(anonymous)"}  ${sourceOf(one)}`)
      .slice(0, functionsShown)
      .map(line),
  ];
};

const profileCall = async (browser: BenchBrowser, results: number, call: ProbeCall) => {
  const functions: ProfiledFunction[] = [];
  for (let round = 0; round < rounds; round++) {
    const tab = await browser.openTab(`${probeHost}/${results}`);
    functions.push(...(await profile(tab, call)));
    await tab.close();
  }
  return functions;
};

/** Prints where the time goes, by source and by function, each function's own time alone. */
export const runProfile = async (results: number, log: (line: string) => void): Promise<void> => {
  const folder = await buildForBench("chrome", "profile");
  const browser = await startChromium(folder, (path) => makePage(Number(path.slice(1))).html);
  try {
    for (const [name, call] of calls(results)) {
      log(profileLines(name, await profileCall(browser, results, call), folder).join("\n"));
    }
    await browser.storeSettings(settingsWith(false, makeKeywords(100)));
    const { tab } = await openProductPage(browser, results, "off");
    const functions = await tab.profile(async () => {
      await tab.evaluate((address) => void (location.href = address), `${productHost}/10`);
      await new Promise((done) => setTimeout(done, 2000));
    });
    await tab.close();
    log(profileLines("the content script's start, switched off", functions, folder).join("\n"));
  } finally {
    await browser.close();
  }
};
