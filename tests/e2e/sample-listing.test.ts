import { expect, test } from "vitest";

import type { Visibility } from "@/model/verdict.ts";

import type { BrowserUnderTest } from "../support/browser-under-test.ts";
import { readReport, storeSettings } from "../support/extension-data.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { samplePages } from "../support/sample-site.ts";
import { filter, list, settingsWith } from "../support/settings-for-tests.ts";
import type { TabUnderTest } from "../support/tab-under-test.ts";

const origin = "https://library.example";
const address = `${origin}/index.html`;
const words = [list(1, "Consistency", "一致性"), list(2, "Support", "支持")];

/** Normal form KC turns the damaged signs of the PDF texts, such as ⼀ (U+2F00), into those a reader sees. */
const occurrences = (text: string, word: string): number => text.normalize("NFKC").split(word).length - 1;

/** The whole text of each result, as it stands in the page. */
const resultTexts = (tab: TabUnderTest): Promise<readonly string[]> =>
  tab.evaluate(() => [...document.querySelectorAll("li.document")].map((item) => item.textContent));

const markup = (tab: TabUnderTest): Promise<string> => tab.evaluate(() => document.documentElement.outerHTML);

const openLibrary = async (browser: BrowserUnderTest): Promise<TabUnderTest> => {
  const tab = await browser.open(address);
  await tab.waitForState("ready");
  return tab;
};

/** Waits until a result's verdict stands on the page, and tells what a reader sees of the result. */
const look = (tab: TabUnderTest, position: number, verdict: Visibility) =>
  tab.waitFor(
    (place, wanted) => {
      const root = document.querySelector<HTMLElement>(`[data-winnow-result="${place}"]`);
      if (!root || root.dataset["winnowVerdict"] !== wanted) return null;
      const { opacity, backgroundColor, backgroundImage, boxShadow, outline } = getComputedStyle(root);
      return {
        title: root.querySelector("h2")?.textContent,
        height: root.offsetHeight,
        opacity: Number(opacity),
        card: [backgroundColor, backgroundImage, boxShadow, outline].join(" "),
        mark: root.dataset["winnowMark"],
        placeholder: root.previousElementSibling?.localName,
      };
    },
    position,
    verdict,
  );

inEachBrowser(
  "The library's listing",
  async (browser) => {
    browser.serve(new Map([...samplePages(origin), ...samplePages("https://elsewhere.example")]));
    await browser.grantHost(`${origin}/*`);
  },
  (browser) => {
    test("is judged by the first regular expression that is saved while it is open", async () => {
      await storeSettings(browser(), settingsWith({}));
      const tab = await openLibrary(browser());
      await storeSettings(browser(), settingsWith({ filters: [filter("hide", "title:/^goframe/i")] }));
      expect((await look(tab, 10, "hide")).title).toContain("GoFrame");
    });

    test("has ten results with titles, snippets and figures", async () => {
      await storeSettings(browser(), settingsWith({}));
      const tab = await openLibrary(browser());
      const report = await readReport(browser(), tab);
      const shown = await tab.evaluate(() =>
        [...document.querySelectorAll("li.document")].map((item) => ({
          position: Number(item.getAttribute("data-winnow-result")),
          verdict: item.getAttribute("data-winnow-verdict"),
          title: item.querySelector("h2")?.textContent ?? "",
          excerpt: item.querySelector("p")?.textContent.trim() ?? "",
          address: item.querySelector<HTMLAnchorElement>("h2 a")?.href,
        })),
      );
      expect(shown.map(({ position, verdict }) => [position, verdict])).toEqual(
        Array.from({ length: 10 }, (_, index) => [index + 1, "show"]),
      );
      expect(await tab.evaluate(() => document.querySelectorAll("[data-winnow-result]").length)).toBe(10);
      expect(report).toMatchObject({ state: "ready", found: 10, readable: 10, hidden: 0, problems: [] });
      expect(report?.results.map(({ result }) => [result.title, result.url, result.host])).toEqual(
        shown.map(({ title, address: url }) => [title, url, "library.example"]),
      );
      for (const [index, { result }] of (report?.results ?? []).entries()) {
        expect(result.snippet.trim()).toBe(shown[index]?.excerpt);
        expect(result.meta).toContain("码力");
        expect(result.facets.map(({ name }) => name)).toEqual(expect.arrayContaining(["pages", "size", "date"]));
      }
      const [first] = report?.results ?? [];
      expect(first?.result.facets).toContainEqual(expect.objectContaining({ name: "pages", value: 14 }));
      expect(first?.result.facets).toContainEqual(expect.objectContaining({ name: "size", text: "3.23 MB" }));
    });

    test("is lit up wherever a reader sees the words, also in damaged PDF text", async () => {
      await storeSettings(browser(), settingsWith({ lists: words }));
      const tab = await openLibrary(browser());
      const texts = await resultTexts(tab);
      const expected = texts.map((text) => [occurrences(text, "一致性"), occurrences(text, "支持")]);
      const totals = expected.reduce(([a = 0, b = 0], [c = 0, d = 0]) => [a + c, b + d]);
      // Words that only the damaged signs hold are among them.
      expect(texts.some((text) => text.includes("⼀致性") && text.includes("⽀持"))).toBe(true);

      const report = await readReport(browser(), tab);
      expect(report?.hitsByList).toEqual({ 1: totals[0], 2: totals[1] });
      const counts = await tab.evaluate(() =>
        [...document.querySelectorAll("li.document")].map((item) => item.getAttribute("data-winnow-hits")),
      );
      expect(counts).toEqual(expected.map(([a = 0, b = 0]) => (a + b === 0 ? null : String(a + b))));

      const lit = new Set<string>();
      for (const [index, [first = 0, second = 0]] of expected.entries()) {
        const found = await tab.waitFor(
          (place, wanted) => {
            const root = document.querySelector(`[data-winnow-result="${place}"]`);
            if (!root) return null;
            root.scrollIntoView();
            const painted = ["winnow-1", "winnow-2"].map((name) =>
              [...(CSS.highlights.get(name) ?? [])]
                .filter((range) => root.contains(range.startContainer))
                .map((range) => {
                  const text = document.createRange();
                  text.setStart(range.startContainer, range.startOffset);
                  text.setEnd(range.endContainer, range.endOffset);
                  return text.toString();
                }),
            );
            return painted.every((of, nth) => of.length === wanted[nth]) ? painted.flat() : null;
          },
          index + 1,
          [first, second],
        );
        for (const text of found) lit.add(text);
      }
      // Where the damage doubled a sign, the doubled sign may be lit up with its word.
      for (const text of lit) expect(text.normalize("NFKC")).toMatch(/^(一{1,2}致性|支{1,2}持)$/);
      expect([...lit]).toEqual(expect.arrayContaining(["一致性", "⼀致性", "支持", "⽀持"]));
    });

    test("is lit up by mark elements too, and the page's text stays", async () => {
      await storeSettings(browser(), settingsWith({ lists: words, painter: "mark" }));
      const tab = await openLibrary(browser());
      const texts = await resultTexts(tab);
      const total = texts.reduce((sum, text) => sum + occurrences(text, "一致性") + occurrences(text, "支持"), 0);
      const marked = await tab.waitFor((wanted) => {
        const marks = [...document.querySelectorAll<HTMLElement>("mark.winnow-hit")];
        return marks.length === wanted && marks.map((mark) => [mark.dataset["winnowList"], mark.textContent]);
      }, total);
      for (const [id, text] of marked) {
        expect(text?.normalize("NFKC")).toMatch(id === "1" ? /^一{1,2}致性$/ : /^支{1,2}持$/);
      }
      expect(marked.map(([, text]) => text)).toContain("⼀致性");
      expect(await resultTexts(tab)).toEqual(texts);
    });

    test("is filtered by each action", async () => {
      await storeSettings(
        browser(),
        settingsWith({
          filters: [
            filter("hide", "title:FrontEnd"),
            filter("fold", "pages<20"),
            filter("dim", "size>6MB"),
            filter("mark", "redis"),
          ],
        }),
      );
      const tab = await openLibrary(browser());
      expect(await look(tab, 7, "hide")).toMatchObject({ height: 0, title: expect.stringContaining("FrontEnd") });
      expect(await look(tab, 1, "fold")).toMatchObject({ height: 0, placeholder: "winnow-fold" });
      const [dimmed, marked, plain] = [
        await look(tab, 8, "dim"),
        await look(tab, 4, "show"),
        await look(tab, 2, "show"),
      ];
      expect(dimmed.opacity).toBeLessThan(1);
      expect(dimmed.height).toBeGreaterThan(0);
      expect(marked.mark).toBe("5");
      expect(marked.card).not.toBe(plain.card);
      expect(plain).toMatchObject({ opacity: 1, placeholder: "li" });

      const report = await readReport(browser(), tab);
      expect(report).toMatchObject({ found: 10, hidden: 1, folded: 1, dimmed: 2, marked: 2 });
      expect(report?.results[6]?.verdict.reasons).toMatchObject([{ filterName: "title:FrontEnd", decisive: true }]);

      // The line in place of a folded result opens it.
      await tab.click("winnow-fold");
      await tab.waitFor(() => (document.querySelector<HTMLElement>("[data-winnow-result='1']")?.offsetHeight ?? 0) > 0);
    });

    test.each(["highlight", "mark"] as const)("is as it was once %s is switched off", async (painter) => {
      const untouched = await browser().open("https://elsewhere.example/index.html");
      const before = await markup(untouched);
      const settings = settingsWith({
        painter,
        lists: words,
        filters: [filter("hide", "title:FrontEnd"), filter("fold", "pages<20"), filter("mark", "redis")],
      });
      await storeSettings(browser(), settings);
      const tab = await openLibrary(browser());
      await look(tab, 7, "hide");
      expect(await markup(tab)).not.toBe(before);

      await storeSettings(browser(), { ...settings, enabled: false });
      await tab.waitForState("off");
      // That it is off is all that is left to see.
      expect((await markup(tab)).replace(' data-winnow-state="off"', "")).toBe(before);
      expect(await tab.evaluate(() => [document.adoptedStyleSheets.length, [...CSS.highlights.keys()].length])).toEqual(
        [0, 0],
      );

      await storeSettings(browser(), settings);
      await tab.waitForState("ready");
      await look(tab, 7, "hide");
      await browser().revokeHost(`${origin}/*`);
      await tab.waitFor(() => document.documentElement.dataset["winnowState"] === undefined);
      expect(await markup(tab)).toBe(before);
      await browser().grantHost(`${origin}/*`);
    });

    test("follows every change of the settings without a reload", async () => {
      await storeSettings(browser(), settingsWith({ lists: words }));
      const tab = await openLibrary(browser());
      await tab.evaluate(() => void Object.assign(globalThis, { stillHere: true }));
      await storeSettings(
        browser(),
        settingsWith({ lists: [list(3, "Redis", "redis")], filters: [filter("hide", "tidb")] }),
      );
      await look(tab, 6, "hide");
      const hits = await tab.evaluate(() =>
        [...document.querySelectorAll("[data-winnow-hits]")].map((root) => root.getAttribute("data-winnow-result")),
      );
      expect(hits).toEqual(["4", "9"]);
      await storeSettings(browser(), settingsWith({ filters: [filter("hide", "tidb"), filter("keep", "newsql")] }));
      await look(tab, 6, "show");
      expect(await tab.evaluate(() => "stillHere" in globalThis)).toBe(true);
    });
  },
);
