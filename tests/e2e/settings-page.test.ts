import { expect, test } from "vitest";

import type { BrowserUnderTest } from "../support/browser-under-test.ts";
import { readStoredSettings, storeSettings } from "../support/extension-data.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { interfaceText } from "../support/interface-text.ts";
import { samplePages } from "../support/sample-site.ts";
import { filter, list, settingsWith } from "../support/settings-for-tests.ts";
import type { TabUnderTest } from "../support/tab-under-test.ts";

const origin = "https://library.example";

const openBoth = async (browser: BrowserUnderTest) => {
  const page = await browser.open(`${origin}/index.html`);
  await page.waitForState("ready");
  const options = await browser.openExtensionPage("options.html");
  await options.waitFor(() => document.querySelector("main"));
  return { page, options };
};

const waitForHits = (page: TabUnderTest, ...positions: readonly string[]) =>
  page.waitFor(
    (wanted) =>
      [...document.querySelectorAll("[data-winnow-hits]")]
        .map((root) => root.getAttribute("data-winnow-result"))
        .join() === wanted,
    positions.join(),
  );

const waitForTexts = (page: TabUnderTest, ...texts: readonly string[]) =>
  page.waitFor((wanted) => wanted.every((text) => document.body.textContent.includes(text)), texts);

inEachBrowser(
  "The settings page",
  async (browser) => {
    browser.serve(samplePages(origin));
    await browser.grantHost(`${origin}/*`);
  },
  (browser) => {
    test("edits a keyword list, and the open page follows", async () => {
      await storeSettings(browser(), settingsWith({ lists: [list(1, "Mine", "zzz")] }));
      const { page, options } = await openBoth(browser());
      const lines = interfaceText("options.linesOf", "Mine");
      await options.fill("textarea", "redis", lines);
      await waitForHits(page, "4", "9");
      // A line that cannot be read is kept, shown with its error and skipped.
      await options.press("Enter");
      await options.type("/(/");
      await options.press("Enter");
      await options.type("tidb");
      await waitForHits(page, "4", "6", "9");
      await waitForTexts(options, interfaceText("options.lineProblems.1", "1"));
      expect(await readStoredSettings(browser())).toMatchObject({ lists: [{ lines: ["redis", "/(/", "tidb"] }] });
    });

    test("leaves what is being typed to the page where it is typed, though another one opens meanwhile", async () => {
      await storeSettings(browser(), settingsWith({ lists: [list(1, "Mine", "one")] }));
      const { options } = await openBoth(browser());
      await options.evaluate(() => {
        const field = document.querySelector("textarea")!;
        field.focus();
        const letters = [..."\nabcdefghijklmnopqrstuvwxyz0123456789"];
        const timer = setInterval(() => {
          field.value += letters.shift() ?? "";
          field.dispatchEvent(new Event("input", { bubbles: true }));
          if (letters.length > 0) return;
          clearInterval(timer);
          document.body.dataset["typed"] = "";
        }, 100);
      });
      const second = await browser().openExtensionPage("options.html");
      await second.waitFor(() => document.querySelector("main"));
      await options.waitFor(() => document.body.dataset["typed"] === "");
      const lines = ["one", "abcdefghijklmnopqrstuvwxyz0123456789"];
      await second.waitFor((wanted) => document.querySelector("textarea")?.value === wanted, lines.join("\n"));
      expect(await readStoredSettings(browser())).toMatchObject({ lists: [{ lines }] });
    });

    test("makes a list and a filter, and takes them away again", async () => {
      await storeSettings(browser(), settingsWith({}));
      const { page, options } = await openBoth(browser());
      await options.click("button", interfaceText("options.newList"));
      await options.fill("input", "Databases", interfaceText("options.listName"));
      await options.fill("textarea", "tidb", interfaceText("options.linesOf", "Databases"));
      await waitForHits(page, "6");

      await options.click("button", interfaceText("options.newFilter"));
      const condition = interfaceText("options.conditionOf", interfaceText("common.untitledFilter"));
      await options.fill("input", "pages>100", condition);
      await page.waitFor(() => document.querySelectorAll("[data-winnow-verdict=hide]").length === 2);
      await options.choose("select", "dim", interfaceText("options.actionOf", "pages>100"));
      await page.waitFor(() => document.querySelectorAll("[data-winnow-verdict=dim]").length === 2);

      await options.click("button", interfaceText("common.delete", "pages>100"));
      await page.waitFor(() => document.querySelectorAll("[data-winnow-verdict=show]").length === 10);
      await options.click("button", interfaceText("common.delete", "Databases"));
      await waitForHits(page);
      expect(await readStoredSettings(browser())).toMatchObject({ lists: [], filters: [] });
    });

    test("names the place where a condition can't be read, and keeps it", async () => {
      await storeSettings(browser(), settingsWith({ filters: [filter("hide", "pages>100"), filter("dim", "redis")] }));
      const { page, options } = await openBoth(browser());
      await page.waitFor(() => document.querySelectorAll("[data-winnow-verdict=hide]").length === 2);
      await options.fill("input", "pages>100 AND (", interfaceText("options.conditionOf", "pages>100"));
      await options.waitFor(() => document.querySelector("[aria-invalid=true]"));
      await page.waitFor(() => document.querySelectorAll("[data-winnow-verdict=hide]").length === 0);
      // The other filter goes on, and what was typed is kept.
      expect(await page.evaluate(() => document.querySelectorAll("[data-winnow-verdict=dim]").length)).toBe(2);
      await expect
        .poll(() => readStoredSettings(browser()))
        .toMatchObject({ filters: [{ condition: "pages>100 AND (" }, {}] });
    });

    test("says what is odd about a condition, with its place and the right form", async () => {
      await storeSettings(browser(), settingsWith({ filters: [filter("hide", "pages>100")] }));
      const { page, options } = await openBoth(browser());
      const condition = interfaceText("options.conditionOf", "pages>100");
      const says = async (text: string, column: string, sentence: string): Promise<void> => {
        await options.fill("input", text, condition);
        await waitForTexts(options, interfaceText("common.atColumn", column, sentence));
      };
      await says("date>2025 age>5y", "11", interfaceText("problem.condition_contradiction", "date>2025", "age>5y"));
      await says(
        "pages=200..100",
        "1",
        interfaceText("problem.condition_empty_range", "pages=200..100", "pages=100..200"),
      );
      await says("redis or tidb", "7", interfaceText("problem.condition_small_operator", "or", "OR"));
      await page.waitFor(() => document.querySelectorAll("[data-winnow-verdict=hide]").length === 0);
      await expect
        .poll(() => readStoredSettings(browser()))
        .toMatchObject({ filters: [{ condition: "redis or tidb" }] });
    });

    test("changes the painter, and the open page follows", async () => {
      await storeSettings(browser(), settingsWith({ lists: [list(1, "Mine", "redis")] }));
      const { page, options } = await openBoth(browser());
      await page.waitFor(() => CSS.highlights.has("winnow-1"));
      await options.evaluate(() => document.querySelectorAll<HTMLInputElement>("input[name=painter]")[1]?.click());
      await page.waitFor(
        () => document.querySelectorAll("mark.winnow-hit").length > 0 && !CSS.highlights.has("winnow-1"),
      );
      expect(await readStoredSettings(browser())).toMatchObject({ painter: "mark" });
      await options.evaluate(() => document.querySelectorAll<HTMLInputElement>("input[name=painter]")[0]?.click());
      await page.waitFor(() => document.querySelectorAll("mark").length === 0 && CSS.highlights.has("winnow-1"));
    });
  },
);
