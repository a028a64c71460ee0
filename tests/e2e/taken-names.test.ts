import { expect, test } from "vitest";

import type { ServedPage } from "../support/browser-engine.ts";
import { readReport, storeSettings } from "../support/extension-data.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { samplePages } from "../support/sample-site.ts";
import { filter, list, settingsWith } from "../support/settings-for-tests.ts";

const origin = "https://library.example";

/** An element by whose name a page's window answers in the place of the extension API, down to its id. */
const form = `<form id="browser"><input name="runtime" id="x"><input name="storage"><input name="i18n"></form>`;

inEachBrowser(
  "A page that takes the name of the extension API",
  async (browser) => {
    const taking = (page: ServedPage): ServedPage => ({
      ...page,
      body: String(page.body).replace(/<body[^>]*>/u, (body) => body + form),
    });
    browser.serve(new Map([...samplePages(origin)].map(([address, page]) => [address, taking(page)])));
  },
  (browser) => {
    test("is worked on all the same by scripts that come when its element is there", async () => {
      await storeSettings(
        browser(),
        settingsWith({ lists: [list(1, "Redis", "/red.s/i")], filters: [filter("hide", "size>=5MB")] }),
      );
      const tab = await browser().open(`${origin}/index.html`);
      expect(await tab.evaluate(() => "browser" in globalThis && document.forms.length >= 1)).toBe(true);
      await browser().grantHost(`${origin}/*`);
      await tab.waitForState("ready");
      const report = await readReport(browser(), tab);
      expect(report?.found).toBe(10);
      expect(report?.hidden).toBeGreaterThan(0);
      expect(report?.hitsByList["1"]).toBeGreaterThan(0);
    });
  },
);
