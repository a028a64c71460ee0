import { expect, test } from "vitest";

import { readReport, storeSettings } from "../support/extension-data.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { samplePages } from "../support/sample-site.ts";
import { filter, settingsWith } from "../support/settings-for-tests.ts";
import type { TabUnderTest } from "../support/tab-under-test.ts";

const library = "https://library.example";

const leave = async (tab: TabUnderTest): Promise<void> => {
  await tab.evaluate(() => {
    addEventListener("pageshow", ({ persisted }) => {
      (globalThis as { wasKept?: boolean }).wasKept = persisted;
    });
    setTimeout(() => {
      location.href = "https://other.example/";
    });
  });
  await tab.waitFor(() => location.host === "other.example" && document.readyState === "complete");
};
/** Goes back, and gives whether the page is the one that was left. */
const goBack = async (tab: TabUnderTest): Promise<boolean> => {
  await tab.evaluate(() => {
    setTimeout(() => history.back());
  });
  await tab.waitFor(() => location.host === "library.example" && document.readyState === "complete");
  const wasKept = await tab.evaluate(() => (globalThis as { wasKept?: boolean }).wasKept === true);
  if (!wasKept) console.log("This browser loads pages anew under test: the cache of pages left was not tried.");
  return wasKept;
};

inEachBrowser(
  "A page that one goes back to",
  async (browser) => {
    browser.serve(
      new Map([...samplePages(library), ["https://other.example/", { body: "<!doctype html><h1>Other</h1>" }]]),
    );
    await browser.grantHost(`${library}/*`);
  },
  (browser) => {
    test.each([
      ["as before, with its figure", "pages<40", false],
      ["by what the settings say by then", "pages<100", true],
    ])("is judged %s", async (_, then, isMore) => {
      const badge = (tab: TabUnderTest) =>
        browser().inExtension((api, tabId) => api.action.getBadgeText({ tabId }), tab.id);
      await storeSettings(browser(), settingsWith({ filters: [filter("hide", "pages<40")] }));
      const tab = await browser().open(`${library}/index.html`);
      await tab.waitForState("ready");
      const before = await tab.evaluate(() => document.querySelectorAll("[data-winnow-verdict=hide]").length);
      await expect.poll(() => badge(tab)).toBe(String(before));

      await leave(tab);
      await expect.poll(() => badge(tab)).toBe("");
      await storeSettings(browser(), settingsWith({ filters: [filter("hide", then)] }));
      const wasKept = await goBack(tab);
      // Firefox keeps pages that were left, also under test.
      expect(wasKept || browser().name !== "firefox").toBe(true);
      await tab.waitForState("ready");
      const hidden = (): Promise<number> =>
        tab.evaluate(() => document.querySelectorAll("[data-winnow-verdict=hide]").length);
      await expect.poll(async () => (await hidden()) > before).toBe(isMore);
      await expect.poll(() => badge(tab)).toBe(String(await hidden()));
      expect((await readReport(browser(), tab))?.hidden).toBe(await hidden());
    });
  },
);
