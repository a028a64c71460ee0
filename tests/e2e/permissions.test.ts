import { expect, test } from "vitest";

import { readReport, storeSettings } from "../support/extension-data.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { samplePages } from "../support/sample-site.ts";
import { list, settingsWith } from "../support/settings-for-tests.ts";

const origin = "https://library.example";
const other = "https://other.example";

inEachBrowser(
  "Permissions",
  async (browser) => {
    browser.serve(new Map([...samplePages(origin), ...samplePages(other)]));
    await storeSettings(browser, settingsWith({ lists: [list(1, "Redis", "redis")] }));
  },
  (browser) => {
    test("for the known engines' result pages are no permission for the rest of their hosts", async () => {
      const registered = () =>
        browser().inExtension(async (api) => {
          const scripts = await api.scripting.getRegisteredContentScripts();
          return scripts.flatMap(({ matches = [] }) => matches);
        });
      expect(await registered()).toEqual([]);
      await browser().grantHost(`${other}/*`);
      await expect.poll(registered).toEqual([`${other}/*`]);
      await browser().revokeHost(`${other}/*`);
      await expect.poll(registered).toEqual([]);
    });

    test("given from outside start Winnow in open tabs, and taken back they leave the page as it was", async () => {
      const tab = await browser().open(`${origin}/index.html`);
      const elsewhere = await browser().open(`${other}/index.html`);
      const markup = () => tab.evaluate(() => document.documentElement.outerHTML);
      const before = await markup();
      expect(before).not.toContain("winnow");
      await browser().grantHost(`${origin}/*`);
      await tab.waitForState("ready");
      expect((await readReport(browser(), tab))?.found).toBe(10);

      const next = await browser().open(`${origin}/page-2.html`);
      await next.waitForState("ready");
      expect((await readReport(browser(), next))?.found).toBe(9);
      expect(await elsewhere.evaluate(() => document.documentElement.outerHTML.includes("winnow"))).toBe(false);

      await browser().revokeHost(`${origin}/*`);
      await tab.waitFor(() => document.documentElement.dataset["winnowState"] === undefined);
      expect(await markup()).toBe(before);
      await tab.reload();
      expect(await markup()).toBe(before);
    });
  },
);
