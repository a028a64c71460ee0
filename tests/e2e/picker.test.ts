import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import type { Settings } from "@/model/settings.ts";

import type { BrowserUnderTest } from "../support/browser-under-test.ts";
import { readReport, readStoredSettings, storeSettings } from "../support/extension-data.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { interfaceText } from "../support/interface-text.ts";
import { settingsWith } from "../support/settings-for-tests.ts";
import type { TabUnderTest } from "../support/tab-under-test.ts";

const origin = "https://shop.example";
const address = `${origin}/account/?q=valve`;

const names = ["Copper elbow 22 mm", "Brass ball valve", "Steel flange DN 50", "Rubber seal ring"];

/** A listing that is plainly the page's main one, and a small one beside it that this user cares for. */
const accountPage = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Account</title><style>
  body { margin: 0; font: 16px sans-serif; display: grid; grid-template-columns: 1fr 20rem; gap: 2rem; }
  * { box-sizing: content-box !important; } div { z-index: 2147483647; }
</style></head>
<body>
<main>${Array.from(
  { length: 9 },
  (_, place) =>
    `<article class="story"><h2><a href="/stories/${String(place)}">A story about pipes, part ${String(place + 1)}</a></h2>
     <p>Much is said of pipes in part ${String(place + 1)}, and it goes on for a whole sentence or two of plain text.</p></article>`,
).join("\n")}</main>
<aside><h3>My orders</h3><ul id="orders">${names
  .map(
    (name, place) =>
      `<li class="order"><a href="/orders/${String(place)}">${name}</a> <span>sent on ${String(place + 2)} March</span></li>`,
  )
  .join("\n")}</ul></aside>
</body></html>`;

/** The titles of what Winnow takes for results, in the page's order. */
const foundTitles = (): string[] =>
  [...document.querySelectorAll("[data-winnow-result]")].map(
    (result) => result.querySelector("a")?.textContent ?? "no link",
  );

const waitForTitles = (page: TabUnderTest, titles: readonly string[]) =>
  page.waitFor(
    (wanted) =>
      [...document.querySelectorAll("[data-winnow-result]")]
        .map((result) => result.querySelector("a")?.textContent)
        .join() === wanted.join(),
    titles,
  );

const picker = (page: TabUnderTest) => page.inside("winnow-picker");

const waitToSay = (page: TabUnderTest, text: string) =>
  picker(page).waitFor((root, wanted) => root.querySelector(".says")?.textContent.includes(wanted), text);

/** Waits until the boxes of the results lie around just these elements. */
const waitForBoxes = async (page: TabUnderTest, selector: string) => {
  const wanted = await page.evaluate(
    (all) =>
      [...document.querySelectorAll(all)].map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return [left, top, width, height].map(Math.round).join();
      }),
    selector,
  );
  await picker(page).waitFor(
    (root, places) =>
      [...root.querySelectorAll(".box-result")]
        .map((box) => {
          const { left, top, width, height } = box.getBoundingClientRect();
          return [left, top, width, height].map(Math.round).join();
        })
        .join(" ") === places.join(" "),
    wanted,
  );
};

const found = (count: number): string =>
  interfaceText(count === 1 ? "picker.found.1" : "picker.found.n", String(count));

const startPicker = async (browser: BrowserUnderTest, where = address): Promise<TabUnderTest> => {
  const page = await browser.open(where);
  await page.waitForState("ready", "empty");
  const popup = await browser.openPopup(page);
  await popup.click("button", interfaceText("popup.pick"));
  await page.bringToFront();
  await waitToSay(page, interfaceText("picker.choose"));
  return page;
};

const storedRecipes = async (browser: BrowserUnderTest): Promise<Settings["recipes"]> =>
  ((await readStoredSettings(browser)) as Settings).recipes;

const pageAsIs = (): string => [document.documentElement.outerHTML, document.adoptedStyleSheets.length].join("\n");

inEachBrowser(
  "The picker",
  async (browser) => {
    browser.serve(
      new Map([
        [address, { body: accountPage }],
        [
          `${origin}/strict?q=valve`,
          {
            body: accountPage,
            headers: {
              "content-security-policy": "default-src 'none'; style-src 'nonce-x'; require-trusted-types-for 'script'",
            },
          },
        ],
        [
          "https://www.mojeek.com/search?q=valve",
          { body: readFileSync(join(import.meta.dirname, "../dom/detection/pages/mojeek.html"), "utf8") },
        ],
      ]),
    );
    await browser.grantHost(`${origin}/*`);
  },
  (browser) => {
    test("makes a recipe of one click, which reads the page at once, after a reload and after export and import", async () => {
      await storeSettings(browser(), settingsWith({}));
      const page = await startPicker(browser());
      const before = await page.evaluate(foundTitles);
      expect(before).not.toEqual(names);

      await page.click("#orders li:nth-child(2) a");
      await waitToSay(page, found(names.length));
      await waitForBoxes(page, "#orders li");

      await picker(page).click("button", interfaceText("picker.narrower"));
      await waitForBoxes(page, "#orders a");
      await picker(page).click("button", interfaceText("picker.wider"));
      await waitForBoxes(page, "#orders li");
      await picker(page).click("input:checked");
      await picker(page).click("button", interfaceText("picker.save"));
      await waitForTitles(page, names);
      await picker(page).click("button", interfaceText("common.close"));
      await page.waitFor(() => document.querySelector("winnow-picker") === null);

      await page.reload();
      await page.waitForState("ready");
      expect(await page.evaluate(foundTitles)).toEqual(names);
      expect((await readReport(browser(), page))?.recognition).toMatchObject({ by: "recipe", name: "shop.example" });

      const [saved] = await storedRecipes(browser());
      const options = await browser().openExtensionPage("options.html");
      await options.evaluate(() => {
        const keep = URL.createObjectURL.bind(URL);
        URL.createObjectURL = (file) => {
          void (file as Blob).text().then((text) => (document.documentElement.dataset["exported"] = text));
          return keep(file);
        };
      });
      await options.click("button", interfaceText("recipes.exportOne", "shop.example"));
      const exported = await options.waitFor(() => document.documentElement.dataset["exported"]);
      expect(exported).toContain("SERPINFO_VERSION");
      await storeSettings(browser(), settingsWith({}));
      await waitForTitles(page, before);
      // What stands below moves up when the recipe goes.
      await options.waitFor(() => document.querySelector("#recipes article") === null);
      await options.evaluate((text) => {
        const field = document.querySelector<HTMLTextAreaElement>(".import-text")!;
        field.value = text;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }, exported);
      await options.click("button", interfaceText("import.look"));
      await options.click("button", interfaceText("import.apply"));
      await waitForTitles(page, names);
      expect((await storedRecipes(browser())).map(({ data }) => data)).toEqual([saved!.data]);
    });

    test("works by the keyboard alone", async () => {
      await storeSettings(browser(), settingsWith({}));
      const page = await browser().open(address);
      await page.waitForState("ready");
      const popup = await browser().openPopup(page);
      await popup.waitFor(() => document.querySelector(".pick button"));
      const onPick = (): boolean => document.activeElement?.matches(".pick button") === true;
      for (let step = 0; step < 60 && !(await popup.evaluate(onPick)); step++) await popup.press("Tab");
      await popup.press("Enter");
      await page.bringToFront();
      await waitToSay(page, interfaceText("picker.choose"));

      const pointed = (): Promise<string> =>
        picker(page).waitFor((root) => root.querySelector(".bar > [role=status]")?.textContent);
      await page.press("ArrowDown");
      const first = await pointed();
      await page.press("ArrowRight");
      await picker(page).waitFor(
        (root, gone) => root.querySelector(".bar > [role=status]")?.textContent !== gone,
        first,
      );
      await page.press("ArrowLeft");
      for (let step = 0; step < 40 && (await pointed()) !== names[1]; step++) await page.press("Tab");
      await page.press("Enter");
      await waitToSay(page, found(names.length));
      await page.type("-");
      await waitForBoxes(page, "#orders a");
      await page.type("+");
      await waitForBoxes(page, "#orders li");
      // Back over the choice of the whole site to the one that keeps what was found before, and on to the first button.
      await page.press("BackTab");
      await page.press("BackTab");
      await page.type(" ");
      await picker(page).waitFor((root) => root.querySelectorAll("input:checked").length === 0);
      await page.press("Tab");
      await page.press("Tab");
      await page.press("Enter");
      await waitForTitles(page, names);
      expect(await storedRecipes(browser())).toMatchObject([{ enabled: true, data: { name: "shop.example" } }]);
      await page.press("Escape");
      await page.waitFor(() => document.querySelector("winnow-picker") === null);
    });

    test.each(["", "#orders li:nth-child(2) a"])(
      "leaves the page as it was at Escape, after a click on “%s”",
      async (picked) => {
        await storeSettings(browser(), settingsWith({}));
        const page = await browser().open(address);
        await page.waitForState("ready");
        const before = await page.evaluate(pageAsIs);
        const popup = await browser().openPopup(page);
        await popup.click("button", interfaceText("popup.pick"));
        await page.bringToFront();
        await waitToSay(page, interfaceText("picker.choose"));
        if (picked !== "") {
          await page.click(picked);
          await waitToSay(page, found(names.length));
        }
        await page.press("Escape");
        await page.waitFor(() => document.querySelector("winnow-picker") === null);
        expect(await page.evaluate(pageAsIs)).toBe(before);
        expect(await page.evaluate(() => location.href)).toBe(address);
        expect(await storedRecipes(browser())).toEqual([]);
      },
    );

    test("works on a page that allows no styles and no scripts but its own", async () => {
      await storeSettings(browser(), settingsWith({}));
      const page = await startPicker(browser(), `${origin}/strict?q=valve`);
      await page.click("#orders li:nth-child(2) a");
      await waitToSay(page, found(names.length));
      const bar = await picker(page).waitFor((root) => {
        const { left, right, bottom } = root.querySelector(".bar")!.getBoundingClientRect();
        return {
          fits: left >= 0 && right <= innerWidth && bottom <= innerHeight,
          position: getComputedStyle(root.querySelector(".place")!).position,
        };
      });
      expect(bar).toEqual({ fits: true, position: "fixed" });
    });

    test("makes recipes that go before the built-in ones", async () => {
      await storeSettings(browser(), settingsWith({}));
      const page = await browser().open("https://www.mojeek.com/search?q=valve");
      await page.waitForState("ready");
      const own = {
        id: "own",
        enabled: true,
        data: {
          name: "My own",
          pages: [
            {
              name: "x",
              matches: ["*://www.mojeek.com/*"],
              results: [{ root: "li:has(h2)", url: "h2 a", props: { title: "h2" } }],
            },
          ],
        },
      };
      expect((await readReport(browser(), page))?.recognition?.name).not.toBe("My own");
      await storeSettings(browser(), settingsWith({ recipes: [own] }));
      await expect.poll(async () => (await readReport(browser(), page))?.recognition?.name).toBe("My own");
    });
  },
);
