import { expect, test } from "vitest";

import type { ServedPages } from "../support/browser-engine.ts";
import { readReport, storeSettings } from "../support/extension-data.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { filter, list, settingsWith } from "../support/settings-for-tests.ts";
import type { TabUnderTest } from "../support/tab-under-test.ts";

const origin = "https://rewritten.example";

const count = 12;
const words = "It took three years to visit every place that the old maps name, and the last was far.";

const page = (style: string, more: (number: number) => string, classOf: (number: number) => string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Rewritten</title><style>${style}</style></head>
  <body><nav><a href="/">Home</a> <a href="/help">Help</a></nav><main><div id="list">${Array.from(
    { length: count },
    (_, index) =>
      `<article class="${classOf(index + 1)}" id="e${index + 1}"><h3><a href="/doc/${index + 1}">The ferry of the river number${index + 1}</a></h3><p>${words}</p>${more(index + 1)}</article>`,
  ).join("")}</div></main></body></html>`;

const pages: ServedPages = new Map([
  [
    `${origin}/accordion`,
    {
      body: page(
        ".item:not(.open) .body { display: none }",
        (number) => `<div class="body">Answer ${number} tells of the kingfisher that lives there.</div>`,
        (number) => (number === 2 ? "item open" : "item"),
      ),
    },
  ],
  [
    `${origin}/read-more`,
    {
      body: page(
        "",
        () => `<p class="full" hidden>The whole text tells of the kingfisher. ${words}</p>`,
        () => "item",
      ),
    },
  ],
  [
    `${origin}/tags`,
    {
      body: page(
        ".info { display: flex } .tag { display: inline-block }",
        (number) => `<div class="info"><span class="tag">secret${number}</span><span class="tag">other</span></div>`,
        () => "entry",
      ),
    },
  ],
]);

const verdictOf = (tab: TabUnderTest, id: string): Promise<string | null> =>
  tab.evaluate((wanted) => document.getElementById(wanted)!.getAttribute("data-winnow-verdict"), id);

/** Longer than what pages are given to rest between two looks. */
const patient = { timeout: 10_000, interval: 100 };

inEachBrowser(
  "Results that are rewritten",
  async (browser) => {
    browser.serve(pages);
    await browser.grantHost(`${origin}/*`);
  },
  (browser) => {
    test("what is hidden is read as the page made it, and stays hidden", async () => {
      await storeSettings(
        browser(),
        settingsWith({ lists: [list(1, "Mine", "kingfisher")], filters: [filter("hide", "meta:secret1")] }),
      );
      const tab = await browser().open(`${origin}/tags`);
      await tab.waitForState("ready");
      await expect.poll(() => verdictOf(tab, "e1"), patient).toBe("hide");
      const rewrite = (id: string): Promise<void> =>
        tab.evaluate((wanted) => {
          const result = document.getElementById(wanted)!;
          result.className = "entry seen";
          result.querySelector("p")!.append(" Of the kingfisher, too.");
        }, id);
      const hits = (id: string): Promise<string | null> =>
        tab.evaluate((wanted) => document.getElementById(wanted)!.getAttribute("data-winnow-hits"), id);
      for (const id of ["e1", "e2"]) {
        await rewrite(id);
        await expect.poll(() => hits(id), patient).toBe("1");
      }
      expect([await verdictOf(tab, "e1"), await verdictOf(tab, "e2")]).toEqual(["hide", "show"]);
      const results = (await readReport(browser(), tab))?.results ?? [];
      expect(results.slice(0, 3).map(({ result }) => result.meta)).toEqual(
        [1, 2, 3].map((number) => `secret${number}\nother`),
      );
    });

    const lit = (tab: TabUnderTest): Promise<readonly string[]> =>
      tab.evaluate(() =>
        [...(CSS.highlights.get("winnow-1") ?? [])].map(
          ({ startContainer }) => startContainer.parentElement!.closest("[id]")!.id,
        ),
      );

    test("what is opened and closed is searched while it is open", async () => {
      await storeSettings(browser(), settingsWith({ lists: [list(1, "Mine", "kingfisher")] }));
      const tab = await browser().open(`${origin}/accordion`);
      await tab.waitForState("ready");
      await expect.poll(() => lit(tab), patient).toEqual(["e2"]);
      await tab.evaluate(() => document.querySelector("#e3")!.classList.add("open"));
      await expect.poll(() => lit(tab), patient).toEqual(["e2", "e3"]);
      await tab.evaluate(() => document.querySelector("#e2")!.classList.remove("open"));
      await expect.poll(() => lit(tab), patient).toEqual(["e3"]);
    });

    test("a text that is shown in place of another is searched, on a page that restyles things in every frame", async () => {
      await storeSettings(browser(), settingsWith({ lists: [list(1, "Mine", "kingfisher")] }));
      const tab = await browser().open(`${origin}/read-more`);
      await tab.waitForState("ready");
      expect(await lit(tab)).toEqual([]);
      await tab.evaluate(() => {
        const turn = (): void => {
          for (const title of document.querySelectorAll("h3")) title.classList.toggle("turned");
          requestAnimationFrame(turn);
        };
        turn();
        for (const text of document.querySelectorAll<HTMLElement>("#e1 p")) text.hidden = !text.hidden;
      });
      await expect.poll(() => lit(tab), patient).toEqual(["e1"]);
      expect((await readReport(browser(), tab))?.found).toBe(count);
    });
  },
);
