import { isUtf8 } from "node:buffer";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { browserOnlyPages, recipePages } from "../dom/detection/recipe-pages.ts";
import { readCaptures } from "../eval/captures.ts";
import type { Gold } from "../eval/measurement.ts";
import { readReport, storeSettings } from "../support/extension-data.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { projectRoot } from "../support/run-tool.ts";
import { filter, list, settingsWith } from "../support/settings-for-tests.ts";

const ownPages = join(import.meta.dirname, "../dom/detection/pages");

/** Pages of real engines with labels, which are not the project's and not part of it. */
const capturedPages = process.env["WINNOW_PAGES"] ?? join(projectRoot, "../shared/pages");

/** The first year whose pages the recipes are written for. */
const firstYear = 2022;

const captures = existsSync(join(capturedPages, "INDEX.tsv"))
  ? readCaptures(capturedPages).filter(({ kind, year }) => kind === "serp" && year >= firstYear)
  : [];
if (captures.length === 0) {
  console.log(
    `No captured pages of engines in ${capturedPages}: the end-to-end tests use the project's own pages alone.`,
  );
}

const folded = (text: string): string => text.replaceAll(/\s+/gu, " ").trim();

/** Runs in a page: the positions of labelled results that were not found, and of found ones that have no label. */
const compareWithLabels = ({ records, otherLists }: Gold) => {
  const normal = (text: string): string => text.normalize("NFKC").replaceAll(/[\s\u200B-\u200D\uFEFF]+/gu, "");
  const labelled = records.map(({ selector }) => document.querySelector(selector));
  const found = [...document.querySelectorAll("[data-winnow-result]")];
  const isOne = (root: Element, element: Element | null, title: string): boolean =>
    element !== null &&
    (root === element ||
      (root.contains(element) && labelled.filter((other) => root.contains(other)).length === 1) ||
      (element.contains(root) && normal(root.textContent).includes(normal(title))));
  const inOtherList = (root: Element): boolean =>
    (otherLists ?? []).some((selector) =>
      [...document.querySelectorAll(selector)].some((element) => element.contains(root) || root.contains(element)),
    );
  return {
    missing: records.flatMap(({ title, sponsored }, index) =>
      sponsored === true || found.some((root) => isOne(root, labelled[index] ?? null, title)) ? [] : [title],
    ),
    surplus: found
      .filter((root) => !records.some(({ title }, index) => isOne(root, labelled[index] ?? null, title)))
      .filter((root) => !inOtherList(root))
      .map((root) => root.textContent.slice(0, 80)),
  };
};

inEachBrowser(
  "Engines under their own host names",
  async (browser) => {
    await storeSettings(browser, settingsWith({}));
  },
  (browser) => {
    test.each([...recipePages, ...browserOnlyPages])(
      "$page: the results are read",
      async ({ page, address, results }) => {
        browser().serve(new Map([[address, { body: readFileSync(join(ownPages, `${page}.html`)) }]]));
        const tab = await browser().open(address);
        await tab.waitForState("ready");
        const report = await readReport(browser(), tab);
        expect(report?.recognition?.by).toBe("recipe");
        expect(report?.problems).toEqual([]);
        expect(
          report?.results.map(({ result: { title, url, host, snippet } }) => ({
            title: folded(title),
            url,
            host,
            snippet: folded(snippet),
          })),
        ).toEqual(results);
        expect(await tab.evaluate(() => document.querySelectorAll("[data-winnow-result]").length)).toBe(results.length);
      },
    );

    test("a result whose address can't be read is still lit up and filtered", async () => {
      const [google] = recipePages;
      if (!google) throw new Error("There is no page to test with.");
      browser().serve(new Map([[google.address, { body: readFileSync(join(ownPages, `${google.page}.html`)) }]]));
      await storeSettings(
        browser(),
        settingsWith({ lists: [list(1, "Thread", "thread")], filters: [filter("hide", "title:sealed")] }),
      );
      const tab = await browser().open(google.address);
      await tab.waitForState("ready");
      await tab.waitFor(() => document.querySelectorAll("[data-winnow-verdict=hide]").length === 1);
      const report = await readReport(browser(), tab);
      const withoutAddress = report?.results.filter(({ result }) => result.url === null) ?? [];
      expect(withoutAddress.map(({ verdict }) => verdict.visibility)).toEqual(["hide", "show"]);
      expect(withoutAddress.map(({ hits }) => hits["1"] ?? 0)).toEqual([0, 1]);
      await storeSettings(browser(), settingsWith({}));
    });

    for (const { file, path, address, gold } of captures) {
      test(`${file}: exactly the labelled results are found`, async () => {
        const body = readFileSync(path);
        const contentType = isUtf8(body) ? "text/html; charset=utf-8" : "text/html";
        const headers = { "content-security-policy": "script-src 'none'" };
        browser().serve(new Map([[address, { body, contentType, headers }]]));
        const tab = await browser().open(address);
        await tab.waitForState("ready");
        expect(await tab.evaluate(compareWithLabels, gold)).toEqual({ missing: [], surplus: [] });
        const report = await readReport(browser(), tab);
        expect(report?.recognition?.by).toBe("recipe");
        expect(report?.problems).toEqual([]);
      });
    }
  },
);
