import type { BenchBrowser, BenchTab, Counters } from "../browser/bench-browser.ts";
import type { OwnTask } from "../browser/task-trace.ts";
import { makeKeywords } from "../page/make-keywords.ts";
import { makeResults } from "../page/make-page.ts";
import { medianOf } from "./median.ts";
import type { Outcome } from "./outcome.ts";
import { openProductPage, settingsWith, untilQuiet } from "./product-tab.ts";

export interface ProductSizes {
  readonly results: number;
  readonly keywords: number;
  readonly appended: number;
  /** Of the page on which settings are changed. */
  readonly fewerResults: number;
  readonly fewerKeywords: number;
}

/** What something took of the main thread, in milliseconds of its own time. */
interface Spent {
  readonly script: number;
  readonly layout: number;
  readonly layouts: number;
}

const spent = (before: Counters, after: Counters): Spent => ({
  script: after.scriptTime - before.scriptTime,
  layout: after.layoutTime + after.styleTime - before.layoutTime - before.styleTime,
  layouts: after.layouts - before.layouts,
});

/** A frame, and a long task as the browser's observers name it, in milliseconds. */
const frame = 1000 / 60;
const longTask = 50;
/**
 * Milliseconds of a task below which it is another's: the parser's tasks end with a word to whoever watches the page.
 */
const leastOwn = 1;

/** Runs in the page: how much the page has shifted since it was loaded, and how many nodes it has. */
const lookAtPage = async (): Promise<{ readonly shift: number; readonly nodes: number }> => {
  const walker = document.createTreeWalker(document);
  let nodes = 0;
  while (walker.nextNode() !== null) nodes++;
  let shift = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shift += (entry as unknown as { readonly value: number }).value;
  });
  observer.observe({ type: "layout-shift", buffered: true });
  await new Promise((done) => setTimeout(done, 100));
  observer.disconnect();
  return { shift, nodes };
};

const append = (html: string): void => document.querySelector("#list")?.insertAdjacentHTML("beforeend", html);

interface Round {
  readonly load: Spent;
  readonly appending: Spent;
  readonly change: Spent;
  readonly off: Spent;
  readonly shift: number;
  readonly nodesAdded: number;
  readonly bytes: number;
}

/** What the product's own content script does on a page from its load to its being switched off, seen from outside. */
const runRound = async (browser: BenchBrowser, sizes: ProductSizes): Promise<Round> => {
  const keywords = makeKeywords(sizes.keywords);
  const fewer = makeKeywords(2 * sizes.fewerKeywords);
  const html = makeResults(sizes.appended, sizes.results + 1)
    .map((result) => result.html)
    .join("");
  const during = async (tab: BenchTab, before: Counters, action: () => Promise<void>): Promise<[Spent, Counters]> => {
    await action();
    const after = await untilQuiet(tab);
    return [spent(before, after), after];
  };

  await browser.storeSettings(settingsWith(false, keywords));
  const control = await openProductPage(browser, sizes.results, "off");
  const bare = await control.tab.evaluate(lookAtPage);
  const bareHeap = (await control.tab.memory()) ?? 0;
  const [bareAppending] = await during(control.tab, await untilQuiet(control.tab), () =>
    control.tab.evaluate(append, html),
  );
  await control.tab.close();

  await browser.storeSettings(settingsWith(true, keywords));
  const { tab, counters } = await openProductPage(browser, sizes.results, "ready");
  const lit = await tab.evaluate(lookAtPage);
  const bytes = ((await tab.memory()) ?? 0) - bareHeap;
  const [appending] = await during(tab, await untilQuiet(tab), () => tab.evaluate(append, html));
  await tab.close();

  await browser.storeSettings(settingsWith(true, fewer.slice(0, sizes.fewerKeywords)));
  const small = await openProductPage(browser, sizes.fewerResults, "ready");
  const [change, changed] = await during(small.tab, small.counters, () =>
    browser.storeSettings(settingsWith(true, fewer.slice(sizes.fewerKeywords))),
  );
  const [off] = await during(small.tab, changed, () => browser.storeSettings(settingsWith(false, fewer)));
  await small.tab.close();

  const load = spent(control.counters, counters);
  return {
    load: { ...load, script: counters.scriptTime },
    appending: { ...appending, script: appending.script - bareAppending.script },
    change,
    off,
    shift: lit.shift - bare.shift,
    nodesAdded: lit.nodes - bare.nodes,
    bytes,
  };
};

/** The product as it is, with detection and all, on pages that load with it switched on. */
export const measureProduct = async (browser: BenchBrowser, sizes: ProductSizes, rounds: number): Promise<Outcome> => {
  const measured: Round[] = [];
  const traces: (readonly OwnTask[])[] = [];
  for (let round = 0; round < rounds; round++) {
    measured.push(await runRound(browser, sizes));
    await browser.storeSettings(settingsWith(true, makeKeywords(sizes.keywords)));
    const tasks = await browser.traceOwnTasks(async () => {
      await (await openProductPage(browser, sizes.results, "ready")).tab.close();
    });
    traces.push(tasks ?? []);
  }
  const middle = (read: (round: Round) => number): number | null => medianOf(measured, read);
  const longest = medianOf(traces, (tasks) => Math.max(0, ...tasks.map(({ own }) => own)));
  const longestAfterwards = medianOf(traces, (tasks) =>
    Math.max(0, ...tasks.filter(({ begins }) => !begins).map(({ own }) => own)),
  );
  const long = medianOf(
    traces,
    (tasks) => tasks.filter(({ own, whole }) => whole > longTask && own >= leastOwn).length,
  );
  const repaint = middle(({ change }) => change.script + change.layout);
  const figure = (value: number | null): string => value?.toFixed(1) ?? "–";
  const row = (name: string, read: (round: Round) => Spent): readonly string[] => [
    name,
    figure(middle((round) => read(round).script)),
    figure(middle((round) => read(round).layout)),
    figure(middle((round) => read(round).layouts)),
  ];
  const { results, keywords, appended, fewerResults, fewerKeywords } = sizes;
  return {
    name: "The product's content script, from outside",
    heads: ["what", "script", "style and layout", "layouts"],
    rows: [
      row(`load, ${results} × ${keywords}, over a load without`, ({ load }) => load),
      row(`${appended} results appended`, ({ appending }) => appending),
      row(`other keywords, ${fewerResults} × ${fewerKeywords}`, ({ change }) => change),
      row(`switched off, ${fewerResults} × ${fewerKeywords}`, ({ off }) => off),
      ["longest slice of its own", figure(longest)],
      ["the same after the scripts have been compiled", figure(longestAfterwards)],
      ["memory, kB", figure(middle(({ bytes }) => bytes / 1000))],
    ],
    bars: [
      {
        measure: `tasks over ${longTask} ms, ${results} × ${keywords}`,
        value: long,
        unit: "",
        bar: 0,
        direction: "at most",
      },
      { measure: "longest slice of its own", value: longest, unit: "ms", bar: 8, direction: "at most" },
      {
        measure: `other keywords on ${fewerResults} results: script, style and layout within a frame`,
        value: repaint,
        unit: "ms",
        bar: frame,
        direction: "at most",
      },
      { measure: "layout shift", value: middle(({ shift }) => shift), unit: "", bar: 0, direction: "at most" },
      {
        measure: "nodes added to the page by the product",
        value: middle(({ nodesAdded }) => nodesAdded),
        unit: "",
        bar: 0,
        direction: "at most",
      },
    ],
    data: { measured, traces },
  };
};
