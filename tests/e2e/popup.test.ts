import { expect, test } from "vitest";

import type { BrowserUnderTest } from "../support/browser-under-test.ts";
import { readStoredSettings, storeSettings } from "../support/extension-data.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { interfaceText } from "../support/interface-text.ts";
import { samplePages } from "../support/sample-site.ts";
import { filter, list, settingsWith } from "../support/settings-for-tests.ts";
import { storeRules } from "../support/store-rules.ts";
import type { TabUnderTest } from "../support/tab-under-test.ts";

const origin = "https://library.example";

interface OpenPopup {
  readonly page: TabUnderTest;
  readonly popup: TabUnderTest;
}

const openBoth = async (browser: BrowserUnderTest): Promise<OpenPopup> => {
  const page = await browser.open(`${origin}/index.html`);
  await page.waitForState("ready", "off");
  const popup = await browser.openPopup(page);
  await popup.waitFor(() => document.querySelector("main"));
  return { page, popup };
};

/** Waits until the popup shows these texts, each somewhere. */
const waitForTexts = (popup: TabUnderTest, ...texts: readonly string[]) =>
  popup.waitFor((wanted) => wanted.every((text) => document.body.textContent.includes(text)), texts);

/** Waits until as many results as that have this verdict. */
const waitForVerdicts = (page: TabUnderTest, verdict: string, count: number) =>
  page.waitFor(
    (name, wanted) => document.querySelectorAll(`[data-winnow-verdict="${name}"]`).length === wanted,
    verdict,
    count,
  );

const waitForHits = (page: TabUnderTest, results: number) =>
  page.waitFor((wanted) => document.querySelectorAll("[data-winnow-hits]").length === wanted, results);

/** Waits until as many results as that take up room on the page. */
const waitForSeen = (page: TabUnderTest, count: number) =>
  page.waitFor(
    (wanted) =>
      [...document.querySelectorAll<HTMLElement>("li.document")].filter((item) => item.offsetHeight > 0).length ===
      wanted,
    count,
  );

const switchOf = (name: string): string => interfaceText("common.switchOf", name);

inEachBrowser(
  "The popup",
  async (browser) => {
    browser.serve(samplePages(origin));
    await browser.grantHost(`${origin}/*`);
  },
  (browser) => {
    test("counts the results, the hits of each list and the results of each filter", async () => {
      await storeSettings(
        browser(),
        settingsWith({
          lists: [list(1, "Consistency", "一致性"), list(2, "Nothing", "zzz")],
          filters: [filter("hide", "title:FrontEnd"), filter("fold", "pages<20"), filter("dim", "size>6MB")],
        }),
      );
      const { page, popup } = await openBoth(browser());
      const hits = await page.evaluate(() =>
        [...document.querySelectorAll("li.document")].map((item) => item.textContent.normalize("NFKC")),
      );
      const total = hits.join(" ").split("一致性").length - 1;
      await waitForTexts(
        popup,
        interfaceText("popup.live", "10", "10", "1"),
        interfaceText("popup.folded", "1"),
        interfaceText("popup.dimmed", "2"),
      );
      const rows = await popup.evaluate(() =>
        [...document.querySelectorAll("li.row")].map((row) => [
          row.querySelector(".row-name")?.textContent,
          row.querySelector(".row-count")?.textContent,
        ]),
      );
      expect(rows).toEqual([
        ["Consistency", interfaceText("popup.hits.n", String(total))],
        ["Nothing", interfaceText("popup.hits.n", "0")],
        ["title:FrontEnd", interfaceText("popup.filterCount.1", "1")],
        ["pages<20", interfaceText("popup.filterCount.1", "1")],
        ["size>6MB", interfaceText("popup.filterCount.n", "2")],
      ]);
      await popup.click(".part-away > summary");
      await waitForTexts(popup, "2-6-Golang 在 Baidu-FrontEnd 的应用-陶春华");
    });

    test("stays as wide as it is, however long the names are", async () => {
      const long = "A name that somebody typed without a thought of how wide it would become in the end";
      await storeSettings(
        browser(),
        settingsWith({
          lists: [list(1, long, "一致性"), list(2, "B", "事务")],
          filters: [{ ...filter("fold", "pages<30"), name: long }, filter("mark", `title:${"x".repeat(120)}`)],
        }),
      );
      const { popup } = await openBoth(browser());
      await waitForTexts(popup, interfaceText("popup.folded", "3"));
      await popup.evaluate(() => {
        for (const part of document.querySelectorAll("details")) part.open = true;
      });
      await popup.waitFor(() => document.querySelector(".part-away[open] li"));
      await popup.click("button", interfaceText("command.nextHit"));
      await popup.waitFor(() => document.querySelector(".hit-place")?.textContent);
      const [wanted, given] = await popup.evaluate(() => {
        const main = document.querySelector("main");
        return [main?.scrollWidth, main?.clientWidth];
      });
      expect(wanted).toBe(given);
    });

    test("switches Winnow off and on everywhere, and on this site alone", async () => {
      await storeSettings(browser(), settingsWith({ filters: [filter("hide", "title:FrontEnd")] }));
      const { page, popup } = await openBoth(browser());
      const everywhere = interfaceText("common.globalSwitch");
      await popup.click("input", everywhere);
      await page.waitForState("off");
      await waitForTexts(popup, interfaceText("popup.offEverywhere"));
      await popup.click("input", everywhere);
      await page.waitForState("ready");
      await waitForVerdicts(page, "hide", 1);

      const here = interfaceText("popup.siteSwitch", "library.example");
      await popup.click("input", here);
      await page.waitForState("off");
      await waitForTexts(popup, interfaceText("popup.pausedHere"));
      expect(await readStoredSettings(browser())).toMatchObject({ enabled: true, pausedSites: ["library.example"] });
      await popup.click("input", here);
      await page.waitForState("ready");
    });

    test("switches single lists and filters, and shows what is hidden", async () => {
      await storeSettings(
        browser(),
        settingsWith({
          lists: [list(1, "Redis", "redis")],
          filters: [filter("hide", "pages>100"), filter("fold", "tidb")],
        }),
      );
      const { page, popup } = await openBoth(browser());
      await waitForHits(page, 2);
      await popup.click("input", switchOf("Redis"));
      await waitForHits(page, 0);
      await popup.click("input", switchOf("Redis"));
      await waitForHits(page, 2);

      await waitForVerdicts(page, "hide", 2);
      await waitForVerdicts(page, "fold", 1);
      await waitForSeen(page, 7);
      const showHidden = interfaceText("popup.showHidden");
      await popup.click("input", showHidden);
      // What is folded keeps its line.
      await waitForSeen(page, 9);
      await popup.click("input", showHidden);
      await waitForSeen(page, 7);
      await popup.click("input", switchOf("pages>100"));
      await waitForVerdicts(page, "hide", 0);
      await waitForVerdicts(page, "fold", 1);
      expect(await readStoredSettings(browser())).toMatchObject({ filters: [{ enabled: false }, { enabled: true }] });
    });

    test("adds a keyword and a filter at once", async () => {
      await storeSettings(browser(), settingsWith({ lists: [list(1, "Mine", "zzz")] }));
      const { page, popup } = await openBoth(browser());
      const field = interfaceText("quickAdd.label");
      await popup.fill("input", "redis", field);
      await popup.press("Enter");
      await waitForHits(page, 2);
      await popup.choose("select", "filter:hide", interfaceText("quickAdd.target"));
      await popup.fill("input", "pages>100", field);
      await popup.click("button", interfaceText("common.add"));
      await waitForVerdicts(page, "hide", 2);
      expect(await readStoredSettings(browser())).toMatchObject({
        lists: [{ name: "Mine", lines: ["zzz", "redis"] }],
        filters: [{ condition: "pages>100", action: "hide", enabled: true }],
      });
    });

    test("says what is wrong with a line and keeps it", async () => {
      await storeSettings(browser(), settingsWith({ lists: [list(1, "Mine", "/(/", "redis")] }));
      const { page, popup } = await openBoth(browser());
      // A line that cannot be read is told of, and the others work.
      await waitForTexts(popup, interfaceText("popup.listProblems.1", "1"));
      await waitForHits(page, 2);

      const field = interfaceText("quickAdd.label");
      await popup.choose("select", "filter:hide", interfaceText("quickAdd.target"));
      await popup.fill("input", "pages>", field);
      await popup.waitFor(() => document.querySelector("[aria-invalid=true]"));
      const told = interfaceText("problem.condition_expected_number", "pages");
      await waitForTexts(popup, told);
      await popup.press("Enter");
      await popup.fill("input", "pages>=10", field);
      await popup.press("Enter");
      await waitForVerdicts(page, "hide", 10);
      expect(await readStoredSettings(browser())).toMatchObject({ filters: [{ condition: "pages>=10" }] });
    });

    test("says what is odd about conditions, and what was meant, while they are judged by all the same", async () => {
      await storeSettings(browser(), settingsWith({ filters: [filter("hide", "pages>100 pages<50")] }));
      const { page, popup } = await openBoth(browser());
      const contradiction = interfaceText("problem.condition_contradiction", "pages>100", "pages<50");
      await waitForTexts(popup, interfaceText("common.atColumn", "11", contradiction));
      await popup.choose("select", "filter:hide", interfaceText("quickAdd.target"));
      const field = interfaceText("quickAdd.label");
      await popup.fill("input", "pages 100", field);
      await waitForTexts(popup, interfaceText("problem.condition_meant_otherwise", "pages 100", "pages>=100"));
      await popup.fill("input", "pages>=100,size<5MB", field);
      await waitForTexts(popup, interfaceText("common.atColumn", "11", interfaceText("problem.condition_comma")));
      await popup.fill("input", "100<pages", field);
      await popup.press("Enter");
      await waitForVerdicts(page, "hide", 2);
      expect(await readStoredSettings(browser())).toMatchObject({ filters: [{}, { condition: "100<pages" }] });
    });

    test("five thousand filters work, and those that apply stand first", async () => {
      const kinds = [
        (n: number) => `title:unheard${n}`,
        (n: number) => `site:unheard${n}.example`,
        (n: number) => `pages>${1000 + n}`,
        (n: number) => `"never heard ${n}" OR size>${100 + n}MB`,
        (n: number) => `-pages<${1000 + n} url:/unheard${n}$/`,
      ];
      const many = Array.from({ length: 4999 }, (_, n) => filter("hide", kinds[n % kinds.length]!(n)));
      await storeSettings(browser(), settingsWith({ filters: [...many, filter("hide", "pages>100")] }));
      const { page, popup } = await openBoth(browser());
      await waitForVerdicts(page, "hide", 2);
      await waitForTexts(popup, interfaceText("popup.live", "10", "10", "2"));
      const rows = () => document.querySelectorAll(".part-filters li.row").length;
      expect(await popup.evaluate(rows)).toBe(50);
      const counted = await popup.evaluate(() =>
        [...document.querySelectorAll(".part-filters li.row")]
          .map((row) => [row.querySelector(".row-name")?.textContent, row.querySelector(".row-count")?.textContent])
          .filter(([name]) => name === "pages>100"),
      );
      expect(counted).toEqual([["pages>100", interfaceText("popup.filterCount.n", "2")]]);
      await popup.click(".part-filters .show-more");
      await popup.waitFor(() => document.querySelectorAll(".part-filters li.row").length === 100);
      await popup.click("input", switchOf("pages>100"));
      await waitForVerdicts(page, "hide", 0);
    });

    test("has a row for a ruleset with what its rules do here, and shows each result they took away", async () => {
      await storeSettings(browser(), settingsWith({}));
      await storeRules(browser(), [
        { condition: "pages>200", action: "hide" },
        { condition: "pages>100", action: "hide" },
      ]);
      const { page, popup } = await openBoth(browser());
      await waitForVerdicts(page, "hide", 2);
      await waitForTexts(popup, interfaceText("popup.rulesets"), interfaceText("popup.filterCount.n", "2"));
      await popup.click(".part-rulesets button.row-count");
      await waitForTexts(popup, "pages>200");
      const counts = await popup.evaluate(() =>
        [...document.querySelectorAll(".part-rulesets .row-details li")].map(
          (row) => row.lastElementChild?.textContent,
        ),
      );
      expect(counts).toEqual(["2", "1"]);
      await popup.evaluate(() => document.querySelector(".part-away")?.setAttribute("open", ""));
      await popup.waitFor(() => document.querySelectorAll(".away-group").length === 1);
      await popup.click(".away-show");
      await waitForSeen(page, 9);
      await popup.click("input", switchOf("Set"));
      await waitForVerdicts(page, "hide", 0);
    });

    test("asks for a site it may not run on, and runs there at once", async () => {
      await storeSettings(browser(), settingsWith({}));
      await browser().revokeHost(`${origin}/*`);
      await browser().agreeToRequests();
      const page = await browser().open(`${origin}/index.html`);
      await page.pressToolbarButton();
      const popup = await browser().openPopup(page);
      await popup.waitFor(() => document.querySelector("main"));
      expect(await page.evaluate(() => document.documentElement.dataset["winnowState"] ?? null)).toBe(null);
      await popup.click("button", interfaceText("popup.runHere"));
      await page.waitForState("ready");
    });
  },
);
