import { expect, test } from "vitest";

import { readStoredSettings, storeSettings } from "../support/extension-data.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { interfaceText } from "../support/interface-text.ts";
import { samplePages } from "../support/sample-site.ts";
import { filter, list, settingsWith } from "../support/settings-for-tests.ts";

const origin = "https://library.example";

inEachBrowser(
  "A restart of the browser",
  async (browser) => {
    browser.serve(samplePages(origin));
    await browser.grantHost(`${origin}/*`);
  },
  (browser) => {
    test("keeps the settings and the permission", async () => {
      await storeSettings(
        browser(),
        settingsWith({ lists: [list(1, "Mine", "zzz")], filters: [filter("hide", "tidb")] }),
      );
      const before = await browser().open(`${origin}/index.html`);
      await before.waitForState("ready");
      const popup = await browser().openPopup(before);
      await popup.fill("input", "redis", interfaceText("quickAdd.label"));
      await popup.press("Enter");
      await before.waitFor(() => document.querySelectorAll("[data-winnow-hits]").length === 2);
      // They have reached the storage that the browser carries to other devices.
      await expect
        .poll(() => browser().inExtension(async (api) => Object.keys(await api.storage.sync.get()).length), {
          timeout: 30_000,
        })
        .toBeGreaterThan(0);
      const stored = await readStoredSettings(browser());

      await browser().restart();
      expect(await readStoredSettings(browser())).toEqual(stored);
      const after = await browser().open(`${origin}/index.html`);
      await after.waitForState("ready");
      await after.waitFor(() => document.querySelectorAll("[data-winnow-hits]").length === 2);
      expect(await after.evaluate(() => document.querySelectorAll("[data-winnow-verdict=hide]").length)).toBe(1);
    });
  },
);
