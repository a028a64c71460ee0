import { expect, test } from "vitest";

import { readReport, storeSettings } from "../support/extension-data.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { interfaceText } from "../support/interface-text.ts";
import { samplePages } from "../support/sample-site.ts";
import { filter, settingsWith } from "../support/settings-for-tests.ts";
import { storeRules } from "../support/store-rules.ts";
import { patience } from "../support/with-deadline.ts";

const origin = "https://library.example";
const condition = "-title:unheard";

inEachBrowser(
  "A filter that hides everything",
  async (browser) => {
    browser.serve(samplePages(origin));
    await browser.grantHost(`${origin}/*`);
  },
  (browser) => {
    /** Opens a page, and tells on how many in a row the filter has hidden everything once this one was counted. */
    const countAfterOpening = async (file: string): Promise<number> => {
      const tab = await browser().open(`${origin}/${file}`);
      await tab.waitForState("ready");
      const before = counted;
      await expect.poll(pagesOf).not.toBe(before);
      counted = await pagesOf();
      return counted;
    };
    const pagesOf = () =>
      browser().inExtension(async (api, id) => {
        const record = (await api.storage.local.get("hides-all"))["hides-all"] as
          | Record<string, { readonly pages: number }>
          | undefined;
        return record?.[id]?.pages ?? 0;
      }, condition);
    const pagesOfRuleset = () =>
      browser().inExtension(async (api) => {
        const record = (await api.storage.local.get("hides-all"))["hides-all"] as
          | Record<string, { readonly pages: number }>
          | undefined;
        return record?.["set"]?.pages ?? 0;
      });
    let counted = 0;

    test("is pointed out after three pages in a row, and no more once it does something else", async () => {
      await storeSettings(browser(), settingsWith({ filters: [filter("hide", condition)] }));
      expect(await countAfterOpening("index.html")).toBe(1);
      expect(await countAfterOpening("page-2.html")).toBe(2);
      expect(await countAfterOpening("index.html")).toBe(3);
      const tab = await browser().open(`${origin}/page-2.html`);
      await tab.waitForState("ready");
      const codes = async () => (await readReport(browser(), tab))?.problems.map(({ code }) => code);
      await expect.poll(codes).toEqual(["filter-hides-all"]);
      const popup = await browser().openPopup(tab);
      await popup.waitFor(
        (text) => document.body.textContent.includes(text),
        interfaceText("problem.filter_hides_all", condition, "4"),
      );
      await storeSettings(browser(), settingsWith({ filters: [filter("dim", condition)] }));
      await expect.poll(codes).toEqual([]);
    });

    test("is named with its ruleset, also on a page that changes its address without loading", async () => {
      await storeSettings(browser(), settingsWith({}));
      await storeRules(browser(), [
        { condition: "title:unheard", action: "hide" },
        { condition, action: "hide" },
      ]);
      const tab = await browser().open(`${origin}/index.html`);
      await tab.waitForState("ready");
      const problems = async () =>
        (await readReport(browser(), tab))?.problems.map(({ code, args }) => [code, ...args]);
      for (const search of ["?q=2", "?q=3"]) {
        await tab.evaluate((next) => {
          history.pushState(null, "", next);
          for (const title of document.querySelectorAll("li.document a")) title.textContent += ` ${next}`;
        }, search);
        await tab.waitFor(
          (next) => document.querySelector("li.document a")?.textContent?.endsWith(next) === true,
          search,
        );
        const pages = search === "?q=2" ? 2 : 3;
        await expect.poll(() => pagesOfRuleset(), { timeout: patience }).toBe(pages);
      }
      const said = ["ruleset-rule-hides-all", "Set", "3", "2", condition];
      await expect.poll(problems).toEqual([said]);
      const sentence = interfaceText("problem.ruleset_rule_hides_all", "Set", "3", "2", condition);
      const popup = await browser().openPopup(tab);
      await popup.waitFor((text) => document.body.textContent.includes(text), sentence);
      const options = await browser().openExtensionPage("options.html#subscriptions");
      await options.waitFor((text) => document.body.textContent.includes(text), sentence);
    });
  },
);
