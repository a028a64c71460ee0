import type { BenchBrowser, BenchTab } from "../browser/bench-browser.ts";
import { countOccurrences } from "../page/count-occurrences.ts";
import { makeKeywords } from "../page/make-keywords.ts";
import type { BenchPage } from "../page/make-page.ts";
import { medianOf } from "./median.ts";
import type { Outcome } from "./outcome.ts";
import { ratio } from "./outcome.ts";
import { openProductPage, settingsWith, untilQuiet } from "./product-tab.ts";

const changes = ["attribute", "text"] as const;
type Change = (typeof changes)[number];

/** Frames in a row, each with one change. */
const frames = 60;
/** The most that a frame with many hits may take of one with few. */
const most = 1.5;

/** Runs in the page: changes something small outside the results in each of some frames. */
const changeInFrames = async (change: Change, count: number): Promise<void> => {
  const clock = document.querySelector("#clock");
  for (let frame = 0; frame < count; frame++) {
    await new Promise((done) => requestAnimationFrame(done));
    if (change === "attribute") clock?.setAttribute("data-tick", String(frame));
    else if (clock) clock.textContent = `12:${frame}`;
  }
};

/** So many blocks at the top of the page are in view when it is opened. */
const blocksInView = 12;

/**
 * As many keywords as it takes for so many hits. The first has hits in view: what is compared is what few hits cost
 * and what many do, and where none is near the view, none costs anything.
 */
const keywordsFor = (page: BenchPage, hits: number): readonly string[] => {
  const all = makeKeywords(5000);
  const inView = countOccurrences(page.blocks.slice(0, blocksInView), all);
  const whole = countOccurrences(page.blocks, all);
  const first = inView.findIndex((count, index) => count > 0 && (whole[index] ?? 0) <= hits);
  const keywords = first === -1 ? all : [all[first] ?? "", ...all.filter((_, index) => index !== first)];
  let sum = 0;
  const counts = countOccurrences(page.blocks, keywords);
  const last = counts.findIndex((count) => (sum += count) >= hits);
  return keywords.slice(0, last + 1);
};

const costOfFrames = async (tab: BenchTab, change: Change): Promise<number> => {
  const before = await untilQuiet(tab);
  await tab.evaluate(changeInFrames, change, frames);
  const after = await untilQuiet(tab);
  return (after.taskTime - before.taskTime) / frames;
};

/** What a frame costs after a small change of the page, with few hits on the page and with many. */
export const measureFrames = async (
  browser: BenchBrowser,
  page: BenchPage,
  { results, few, many }: { readonly results: number; readonly few: number; readonly many: number },
  rounds: number,
): Promise<Outcome> => {
  const states = [
    { name: "switched off", settings: settingsWith(false, []), state: "off" },
    { name: `${few} hits`, settings: settingsWith(true, keywordsFor(page, few)), state: "ready" },
    { name: `${many} hits`, settings: settingsWith(true, keywordsFor(page, many)), state: "ready" },
  ] as const;
  const costs = states.map(() => ({ attribute: [] as number[], text: [] as number[] }));
  for (let round = 0; round < rounds; round++) {
    for (const [index, { settings, state }] of states.entries()) {
      await browser.storeSettings(settings);
      const { tab } = await openProductPage(browser, results, state);
      for (const change of changes) costs[index]?.[change].push(await costOfFrames(tab, change));
      await tab.close();
    }
  }
  const cost = (index: number, change: Change): number | null => medianOf(costs[index]?.[change] ?? [], (one) => one);
  return {
    name: "A frame after a small change of the page",
    heads: ["change", ...states.map(({ name }) => name)],
    rows: changes.map((change) => [change, ...states.map((_, index) => cost(index, change)?.toFixed(2) ?? "–")]),
    bars: changes.map((change) => ({
      measure: `a frame after a change of ${change === "text" ? "a text" : "an attribute"}, ${many} hits against ${few}`,
      value: ratio(cost(2, change), cost(1, change)),
      unit: "×",
      bar: most,
      direction: "at most",
    })),
    data: costs,
  };
};
