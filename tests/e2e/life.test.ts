import { expect, test } from "vitest";

import type { ServedPages } from "../support/browser-engine.ts";
import type { BrowserUnderTest } from "../support/browser-under-test.ts";
import { readReport, storeSettings } from "../support/extension-data.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { list, settingsWith } from "../support/settings-for-tests.ts";
import type { TabUnderTest } from "../support/tab-under-test.ts";

const origin = "https://life.example";

declare global {
  /** What pages of this file offer: the markup of a result, and results from a number on. */
  var resultAt: (number: number) => string;
  var resultsFrom: (first: number, count: number) => string;
}

/** Runs in the pages: results that say their number in words that keywords can find. */
const library = `<script>
  globalThis.resultAt = (n) => '<article class="entry" id="e' + n + '"><h3><a href="/doc/' + n + '">The ferry of the river number' + n +
    '</a></h3><p>It took three years to visit every place that the old maps name, and number' + n + ' was the last.</p></article>';
  globalThis.resultsFrom = (first, count) => Array.from({ length: count }, (_, index) => resultAt(first + index)).join("");
</script>`;

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Life</title>${library}</head>
  <body><nav><a href="/">Home</a> <a href="/help">Help</a></nav><main><div id="list">${body}</div></main><aside id="aside">12:00</aside></body></html>`;

const filled = (count: number): string =>
  page(`</div><script>document.querySelector("#list").innerHTML = resultsFrom(1, ${count});</script><div>`);

const pages: ServedPages = new Map([
  [`${origin}/list`, { body: filled(30) }],
  [`${origin}/late`, { body: page("") }],
  [`${origin}/empty`, { body: "" }],
  [`${origin}/many`, { body: filled(10_000) }],
  [
    `${origin}/large`,
    {
      body: page(
        `</div><script>document.body.insertAdjacentHTML("beforeend", "<div><span>Note <b>of</b> it</span></div>".repeat(17000));</script><div>`,
      ),
    },
  ],
  [`${origin}/deep`, { body: page("<div>level <a href='/x'>link</a>".repeat(500)) }],
]);

const resultCount = (tab: TabUnderTest): Promise<number> =>
  tab.evaluate(() => document.querySelectorAll("[data-winnow-result]").length);

const waitForResults = (tab: TabUnderTest, count: number): Promise<unknown> =>
  tab.waitFor((wanted) => document.querySelectorAll("[data-winnow-result]").length === wanted, count);

/** The ids of the results in the order of their positions. */
const inOrder = (tab: TabUnderTest): Promise<readonly string[]> =>
  tab.evaluate(() =>
    [...document.querySelectorAll("[data-winnow-result]")]
      .toSorted((a, b) => Number(a.getAttribute("data-winnow-result")) - Number(b.getAttribute("data-winnow-result")))
      .map(({ id }) => id),
  );

const useKeyword = (browser: BrowserUnderTest, ...keywords: readonly string[]): Promise<void> =>
  storeSettings(browser, settingsWith({ lists: [list(1, "Mine", ...keywords)] }));

const open = async (browser: BrowserUnderTest, name: string, count: number): Promise<TabUnderTest> => {
  const tab = await browser.open(`${origin}/${name}`);
  await tab.waitForState(count > 0 ? "ready" : "empty");
  await waitForResults(tab, count);
  return tab;
};

inEachBrowser(
  "Life on the page",
  async (browser) => {
    browser.serve(pages);
    await browser.grantHost(`${origin}/*`);
  },
  (browser) => {
    test("results that are added as one scrolls are found, some thousands of them", async () => {
      await useKeyword(browser(), "number2430");
      const tab = await open(browser(), "list", 30);
      for (let loaded = 30; loaded < 2430; loaded += 300) {
        await tab.evaluate(
          (first) => document.querySelector("#list")?.insertAdjacentHTML("beforeend", resultsFrom(first, 300)),
          loaded + 1,
        );
        await waitForResults(tab, loaded + 300);
      }
      await tab.waitFor(() => document.querySelector("#e2430")?.getAttribute("data-winnow-hits") === "2");
      expect((await inOrder(tab)).every((id, index) => id === `e${index + 1}`)).toBe(true);
    });

    test("a list that is replaced under another address is found anew, and nothing stays of the old one", async () => {
      const tab = await open(browser(), "list", 30);
      await tab.evaluate(() => {
        history.pushState(null, "", "/list?page=2");
        document.querySelector("#list")!.innerHTML = resultsFrom(101, 12);
      });
      await waitForResults(tab, 12);
      await tab.evaluate(() => {
        history.pushState(null, "", "/about");
        document.querySelector("#list")!.innerHTML = "<h1>About</h1><p>Nothing is listed here.</p>";
      });
      await tab.waitForState("empty");
      expect(await resultCount(tab)).toBe(0);
      await tab.evaluate(() => {
        history.back();
        document.querySelector("#list")!.innerHTML = resultsFrom(101, 20);
      });
      await waitForResults(tab, 20);
      await tab.waitForState("ready");
    });

    test("results that arrive late, one by one, are found", async () => {
      const tab = await open(browser(), "late", 0);
      for (let number = 1; number <= 12; number += 1) {
        await tab.evaluate(
          (next) => document.querySelector("#list")?.insertAdjacentHTML("beforeend", resultAt(next)),
          number,
        );
      }
      await waitForResults(tab, 12);
      expect(await inOrder(tab)).toEqual(Array.from({ length: 12 }, (_, index) => `e${index + 1}`));
    });

    test("results that are rewritten in place are read again, and keep their order when they change places", async () => {
      await useKeyword(browser(), "kingfisher");
      const tab = await open(browser(), "list", 30);
      await tab.evaluate(() => {
        document
          .querySelector("#e3 p")!
          .replaceChildren("There the ", document.createTextNode("king"), "fisher is seen.");
        document.querySelector("#e5 a")!.firstChild!.nodeValue = "The kingfisher of the river";
        document.querySelector("#e7 a")!.setAttribute("href", "https://other.example/seven");
      });
      await tab.waitFor(() => document.querySelectorAll("[data-winnow-hits]").length === 2);
      await expect
        .poll(
          async () =>
            (await readReport(browser(), tab))?.results.filter(({ result }) => result.host === "other.example").length,
        )
        .toBe(1);
      await tab.evaluate(() => {
        const parent = document.querySelector("#list")!;
        parent.append(...[...parent.children].toReversed());
      });
      await tab.waitFor(() => {
        const position = (id: string) => document.getElementById(id)?.getAttribute("data-winnow-result");
        return position("e30") === "1" && position("e1") === "30" && position("e15") === "16";
      });
      expect(await inOrder(tab)).toEqual(Array.from({ length: 30 }, (_, index) => `e${30 - index}`));
      expect(await tab.evaluate(() => document.querySelector("#e3")?.getAttribute("data-winnow-hits"))).toBe("1");
    });

    test("a page that changes without end goes on, and what is new on it is found", async () => {
      const tab = await open(browser(), "list", 30);
      await tab.evaluate(() => {
        let frame = 0;
        const change = (): void => {
          frame += 1;
          document.querySelector("#aside")!.innerHTML = `<b>${frame}</b>`.repeat(50);
          for (const said of document.querySelectorAll("#list p"))
            said.firstChild!.nodeValue = `It has been told ${frame} times that all of this changes.`;
          document.documentElement.dataset["frames"] = String(frame);
          if (document.documentElement.dataset["enough"] === undefined) requestAnimationFrame(change);
        };
        change();
      });
      await tab.waitFor(() => Number(document.documentElement.dataset["frames"]) > 60);
      await tab.evaluate(() => document.querySelector("#list")?.insertAdjacentHTML("beforeend", resultsFrom(31, 5)));
      await waitForResults(tab, 35);
      const frames = await tab.waitFor(() => Number(document.documentElement.dataset["frames"]));
      await tab.waitFor((before) => Number(document.documentElement.dataset["frames"]) > before + 60, frames);
      expect(await resultCount(tab)).toBe(35);
      await tab.evaluate(() => void (document.documentElement.dataset["enough"] = ""));
    });

    test("10,000 equal siblings are all found", async () => {
      const tab = await open(browser(), "many", 10_000);
      expect(await tab.evaluate(() => document.querySelector("#e10000")?.getAttribute("data-winnow-result"))).toBe(
        "10000",
      );
    });

    test.each(["empty", "large", "deep"])("a page without results is left as it is: %s", async (name) => {
      const tab = await open(browser(), name, 0);
      expect((await readReport(browser(), tab))?.problems).toEqual([]);
    });
  },
);
