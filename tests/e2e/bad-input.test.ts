import { expect, test } from "vitest";

import type { BrowserUnderTest } from "../support/browser-under-test.ts";
import { readReport, readStoredSettings, storeRawSettings, storeSettings } from "../support/extension-data.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { interfaceText } from "../support/interface-text.ts";
import { samplePages } from "../support/sample-site.ts";
import { list, settingsWith } from "../support/settings-for-tests.ts";
import type { TabUnderTest } from "../support/tab-under-test.ts";

const origin = "https://library.example";

const waitForText = (page: TabUnderTest, text: string) =>
  page.waitFor((wanted) => document.body.textContent.includes(wanted), text);

const openPopup = async (browser: BrowserUnderTest, page: TabUnderTest): Promise<TabUnderTest> => {
  const popup = await browser.openPopup(page);
  await popup.waitFor(() => document.querySelector("main"));
  return popup;
};

/** A results page at an address of a known engine, in a form that none of its recipes fits. */
const unknownForm = `<!doctype html><html><head><meta charset="utf-8"><title>x</title></head><body><main>${Array.from(
  { length: 8 },
  (_, index) =>
    `<section class="entry"><h4><a href="https://site${index}.example/page">Entry number ${index}</a></h4>
     <p>What entry number ${index} says at some length, so that it reads like a result among others.</p></section>`,
).join("")}</main></body></html>`;

inEachBrowser(
  "Bad input",
  async (browser) => {
    browser.serve(new Map([...samplePages(origin), ["https://www.bing.com/search?q=x", { body: unknownForm }]]));
    await browser.grantHost(`${origin}/*`);
  },
  (browser) => {
    test("settings that can't be read are kept and told of, and Winnow works with its defaults", async () => {
      await storeRawSettings(browser(), "broken {");
      const page = await browser().open(`${origin}/index.html`);
      await page.waitForState("ready");
      const popup = await openPopup(browser(), page);
      // As long as they stand where they were, and once the background has put them aside.
      const told = [interfaceText("problem.settings_unreadable"), interfaceText("problem.settings_kept_aside")];
      await popup.waitFor((texts) => texts.some((text) => document.body.textContent.includes(text)), told);
      await popup.fill("input", "redis", interfaceText("quickAdd.label"));
      await popup.press("Enter");
      await page.waitFor(() => document.querySelectorAll("[data-winnow-hits]").length === 2);
      const kept = await browser().inExtension((api) => api.storage.local.get());
      expect(JSON.stringify(kept)).toContain("broken {");
      const options = await browser().openExtensionPage("options.html");
      const isShown = () =>
        [...document.querySelectorAll("textarea")].some((field) => field.value.includes("broken {"));
      await options.waitFor(isShown);
      // Forgotten with one click, and back with another.
      await options.click("button", interfaceText("options.dropUnreadable"));
      await options.waitFor(() => document.querySelector("textarea.unreadable") === null);
      await options.click("button", interfaceText("common.undo"));
      await options.waitFor(isShown);
      expect(JSON.stringify(await browser().inExtension((api) => api.storage.local.get()))).toContain("broken {");
    });

    test("what can be read of damaged settings goes on working", async () => {
      const good = settingsWith({ lists: [list(1, "Redis", "redis")] });
      await storeRawSettings(browser(), { version: 1, modified: Date.now(), ...good, filters: [{ id: 7 }, "??"] });
      const page = await browser().open(`${origin}/index.html`);
      await page.waitForState("ready");
      await page.waitFor(() => document.querySelectorAll("[data-winnow-hits]").length === 2);
      const popup = await openPopup(browser(), page);
      // The background puts aside what could not be read, which takes it a moment.
      await waitForText(popup, interfaceText("problem.settings_kept_aside"));
      expect((await readReport(browser(), page))?.problems).toMatchObject([{ code: "settings-kept-aside" }]);
      const kept = await browser().inExtension((api) => api.storage.local.get());
      expect(JSON.stringify(kept)).toContain('[{"id":7},"??"]');
    });

    test("a page without results says so and stays as it is", async () => {
      await storeSettings(browser(), settingsWith({}));
      const page = await browser().open(`${origin}/document.html`);
      await page.waitForState("empty");
      const popup = await openPopup(browser(), page);
      await waitForText(popup, interfaceText("popup.nothingFound"));
      expect(await page.evaluate(() => document.querySelectorAll("[data-winnow-result]").length)).toBe(0);
    });

    test("a recipe that doesn't fit its page is told of, and the results are found without it", async () => {
      await storeSettings(browser(), settingsWith({ lists: [list(1, "Seven", '"number 7"')] }));
      const page = await browser().open("https://www.bing.com/search?q=x");
      await page.waitForState("ready");
      expect(await readReport(browser(), page)).toMatchObject({ found: 8, recognition: { by: "detector" } });
      const popup = await openPopup(browser(), page);
      await waitForText(popup, interfaceText("problem.recipe_finds_nothing", "Bing"));
    });

    test("lines and conditions that can't be read are skipped, kept and told of", async () => {
      const wrong = { id: "w", name: "Wrong", enabled: true, condition: "pages>", action: "hide", color: 1 } as const;
      await storeSettings(browser(), settingsWith({ lists: [list(1, "Mine", "/(/", "redis")], filters: [wrong] }));
      const page = await browser().open(`${origin}/index.html`);
      await page.waitForState("ready");
      await page.waitFor(() => document.querySelectorAll("[data-winnow-hits]").length === 2);
      expect((await readReport(browser(), page))?.hidden).toBe(0);
      const popup = await openPopup(browser(), page);
      await waitForText(popup, interfaceText("popup.listProblems.1", "1"));
      await waitForText(popup, interfaceText("problem.condition_expected_number", "pages"));
      expect(await readStoredSettings(browser())).toMatchObject({
        lists: [{ lines: ["/(/", "redis"] }],
        filters: [{ condition: "pages>" }],
      });
    });
  },
);
