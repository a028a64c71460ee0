import { expect, test } from "vitest";

import { storeSettings } from "../support/extension-data.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { list, settingsWith } from "../support/settings-for-tests.ts";
import type { TabUnderTest } from "../support/tab-under-test.ts";

const light = "https://pages.example/";
const dark = "https://pages.example/dark";
const results = 40;
/** The results with a hit: one at the top, one far below. */
const withHit = [1, 30];

const item = (number: number): string =>
  `<li><h3><a href="/item/${number}">Region ${number} of the coast</a></h3>` +
  `<p>What is known of ${withHit.includes(number) ? "harbours" : "meadows"} along coast ${number}, with maps.</p></li>`;

const page = (style: string): string =>
  `<!doctype html><html lang="en"><head><title>Coast</title><style>body { ${style} } li { margin: 80px 0 }</style></head>
<body><ol>${Array.from({ length: results }, (_, index) => item(index + 1)).join("")}</ol></body></html>`;

/** What stands along the right edge: where marks begin, as shares of its height; null where there are none. */
const edge = (tab: TabUnderTest) =>
  tab.evaluate(() => {
    const host = document.querySelector("winnow-markers");
    if (host === null) return null;
    const rows: number[] = [];
    // What is not a mark lets the pointer through to the page.
    for (let y = 0; y < innerHeight; y++) {
      const at = document.elementFromPoint(document.documentElement.clientWidth - 4, y);
      if (at === host) rows.push(y);
    }
    const starts = rows.filter((y) => !rows.includes(y - 1));
    return { shares: starts.map((y) => y / innerHeight), childrenOfBody: document.body.childElementCount };
  });

inEachBrowser(
  "The marks along the scroll bar",
  async (browser) => {
    browser.serve(
      new Map([
        [light, { body: page("background: #ffffff; color: #111111") }],
        [dark, { body: page("background: #111111; color: #eeeeee") }],
      ]),
    );
    await browser.grantHost("https://pages.example/*");
  },
  (browser) => {
    const lists = [list(1, "Words", "harbours")];
    test.each([
      ["a light", light],
      ["a dark", dark],
    ])("stand where the hits are on %s page, and go when switched off", async (_, address) => {
      await storeSettings(browser(), settingsWith({ lists, scrollMarkers: true }));
      const tab = await browser().open(address);
      await tab.waitForState("ready");
      await expect.poll(async () => (await edge(tab))?.shares.length, { timeout: 20_000 }).toBe(2);
      const wanted = await tab.evaluate((numbers) => {
        const items = [...document.querySelectorAll("li p")];
        return numbers.map((number) => {
          const { top, height } = items[number - 1]!.getBoundingClientRect();
          return (top + height / 2 + scrollY) / document.documentElement.scrollHeight;
        });
      }, withHit);
      const drawn = await edge(tab);
      for (const [index, share] of wanted.entries()) expect(Math.abs(drawn!.shares[index]! - share)).toBeLessThan(0.02);
      expect(drawn?.childrenOfBody).toBe(1);

      await storeSettings(browser(), settingsWith({ lists, scrollMarkers: false }));
      await expect.poll(() => edge(tab)).toBe(null);
      await storeSettings(browser(), settingsWith({ lists, scrollMarkers: true }));
      await expect.poll(async () => (await edge(tab))?.shares.length, { timeout: 20_000 }).toBe(2);
    });

    test("lead to their hits by a click", async () => {
      await storeSettings(browser(), settingsWith({ lists, scrollMarkers: true }));
      const tab = await browser().open(light);
      await tab.waitForState("ready");
      await expect.poll(async () => (await edge(tab))?.shares.length, { timeout: 20_000 }).toBe(2);
      const marks = tab.inside("winnow-markers");
      const lowest = await marks.waitFor((root) => {
        const tops = [...root.querySelectorAll("i")].map((mark) => mark.getBoundingClientRect().top);
        return tops.indexOf(Math.max(...tops)) + 1;
      });
      await marks.click(`i:nth-child(${lowest})`);
      await tab.waitFor((number) => {
        const { top, bottom } = document.querySelectorAll("li p")[number - 1]!.getBoundingClientRect();
        return top > 0 && bottom < innerHeight;
      }, withHit[1]!);
    });

    test("follow the page's size", async () => {
      await storeSettings(browser(), settingsWith({ lists, scrollMarkers: true }));
      const tab = await browser().open(light);
      await tab.waitForState("ready");
      await expect.poll(async () => (await edge(tab))?.shares.length, { timeout: 20_000 }).toBe(2);
      const before = (await edge(tab))!.shares[1]!;
      await tab.evaluate(() => {
        document.body.style.paddingBottom = "20000px";
      });
      await expect.poll(async () => (await edge(tab))?.shares[1] ?? 1).toBeLessThan(before / 2);
    });
  },
);
