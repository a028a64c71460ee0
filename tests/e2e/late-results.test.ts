import { expect, test } from "vitest";

import type { Rule } from "@/model/ruleset.ts";

import type { BrowserUnderTest } from "../support/browser-under-test.ts";
import { storeSettings } from "../support/extension-data.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { seenSampler, seenUntilNow } from "../support/seen-results.ts";
import { filter, settingsWith } from "../support/settings-for-tests.ts";
import { storeRules } from "../support/store-rules.ts";
import type { TabUnderTest } from "../support/tab-under-test.ts";

/** A page that a recipe knows, and one whose listing is found without. */
const engine = "https://www.mojeek.com/search?q=document";
const shop = "https://shop.example/";

/** How a page adds to its listing: on its own, in the middle of a frame, after the layout of one, in a new block. */
const ways = ["a task", "a frame", "a layout", "a block"] as const;

const script = `<script>
  const add = (way, first, count) => {
    const list = document.querySelector(".list");
    const items = Array.from({ length: count }, (_, index) => make(first + index));
    const append = () => list.append(...items);
    if (way === "a task") setTimeout(append);
    else if (way === "a frame") requestAnimationFrame(append);
    else if (way === "a layout") {
      const observer = new ResizeObserver(() => {
        observer.disconnect();
        append();
      });
      observer.observe(list);
    } else setTimeout(() => {
      const block = document.createElement("ul");
      block.className = list.className;
      block.append(...items);
      list.after(block);
    });
  };
  // Every third is unwanted; so is the host of every fourth; every tenth is none.
  const make = (index) => {
    const item = document.createElement("li");
    item.className = "doc";
    item.id = "r" + index;
    if (index % 10 === 9) {
      item.innerHTML = "<hr>";
      return item;
    }
    const address = "https://" + (index % 4 === 1 ? "bad" : "site") + index + ".example/";
    item.innerHTML =
      '<a class="ob" href="' + address + '"></a><h2><a class="title" href="' + address + '">Document ' + index + "</a></h2>" +
      '<p class="s">A text that goes on for a while and ends with ' + (index % 3 === 1 ? "rubbish" : "reason") + ".</p>";
    return item;
  };
  globalThis.add = add;
  globalThis.make = make;
  add("a task", 0, 8);
</script>`;

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Search</title>${seenSampler}</head><body>
  <h1>Documents</h1><ul class="list results-standard"></ul>${script}</body></html>`;

/**
 * Milliseconds for which results are covered, less a frame or two: nothing is covered for longer, so on a machine that
 * takes as long to judge them they are seen.
 */
const covered = 700;

const isUnwanted = (id: string): boolean => Number(id.slice(1)) % 3 === 1 && Number(id.slice(1)) % 10 !== 9;
const isBad = (id: string): boolean => Number(id.slice(1)) % 4 === 1 && Number(id.slice(1)) % 10 !== 9;

/** Opens the page and waits until what it begins with was judged. */
const open = async (browser: BrowserUnderTest, address: string): Promise<TabUnderTest> => {
  const tab = await browser.open(address);
  await tab.waitFor(() => document.querySelectorAll("[data-winnow-verdict]").length === 8);
  await tab.waitForState("ready");
  // What was there before the settings were read is not what is asked for here.
  await tab.evaluate(() => (globalThis as unknown as { seen: Map<string, number> }).seen.clear());
  return tab;
};

/** Has the page add results, and waits until all of them were judged and all that is no result is to be seen. */
const addAll = async (tab: TabUnderTest, way: (typeof ways)[number], rounds: number): Promise<readonly string[]> => {
  for (let round = 1; round <= rounds; round++) {
    await tab.evaluate(
      (how, first) => {
        (globalThis as unknown as { add: (way: string, first: number, count: number) => void }).add(how, first, 10);
      },
      way,
      round * 10,
    );
    await tab.waitFor(
      (last) =>
        [...document.querySelectorAll(".doc")].some(({ id }) => id === last) &&
        [...document.querySelectorAll(".doc:not(:has(hr))")].every((item) => item.hasAttribute("data-winnow-verdict")),
      `r${String(round * 10 + 9)}`,
    );
  }
  await tab.waitFor(() =>
    [...document.querySelectorAll(".doc:has(hr), [data-winnow-verdict=show]")].every((item) =>
      item.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }),
    ),
  );
  return seenUntilNow(tab, covered);
};

inEachBrowser(
  "Results that come late",
  async (browser) => {
    browser.serve(
      new Map([
        [engine, { body: page }],
        [shop, { body: page }],
      ]),
    );
    await browser.grantHost("https://shop.example/*");
  },
  (browser) => {
    test.each(ways.map((way) => [way]))(
      "what is hidden is never seen on a known site, in no frame: %s",
      async (way) => {
        await storeRules(browser(), []);
        await storeSettings(browser(), settingsWith({ filters: [filter("hide", "rubbish")] }));
        const tab = await open(browser(), engine);
        const seen = await addAll(tab, way, 4);
        expect(seen.filter(isUnwanted)).toEqual([]);
        const all = await seenUntilNow(tab);
        expect(all.filter((id) => Number(id.slice(1)) >= 10 && !isUnwanted(id)).length).toBe(28);
      },
    );

    test.each(["a task", "a frame"] as const)("nor where the listing was found without a recipe: %s", async (way) => {
      await storeRules(browser(), []);
      await storeSettings(browser(), settingsWith({ filters: [filter("fold", "rubbish")] }));
      const tab = await open(browser(), shop);
      expect((await addAll(tab, way, 4)).filter(isUnwanted)).toEqual([]);
    });

    test.each([engine, shop])("nor what rules hide that are read only for the hosts that came: %s", async (address) => {
      const others = Array.from({ length: 3000 }, (_, index) => `site:other${String(index)}.example`);
      const hosts = Array.from({ length: 60 }, (_, index) => `site:bad${String(index)}.example`);
      const rules = [...others, ...hosts].map((condition): Omit<Rule, "line"> => ({ condition, action: "hide" }));
      await storeRules(browser(), rules);
      await storeSettings(browser(), settingsWith({}));
      const tab = await open(browser(), address);
      const seen = await addAll(tab, "a frame", 4);
      expect(seen.filter(isBad)).toEqual([]);
      await storeRules(browser(), []);
    });

    test.each([
      [engine, 30, "replaced"],
      [shop, 30, "replaced"],
      [shop, 100, "replaced"],
      [shop, 100, "in a new list"],
    ] as const)("what comes back is hidden at once: %s, every %i ms, %s", async (address, pause, how) => {
      await storeRules(browser(), []);
      await storeSettings(browser(), settingsWith({ filters: [filter("hide", "rubbish")] }));
      const tab = await open(browser(), address);
      await tab.evaluate(
        (milliseconds, inNewList) => {
          const own = globalThis as unknown as { make: (index: number) => Element; rounds: number };
          own.rounds = 0;
          setInterval(() => {
            const list = document.querySelector(".list")!;
            const items = [0, 1, 2, 3, 4, 5, 6, 7].map(own.make);
            const fresh = inNewList ? (list.cloneNode() as Element) : list;
            fresh.replaceChildren(...items);
            if (inNewList) list.replaceWith(fresh);
            own.rounds++;
          }, milliseconds);
        },
        pause,
        how === "in a new list",
      );
      await tab.waitFor(() => (globalThis as unknown as { rounds: number }).rounds >= 60);
      expect(await seenUntilNow(tab)).toEqual(["r0", "r2", "r3", "r5", "r6"]);
    });

    test("a listing that the page keeps rendering anew is seen, and judged when it rests", async () => {
      await storeRules(browser(), []);
      await storeSettings(browser(), settingsWith({ filters: [filter("hide", "rubbish")] }));
      const tab = await open(browser(), engine);
      await tab.evaluate(() => {
        const own = globalThis as unknown as { make: (index: number) => Element; inARow: number; rest: () => void };
        const list = document.querySelector(".list")!;
        const timer = setInterval(() => list.replaceChildren(...[0, 1, 2, 3, 4, 5, 6, 7].map(own.make)), 30);
        own.rest = () => clearInterval(timer);
        /** Frames one after the other in which some result is to be seen. */
        own.inARow = 0;
        const sample = (): void => {
          const isSeen = [...document.querySelectorAll(".doc")].some((item) =>
            item.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }),
          );
          own.inARow = isSeen ? own.inARow + 1 : 0;
          requestAnimationFrame(sample);
        };
        requestAnimationFrame(sample);
      });
      await tab.waitFor(() => (globalThis as unknown as { inARow: number }).inARow >= 100);
      await tab.evaluate(() => {
        (globalThis as unknown as { rest: () => void }).rest();
      });
      await tab.waitFor(() => document.querySelectorAll("[data-winnow-verdict]").length === 8);
      const ids = (): readonly string[] =>
        [...document.querySelectorAll("[data-winnow-verdict=hide]")].map(({ id }) => id);
      expect(await tab.evaluate(ids)).toEqual(["r1", "r4", "r7"]);
    });
  },
);
