import { expect, test } from "vitest";

import { readStoredSettings, storeSettings } from "../support/extension-data.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { interfaceText } from "../support/interface-text.ts";
import { samplePages } from "../support/sample-site.ts";
import { filter, list, settingsWith } from "../support/settings-for-tests.ts";

const origin = "https://library.example";

inEachBrowser(
  "The history",
  async (browser) => {
    browser.serve(samplePages(origin));
    await browser.grantHost(`${origin}/*`);
  },
  (browser) => {
    test("brings a deleted list back, with what differed", async () => {
      await storeSettings(browser(), settingsWith({ lists: [list(1, "Databases", "tidb", "redis")] }));
      const options = await browser().openExtensionPage("options.html");
      const waitForChange = (sentence: string) =>
        options.waitFor((text) => document.querySelector(".history-text")?.textContent === text, sentence);
      await waitForChange(interfaceText("history.added", "Databases"));
      await options.click("button", interfaceText("common.delete", "Databases"));
      await waitForChange(interfaceText("history.deleted", "Databases"));
      expect(await readStoredSettings(browser())).toMatchObject({ lists: [] });
      await options.click(".history-entry summary");
      await options.waitFor(() => document.querySelectorAll(".history-entry del").length > 2);
      await options.click("button", interfaceText("history.restore", "Databases"));
      await options.waitFor(
        (name) => [...document.querySelectorAll<HTMLInputElement>(".name-field")].some(({ value }) => value === name),
        "Databases",
      );
      expect(await readStoredSettings(browser())).toMatchObject({
        lists: [{ name: "Databases", color: 1, lines: ["tidb", "redis"] }],
      });
    });

    test("is offered in the popup for a change that was made elsewhere", async () => {
      await storeSettings(browser(), settingsWith({ filters: [filter("hide", "pages>100")] }));
      const page = await browser().open(`${origin}/index.html`);
      await page.waitFor(() => document.querySelectorAll("[data-winnow-verdict=hide]").length === 2);
      const popup = await browser().openPopup(page);
      await popup.waitFor(
        (condition) => document.querySelector(".recent-text")?.textContent.includes(condition),
        "pages>100",
      );
      await popup.click(".recent-change button", interfaceText("common.undo"));
      await page.waitFor(() => document.querySelectorAll("[data-winnow-verdict=show]").length === 10);
      expect(await readStoredSettings(browser())).toMatchObject({ filters: [] });
    });
  },
);
