import type { KeywordList } from "@/model/keyword-list.ts";
import type { Settings } from "@/model/settings.ts";

import { defaultKeywordOptions } from "../../../src/model/keyword-list.ts";
import { defaultSettings } from "../../../src/settings/default-settings.ts";
import type { BenchBrowser, BenchTab, Counters } from "../browser/bench-browser.ts";
import { productHost } from "../browser/hosts.ts";

/** Settings as the extension stores them, with one list. */
export const settingsWith = (enabled: boolean, lines: readonly string[]): Settings & { readonly version: number } => {
  const list: KeywordList = {
    id: "bench",
    name: "Bench",
    color: 1,
    enabled: true,
    lines,
    options: defaultKeywordOptions,
  };
  return { version: 1, ...defaultSettings, enabled, lists: [list] };
};

/** Milliseconds without a script's running after which nothing more is expected. */
const quiet = 600;
/** Milliseconds between two looks at a page. */
const lookEvery = 100;
/** Looks after which a page that never comes to rest is given up. */
const mostLooks = 600;

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** Waits until no script has run on a page for a while, and tells what the browser has counted. */
export const untilQuiet = async (tab: BenchTab): Promise<Counters> => {
  let last = await tab.count();
  let since = 0;
  for (let look = 0; look < mostLooks && since < quiet; look++) {
    await pause(lookEvery);
    const now = await tab.count();
    since = now?.scriptTime === last?.scriptTime ? since + lookEvery : 0;
    last = now;
  }
  if (last === null) throw new Error("The browser does not count.");
  return last;
};

/** Runs in the page: waits until the product says so of the page. */
const untilState = async (wanted: string): Promise<void> => {
  while (document.documentElement.dataset["winnowState"] !== wanted) {
    await new Promise((done) => requestAnimationFrame(done));
  }
};

/** Loads a page with the product's own content script in it and waits for its work to be done. */
export const openProductPage = async (
  browser: BenchBrowser,
  results: number,
  state: "ready" | "off",
): Promise<{ readonly tab: BenchTab; readonly counters: Counters }> => {
  const tab = await browser.openTab(`${productHost}/${results}`);
  await tab.evaluate(untilState, state);
  return { tab, counters: await untilQuiet(tab) };
};
