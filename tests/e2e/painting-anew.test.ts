import { expect, test } from "vitest";

import { storeSettings } from "../support/extension-data.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { list, settingsWith } from "../support/settings-for-tests.ts";
import type { TabUnderTest } from "../support/tab-under-test.ts";

const address = "https://pages.example/";

const item = (number: number): string =>
  `<li><h3><a href="/item/${number}">Harbours of region ${number}</a></h3>` +
  `<p>What is known of harbours and boats along coast ${number}, with maps and drawings.</p></li>`;

// Each title is a flex container, in which every element is a box of its own.
const page = `<!doctype html><html lang="en"><head><title>Harbours</title><style>h3 a { display: flex }</style></head>
<body><ol>${Array.from({ length: 8 }, (_, index) => item(index + 1)).join("")}</ol></body></html>`;

const marks = (tab: TabUnderTest): Promise<Record<string, number>> =>
  tab.evaluate(() => {
    const counts: Record<string, number> = {};
    for (const mark of document.querySelectorAll("mark.winnow-hit")) {
      const text = mark.textContent.toLowerCase();
      counts[text] = (counts[text] ?? 0) + 1;
    }
    return counts;
  });

inEachBrowser(
  "Results painted by mark.js that the page writes to",
  async (browser) => {
    browser.serve(new Map([[address, { body: page }]]));
    await browser.grantHost("https://pages.example/*");
  },
  (browser) => {
    test("stay lit, whatever is changed in them, on the page and in the settings", async () => {
      const words = (...lines: string[]) => settingsWith({ lists: [list(1, "Words", ...lines)], painter: "mark" });
      await storeSettings(browser(), words("harbours"));
      const tab = await browser().open(address);
      await tab.waitForState("ready");
      await expect.poll(() => marks(tab)).toEqual({ harbours: 16 });

      await tab.evaluate(
        (more) => {
          for (const link of document.querySelectorAll("a")) link.href += "?from=list";
          for (const text of document.querySelectorAll("li p")) text.append(" More on harbours.");
          document.querySelector("ol")!.insertAdjacentHTML("beforeend", more);
        },
        item(9) + item(10),
      );
      await expect.poll(() => marks(tab)).toEqual({ harbours: 28 });

      await storeSettings(browser(), words("harbours", "boats"));
      await expect.poll(() => marks(tab)).toEqual({ harbours: 28, boats: 10 });
      await storeSettings(browser(), settingsWith({ enabled: false }));
      await expect.poll(() => marks(tab)).toEqual({});
      expect(
        await tab.evaluate(() => [...document.querySelectorAll("h3 a")].map((link) => link.childNodes.length)),
      ).toEqual(Array.from({ length: 10 }, () => 1));
    });
  },
);
