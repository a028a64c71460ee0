import { expect, test } from "vitest";

import type { PageMessages } from "@/messaging/protocol.ts";
import type { PageReport, SortOrder } from "@/model/report.ts";

import type { BrowserUnderTest } from "../support/browser-under-test.ts";
import { readReport, storeSettings } from "../support/extension-data.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { samplePages } from "../support/sample-site.ts";
import { filter, list, settingsWith } from "../support/settings-for-tests.ts";
import type { TabUnderTest } from "../support/tab-under-test.ts";

const origin = "https://library.example";
const address = `${origin}/index.html`;

/** Sends what the popup sends, and gives the page's answer. */
const ask = <Name extends "tryConditions" | "sortResults" | "revealResult">(
  browser: BrowserUnderTest,
  { id }: TabUnderTest,
  name: Name,
  ...args: Parameters<PageMessages[Name]>
): Promise<PageReport> =>
  browser.inExtension(
    async (api, tab, message) => {
      const reply: unknown = await api.tabs.sendMessage(tab, message, { frameId: 0 });
      return reply as PageReport;
    },
    id,
    { winnow: name, args } as const,
  );

/** What a reader sees from top to bottom: the figure of a kind in each result that has a box. */
const seen = (tab: TabUnderTest, figure: "pages" | "size"): Promise<readonly string[]> =>
  tab.evaluate(
    (pattern) =>
      [...document.querySelectorAll<HTMLElement>("li.document")]
        .filter((item) => item.offsetHeight > 0)
        .toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map((item) => new RegExp(pattern).exec(item.querySelector(".document-figures")?.textContent ?? "")?.[1] ?? ""),
    figure === "pages" ? "(\\d+) 页" : "([\\d.]+ [KM]B)",
  );

const markup = (tab: TabUnderTest): Promise<string> => tab.evaluate(() => document.body.outerHTML);

const openLibrary = async (browser: BrowserUnderTest): Promise<TabUnderTest> => {
  const tab = await browser.open(address);
  await tab.waitForState("ready");
  return tab;
};

const bySize = (descending: boolean): SortOrder => ({ by: "size", descending });

inEachBrowser(
  "Trying conditions out and sorting",
  async (browser) => {
    browser.serve(samplePages(origin));
    await browser.grantHost(`${origin}/*`);
  },
  (browser) => {
    test("a condition that is tried hides results at once, says by which figure, and goes again", async () => {
      await storeSettings(browser(), settingsWith({}));
      const tab = await openLibrary(browser());
      const all = await seen(tab, "pages");
      expect(all.length).toBe(10);
      const tried = await ask(browser(), tab, "tryConditions", ["pages<40"]);
      expect(await seen(tab, "pages")).toEqual(["295", "176", "44", "48", "51"]);
      expect(tried).toMatchObject({ hidden: 5, tried: ["pages<40"] });
      expect(tried.results[0]?.verdict.reasons).toMatchObject([
        { filter: "tried", condition: "pages<40", evidence: [{ kind: "facet", facet: "pages", text: "14 页" }] },
      ]);
      await ask(browser(), tab, "tryConditions", ["pages<"]).then(({ problems }) =>
        expect(problems).toMatchObject([{ filter: "tried", column: 7 }]),
      );
      expect(await seen(tab, "pages")).toEqual(all);
      await ask(browser(), tab, "tryConditions", []);
      expect(await seen(tab, "pages")).toEqual(all);
    });

    test("only results with a figure are shown by hiding the opposite", async () => {
      await storeSettings(browser(), settingsWith({ filters: [filter("hide", "-size<2MB OR -has:size")] }));
      const tab = await openLibrary(browser());
      expect((await seen(tab, "size")).toSorted()).toEqual(["1.14 MB", "1.63 MB", "649.68 KB", "730.17 KB"]);
      const report = await readReport(browser(), tab);
      expect(report?.results[0]?.verdict.reasons[0]?.evidence).toMatchObject([
        { kind: "facet", facet: "size", text: "3.23 MB" },
      ]);
      await storeSettings(browser(), settingsWith({}));
      await tab.waitFor(() => document.querySelectorAll("[data-winnow-verdict=show]").length === 10);
      expect((await seen(tab, "size")).length).toBe(10);
    });

    test("sorting puts results into the order of a figure, and back byte for byte", async () => {
      await storeSettings(browser(), settingsWith({ filters: [filter("fold", "pages<20")] }));
      const tab = await openLibrary(browser());
      await tab.waitFor(() => document.querySelector("winnow-fold"));
      const before = await markup(tab);
      await storeSettings(browser(), settingsWith({}));
      await tab.waitFor(() => document.querySelector("winnow-fold") === null);
      const own = await seen(tab, "size");

      const report = await ask(browser(), tab, "sortResults", bySize(false));
      const sorted = await seen(tab, "size");
      expect(sorted.slice(0, 2)).toEqual(["649.68 KB", "730.17 KB"]);
      const places = ["649.68 KB", "1.14 MB", "8.84 MB"].map((size) => sorted.indexOf(size));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(report).toMatchObject({ sortedBy: bySize(false), reordered: true, problems: [] });
      // Positions are those of the page's own order.
      expect(report.results.map(({ result }) => result.position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

      await ask(browser(), tab, "sortResults", bySize(true));
      expect(await seen(tab, "size")).toEqual(sorted.toReversed());
      await storeSettings(browser(), settingsWith({ filters: [filter("fold", "pages<20")] }));
      await tab.waitFor(() => document.querySelector("winnow-fold"));
      expect(await ask(browser(), tab, "sortResults", null)).toMatchObject({ sortedBy: null, reordered: false });
      expect(await markup(tab)).toBe(before);
      await storeSettings(browser(), settingsWith({}));
      await tab.waitFor(() => document.querySelector("winnow-fold") === null);
      expect(await seen(tab, "size")).toEqual(own);
    });

    test("sorting by hits puts the results with most of them first, and back", async () => {
      await storeSettings(browser(), settingsWith({ lists: [list(1, "Words", "a", "e", "seata", "transaction")] }));
      const tab = await openLibrary(browser());
      await tab.waitFor(() => document.querySelector("[data-winnow-hits]"));
      const before = await markup(tab);
      const hits = (): Promise<readonly number[]> =>
        tab.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>("li.document")]
            .toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
            .map(({ dataset }) => Number(dataset["winnowHits"] ?? 0)),
        );
      const own = await hits();
      const most = own.toSorted((a, b) => b - a);
      // The page's own order is neither of the two, and there are results with fewer hits than others.
      expect([most, most.toReversed()]).not.toContainEqual(own);
      for (const descending of [true, false]) {
        const order = { by: "hits", descending } as const;
        const report = await ask(browser(), tab, "sortResults", order);
        expect(report).toMatchObject({ sortedBy: order, reordered: true, problems: [] });
        expect(await hits()).toEqual(descending ? most : most.toReversed());
      }
      expect(await ask(browser(), tab, "sortResults", null)).toMatchObject({ sortedBy: null, reordered: false });
      expect(await markup(tab)).toBe(before);
    });

    test.each([
      ["turns its list round", "ol.documents { display: flex; flex-direction: column-reverse }"],
      ["puts its third result first", "ol.documents { display: grid } li.document:nth-of-type(3) { order: -1 }"],
      ["places its fourth result by itself", "li.document:nth-of-type(4) { position: absolute; top: 0 }"],
    ])("sorting declines on a page that %s, and says so", async (_, style) => {
      await storeSettings(browser(), settingsWith({}));
      const tab = await openLibrary(browser());
      await tab.evaluate((text) => document.head.appendChild(document.createElement("style")).append(text), style);
      const before = await markup(tab);
      const report = await ask(browser(), tab, "sortResults", bySize(false));
      expect(report).toMatchObject({ sortedBy: null, reordered: false, problems: [{ code: "reorder-declined" }] });
      expect(await markup(tab)).toBe(before);
    });

    test("results that come later are sorted in, and reading goes the way of the eye", async () => {
      await storeSettings(browser(), settingsWith({}));
      const tab = await openLibrary(browser());
      await ask(browser(), tab, "sortResults", bySize(false));
      await tab.evaluate(() => {
        const documents = document.querySelector("ol.documents");
        const [first] = documents?.querySelectorAll("li.document") ?? [];
        const more = first?.cloneNode(true) as HTMLElement | undefined;
        const figures = more?.querySelector(".document-figures");
        if (!documents || !more || !figures) throw new Error("The page is another one.");
        for (const name of ["data-winnow-result", "data-winnow-verdict"]) more.removeAttribute(name);
        more.querySelector("h2 a")!.textContent = "Late";
        figures.textContent = "0 码力 | 3 页 | 700.00 KB | 1 年前";
        documents.append(more);
      });
      await tab.waitFor(() => document.querySelectorAll("[data-winnow-result]").length === 11);
      await tab.waitFor(() => document.querySelectorAll("li.document h2")[1]?.textContent === "Late");
      expect((await seen(tab, "size")).slice(0, 3)).toEqual(["649.68 KB", "700.00 KB", "730.17 KB"]);
      expect(
        await tab.evaluate(() => document.querySelectorAll("li.document")[1]?.getAttribute("data-winnow-result")),
      ).toBe("11");
      await ask(browser(), tab, "sortResults", null);
      expect(await tab.evaluate(() => document.querySelector("li.document:last-of-type h2")?.textContent)).toBe("Late");
    });

    test("a page that renders its list anew shows it in its own order in no frame", async () => {
      await storeSettings(browser(), settingsWith({}));
      const tab = await openLibrary(browser());
      const titles = (): Promise<string> =>
        tab.evaluate(() => [...document.querySelectorAll("li.document h2")].map((one) => one.textContent).join());
      const own = await titles();
      const html = await tab.evaluate(() => document.querySelector("ol.documents")!.innerHTML);
      await ask(browser(), tab, "sortResults", bySize(false));
      const sorted = await titles();
      expect(sorted).not.toBe(own);
      const orders = await tab.evaluate(async (text) => {
        const painted = new Set<string>();
        for (let round = 0; round < 40; round++) {
          await new Promise((resolve) => requestAnimationFrame(resolve));
          if (round % 8 === 0) {
            const holder = document.createElement("ol");
            holder.innerHTML = text.replaceAll(/ data-winnow-[a-z]+="[^"]*"/g, "");
            document.querySelector("ol.documents")!.replaceChildren(...holder.childNodes);
          }
          // What a message brings is after the frame was painted.
          await new Promise((resolve) => {
            const { port1, port2 } = new MessageChannel();
            port1.addEventListener("message", resolve);
            port1.start();
            port2.postMessage(null);
          });
          painted.add([...document.querySelectorAll("li.document h2")].map((one) => one.textContent).join());
        }
        return [...painted];
      }, html);
      expect(orders).toEqual([sorted]);
      await ask(browser(), tab, "sortResults", null);
      expect(await titles()).toBe(own);
    });

    test("filters raise and lower, and the page's own order is one step away, as is the way back", async () => {
      await storeSettings(
        browser(),
        settingsWith({ filters: [filter("raise", "pages>=100"), filter("lower", "pages<20")] }),
      );
      const tab = await browser().open(address);
      const own = await tab.evaluate(() => document.querySelectorAll("li.document").length);
      expect(own).toBe(10);
      await tab.waitFor(() => document.querySelector("li.document")?.textContent.includes("295 页"));
      const lifted = (await seen(tab, "pages")).map(Number);
      const rank = (pages: number): number => (pages >= 100 ? 0 : pages < 20 ? 2 : 1);
      expect(lifted.map(rank)).toEqual(lifted.map(rank).toSorted((a, b) => a - b));
      expect((await readReport(browser(), tab))?.reordered).toBe(true);
      expect((await ask(browser(), tab, "sortResults", null)).reordered).toBe(false);
      expect((await seen(tab, "pages"))[0]).toBe("14");
      expect((await ask(browser(), tab, "sortResults", "filters")).reordered).toBe(true);
      expect((await seen(tab, "pages")).map(Number)).toEqual(lifted);
    });

    test("a page that goes on working on its list is not broken", async () => {
      await storeSettings(browser(), settingsWith({}));
      const tab = await openLibrary(browser());
      const own = await seen(tab, "size");
      await ask(browser(), tab, "sortResults", bySize(true));
      const failed = await tab.evaluate(async () => {
        const documents = document.querySelector("ol.documents");
        // The page knows its own items, whatever their positions become.
        const items = new Map(
          [...document.querySelectorAll("li.document")].map((item) => [item.getAttribute("data-winnow-result"), item]),
        );
        const byPosition = (position: number) => items.get(String(position));
        try {
          // What libraries do that own their nodes: take one away, put one before another that they know.
          documents?.removeChild(byPosition(2)!);
          const added = document.createElement("li");
          added.textContent = "New";
          documents?.insertBefore(added, byPosition(5)!);
          await new Promise((resolve) => setTimeout(resolve, 300));
          documents?.removeChild(added);
          documents?.insertBefore(byPosition(4)!, byPosition(1)!);
          await new Promise((resolve) => setTimeout(resolve, 300));
          documents?.removeChild(byPosition(6)!);
        } catch (error) {
          return String(error);
        }
        return null;
      });
      expect(failed).toBeNull();
      // The page moved a result itself: from then on the order is its own, of all the others too.
      const left = own.filter((_, index) => ![1, 3, 5].includes(index));
      await expect.poll(() => seen(tab, "size")).toEqual([own[3], ...left]);
      await expect.poll(async () => (await readReport(browser(), tab))?.found).toBe(8);
      expect((await readReport(browser(), tab))?.problems).toMatchObject([{ code: "reorder-overruled" }]);
    });

    test("a hidden result is revealed and comes into view", async () => {
      await storeSettings(browser(), settingsWith({ filters: [filter("hide", "pages<40")] }));
      const tab = await openLibrary(browser());
      const report = await readReport(browser(), tab);
      const hidden = report?.results.findLast(({ verdict }) => verdict.visibility === "hide");
      const shown = await ask(browser(), tab, "revealResult", hidden?.result.id ?? "");
      expect(shown.results.filter(({ open }) => open).map(({ result }) => result.id)).toEqual([hidden?.result.id]);
      const box = await tab.evaluate((position) => {
        const { top, bottom, height } = document
          .querySelector(`[data-winnow-result="${position}"]`)!
          .getBoundingClientRect();
        return { inView: bottom > 0 && top < innerHeight, height };
      }, hidden?.result.position ?? 0);
      expect(box.inView).toBe(true);
      expect(box.height).toBeGreaterThan(0);
    });
  },
);
