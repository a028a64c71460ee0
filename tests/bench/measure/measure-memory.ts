import { areaWithRules } from "../../support/store-rules.ts";
import type { BenchBrowser } from "../browser/bench-browser.ts";
import { makeKeywords } from "../page/make-keywords.ts";
import { medianOf } from "./median.ts";
import type { Outcome } from "./outcome.ts";
import { openProductPage, settingsWith } from "./product-tab.ts";

export interface MemorySizes {
  readonly results: number;
  readonly rules: number;
  readonly keywords: number;
}

/** MB that Winnow may take of a tab: a few. */
const mostTaken = 5;

/** The items in which a ruleset of domains is stored, of which every tenth of a page's hosts may be one. */
const rulesetItems = async (count: number): Promise<Record<string, unknown>> => {
  const rules = Array.from({ length: count }, (_, index) => ({
    condition: `site:spam-${index}.example`,
    action: "hide" as const,
    line: index + 1,
  }));
  return Object.fromEntries((await areaWithRules(rules)).items);
};

/**
 * What Winnow's own content script takes of a tab's memory: the objects of all scripts on a page that are left after
 * everything else was collected, with Winnow switched on and with it switched off.
 */
export const measureMemory = async (browser: BenchBrowser, sizes: MemorySizes, rounds: number): Promise<Outcome> => {
  const { results, rules, keywords } = sizes;
  const lines = makeKeywords(keywords);
  const heapWith = async (enabled: boolean, words: readonly string[]): Promise<number> => {
    await browser.storeSettings(settingsWith(enabled, words));
    const { tab } = await openProductPage(browser, results, enabled ? "ready" : "off");
    const heap = (await tab.memory()) ?? 0;
    await tab.close();
    return heap;
  };
  const items = await rulesetItems(rules);
  const cases: readonly (readonly [name: string, items: Record<string, unknown>, words: readonly string[]])[] = [
    ["nothing to look for", { rulesets: null }, []],
    [`${rules} rules`, items, []],
    [`${keywords} keywords`, { rulesets: null }, lines],
    [`${rules} rules and ${keywords} keywords`, items, lines],
  ];
  const rows: { name: string; megabytes: number }[] = [];
  for (const [name, stored, words] of cases) {
    await browser.storeItems(stored);
    const taken: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const off = await heapWith(false, words);
      taken.push((await heapWith(true, words)) - off);
    }
    rows.push({ name, megabytes: (medianOf(taken, (bytes) => bytes) ?? 0) / 1_000_000 });
  }
  await browser.storeItems({ rulesets: null });
  return {
    name: "What a tab takes",
    heads: [`on a page of ${results} results`, "MB"],
    rows: rows.map(({ name, megabytes }) => [name, megabytes.toFixed(2)]),
    bars: [
      {
        measure: `a tab with ${rules} rules and ${keywords} keywords`,
        value: rows.at(-1)?.megabytes ?? null,
        unit: "MB",
        bar: mostTaken,
        direction: "at most",
      },
    ],
    data: rows,
  };
};
