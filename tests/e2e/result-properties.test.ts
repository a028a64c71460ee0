import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { readImport } from "../../src/lists/read-import.ts";
import { offerRegexEngine } from "../../src/matching/regex-engine.ts";
import { wholeRegexEngine } from "../../src/matching/whole-regex-engine.ts";
import { readReport, storeSettings } from "../support/extension-data.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { settingsWith } from "../support/settings-for-tests.ts";
import { storeRules } from "../support/store-rules.ts";

const google = "https://www.google.co.uk/search?q=field+notes";
const results = readFileSync(join(import.meta.dirname, "../dom/detection/pages/google-desktop.html"));

const names = ["alpha", "beta", "gamma", "delta", "epsilon"];
const words = "Water ships were built along the northern coast for two hundred years and more";
const card = (name: string): string =>
  `<article><h3><a href="https://www.${name}.example/page">All about ${name} and harbours</a></h3><p>${words}, says ${name}.</p></article>`;
const gallery = `<!doctype html><title>Images</title><main>${names.map(card).join("")}</main>`;

/** As rules of uBlacklist stand in its own documentation, with other sites. */
const ruleset = [
  "---\nname: By the kind of page\n---",
  '*://*.beta.example/* @if($category="images")',
  '$site="google" & host="www.gamma.example"',
  '$category = "web" & host = "www.delta.example"',
  '!$category="images" & title^="Keeping"',
  '$category=~/^(news|videos)$/ & title*="seven"i',
].join("\n");

inEachBrowser(
  "What the page's recipe says of results",
  async (browser) => {
    browser.serve(
      new Map([
        [google, { body: results }],
        [`${google}&tbm=nws`, { body: results }],
        [`${google}&udm=2`, { body: gallery }],
        ["https://shop.example/", { body: gallery }],
      ]),
    );
    await browser.grantHost("https://shop.example/*");
    await storeSettings(browser, settingsWith({}));
    offerRegexEngine(wholeRegexEngine);
    const { rulesets } = readImport(ruleset);
    await storeRules(
      browser,
      rulesets.flatMap(({ rules }) => rules),
    );
  },
  (browser) => {
    test.each([
      ["a page of web results", google, ["Keeping field notes"]],
      ["a page of news", `${google}&tbm=nws`, ["Keeping field notes", "Field notes in seven minutes"]],
      [
        "a page of images, which no recipe reads",
        `${google}&udm=2`,
        ["All about beta and harbours", "All about gamma and harbours"],
      ],
      ["a page of another site", "https://shop.example/", []],
    ])("rules of uBlacklist ask for it: %s", async (_, address, hidden) => {
      const tab = await browser().open(address);
      await tab.waitForState("ready");
      await expect
        .poll(async () => {
          const report = await readReport(browser(), tab);
          return report?.results
            .filter(({ verdict }) => verdict.visibility === "hide")
            .map(({ result }) => result.title.replaceAll(/\s+/gu, " ").trim());
        })
        .toEqual(hidden);
    });
  },
);
