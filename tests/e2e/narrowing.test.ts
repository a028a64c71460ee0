import { expect, test } from "vitest";

import type { BrowserUnderTest } from "../support/browser-under-test.ts";
import { readReport, readStoredSettings, storeSettings } from "../support/extension-data.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { interfaceText } from "../support/interface-text.ts";
import { samplePages } from "../support/sample-site.ts";
import { filter, list, settingsWith } from "../support/settings-for-tests.ts";
import type { TabUnderTest } from "../support/tab-under-test.ts";
import { patience } from "../support/with-deadline.ts";

const origin = "https://library.example";

const openBoth = async (browser: BrowserUnderTest) => {
  const page = await browser.open(`${origin}/index.html`);
  await page.waitForState("ready");
  const popup = await browser.openPopup(page);
  await popup.waitFor(() => document.querySelector(".part-narrow"));
  if (!(await popup.evaluate(() => document.querySelector<HTMLDetailsElement>(".part-narrow")?.open)))
    await popup.click(".part-narrow > summary");
  return { page, popup };
};

/** What a figure's line says of each result that takes up room on the page, in the order of the page. */
const waitForFigures = (page: TabUnderTest, pattern: string, ...figures: readonly string[]) =>
  page.waitFor(
    (source, wanted) => {
      const shown = [...document.querySelectorAll<HTMLElement>("li.document")]
        .filter((item) => item.offsetHeight > 0)
        .toSorted((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
        .map((item) => new RegExp(source).exec(item.querySelector(".document-figures")?.textContent ?? "")?.[1]);
      return shown.join() === wanted;
    },
    pattern,
    figures.join(),
  );

const pagesPattern = String.raw`(\d+) 页`;
const sizePattern = String.raw`([\d.]+ [KM]B)`;
const patient = { timeout: patience };
const atLeast = interfaceText("narrow.least", interfaceText("facet.pages"));
const fortyPages = interfaceText("amount.pages.n", "40");

/** Drags the lower end until it says that, as a person does who watches what it says. */
const dragTo = async (popup: TabUnderTest, name: string, text: string): Promise<void> => {
  const says = () =>
    popup.evaluate((label) => document.querySelector(`[aria-label="${label}"]`)?.getAttribute("aria-valuetext"), name);
  for (let value = 1; (await says()) !== text; value++) await popup.drag(name, value);
};

inEachBrowser(
  "Narrowing down",
  async (browser) => {
    browser.serve(samplePages(origin));
    await browser.grantHost(`${origin}/*`);
  },
  (browser) => {
    test("at 40 pages or more leaves five results, saved as a filter after a reload too, and undo brings all back", async () => {
      await storeSettings(browser(), settingsWith({}));
      const { page, popup } = await openBoth(browser());
      await dragTo(popup, atLeast, fortyPages);
      await waitForFigures(page, pagesPattern, "295", "176", "44", "48", "51");
      expect(await readReport(browser(), page)).toMatchObject({ tried: ["pages<40"], found: 10, hidden: 5 });
      await popup.waitFor((left) => document.body.textContent.includes(left), interfaceText("narrow.left", "5", "10"));

      await popup.click("button", interfaceText("narrow.save"));
      await popup.waitFor(() => document.querySelector(".undo-bar"));
      expect(await readStoredSettings(browser())).toMatchObject({
        filters: [{ condition: "pages<40", action: "hide" }],
      });
      await page.reload();
      await waitForFigures(page, pagesPattern, "295", "176", "44", "48", "51");
      expect(await readReport(browser(), page)).toMatchObject({ tried: [], hidden: 5 });

      await popup.click(".undo-bar button", interfaceText("common.undo"));
      await page.waitFor(() => document.querySelectorAll("[data-winnow-verdict=show]").length === 10);
    });

    test("below 2 MB leaves four results, saved as a filter too, and undo brings all back", async () => {
      await storeSettings(browser(), settingsWith({}));
      const { page, popup } = await openBoth(browser());
      const below = interfaceText("narrow.most", interfaceText("facet.size"));
      const four = ["1.14 MB", "1.63 MB", "649.68 KB", "730.17 KB"];
      const steps = await popup.evaluate(
        (name) => Number(document.querySelector<HTMLInputElement>(`[aria-label="${name}"]`)?.max),
        below,
      );
      const tried = async () => (await readReport(browser(), page))?.hidden;
      for (let value = steps - 1; (await tried()) !== 6; value--) await popup.drag(below, value);
      await waitForFigures(page, sizePattern, ...four);

      await popup.click("button", interfaceText("narrow.save"));
      await popup.waitFor(() => document.querySelector(".undo-bar"));
      await page.reload();
      await waitForFigures(page, sizePattern, ...four);
      await popup.click(".undo-bar button", interfaceText("common.undo"));
      await page.waitFor(() => document.querySelectorAll("[data-winnow-verdict=show]").length === 10);

      // The same, written as a condition.
      await popup.choose("select", "filter:hide", interfaceText("quickAdd.target"));
      await popup.fill("input", "-size<2MB", interfaceText("quickAdd.label"));
      await popup.press("Enter");
      await waitForFigures(page, sizePattern, ...four);
      expect(await readStoredSettings(browser())).toMatchObject({ filters: [{ condition: "-size<2MB" }] });
      await popup.click(".undo-bar button", interfaceText("common.undo"));
      await page.waitFor(() => document.querySelectorAll("[data-winnow-verdict=show]").length === 10);
      expect(await readStoredSettings(browser())).toMatchObject({ filters: [] });
    });

    test("what is tried out stays when the popup closes, is there when it opens again, and goes with a reload", async () => {
      await storeSettings(browser(), settingsWith({}));
      const { page, popup } = await openBoth(browser());
      const slider = atLeast;
      await popup.drag(slider, 3);
      // The keys of any slider, too.
      await popup.press("ArrowRight");
      await popup.press("ArrowRight");
      await popup.press("End");
      await popup.press("Home");
      await popup.press("ArrowRight");
      await popup.waitFor(
        (name) => document.querySelector<HTMLInputElement>(`[aria-label="${name}"]`)?.value === "1",
        slider,
      );
      await dragTo(popup, slider, fortyPages);
      await waitForFigures(page, pagesPattern, "295", "176", "44", "48", "51");
      await popup.goto("about:blank");
      await waitForFigures(page, pagesPattern, "295", "176", "44", "48", "51");
      const again = await browser().openPopup(page);
      await again.waitFor(
        (name, text) => document.querySelector(`[aria-label="${name}"]`)?.getAttribute("aria-valuetext") === text,
        slider,
        fortyPages,
      );
      await again.click("button", interfaceText("narrow.reset", interfaceText("facet.pages")));
      await page.waitFor(() => document.querySelectorAll("[data-winnow-verdict=show]").length === 10);
      await again.drag(slider, 5);
      await page.waitFor(() => document.querySelectorAll("[data-winnow-verdict=hide]").length > 0);
      await page.reload();
      await page.waitForState("ready");
      expect(await readReport(browser(), page)).toMatchObject({ tried: [], hidden: 0 });
    });

    test("sorted by size, the smallest stands first, and the page's own order comes back", async () => {
      await storeSettings(browser(), settingsWith({}));
      const { page, popup } = await openBoth(browser());
      const order = await page.evaluate(() => document.querySelector("ol.documents")?.textContent);
      await popup.choose(".sort select", "size");
      await waitForFigures(
        page,
        sizePattern,
        "649.68 KB,730.17 KB,1.14 MB,1.63 MB,2.34 MB,3.23 MB,5.09 MB,5.91 MB,6.06 MB,8.84 MB",
      );
      expect(await readReport(browser(), page)).toMatchObject({ sortedBy: { by: "size", descending: false } });
      await popup.click("button", interfaceText("narrow.rising"));
      await page.waitFor(() => document.querySelector(".document-figures")?.textContent?.includes("8.84 MB"));
      await popup.choose(".sort select", "");
      await page.waitFor((before) => document.querySelector("ol.documents")?.textContent === before, order);
    });

    test("the badge of each tab counts what the user chose, and another choice shows at once", async () => {
      await storeSettings(
        browser(),
        settingsWith({ lists: [list(1, "Redis", "redis")], filters: [filter("hide", "pages>100")] }),
      );
      const badgeOf = (id: number) => browser().inExtension((api, tabId) => api.action.getBadgeText({ tabId }), id);
      const [first, second] = [
        await browser().open(`${origin}/index.html`),
        await browser().open(`${origin}/document.html`),
      ];
      await second.waitForState("empty");
      await expect.poll(() => badgeOf(first.id), patient).toBe("2");
      expect(await badgeOf(second.id)).toBe("");
      const hits = await first.evaluate(() =>
        [...document.querySelectorAll("[data-winnow-hits]")].reduce(
          (sum, root) => sum + Number(root.getAttribute("data-winnow-hits")),
          0,
        ),
      );
      expect(hits).toBeGreaterThan(2);
      const options = await browser().openExtensionPage("options.html#badge");
      await options.click("label", interfaceText("badge.hits"));
      await expect.poll(() => badgeOf(first.id), patient).toBe(String(hits));
      await options.click("label", interfaceText("badge.none"));
      await expect.poll(() => badgeOf(first.id), patient).toBe("");
      expect(await badgeOf(second.id)).toBe("");
    });

    test("one of the results that were taken away is shown where it stands", async () => {
      await storeSettings(browser(), settingsWith({ filters: [filter("hide", "pages>100")] }));
      const { page, popup } = await openBoth(browser());
      await page.waitFor(() => document.querySelectorAll("[data-winnow-verdict=hide]").length === 2);
      await popup.click(".part-away > summary");
      await popup.waitFor(() => document.querySelectorAll(".away-show").length === 2);
      await popup.click(".away-show");
      await page.waitFor(
        () =>
          [...document.querySelectorAll<HTMLElement>("[data-winnow-verdict=hide]")].filter(
            (item) => item.offsetHeight > 0,
          ).length === 1,
      );
      await popup.waitFor(
        (shown) => document.querySelector(".away-show")?.textContent === shown,
        interfaceText("popup.revealed"),
      );
      expect(await readReport(browser(), page)).toMatchObject({ hidden: 2, showingHidden: false });
    });
  },
);
