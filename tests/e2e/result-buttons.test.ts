import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import type { Settings } from "@/model/settings.ts";

import type { BrowserUnderTest } from "../support/browser-under-test.ts";
import { readStoredSettings, storeSettings } from "../support/extension-data.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { interfaceText } from "../support/interface-text.ts";
import { samplePages } from "../support/sample-site.ts";
import { filter, settingsWith } from "../support/settings-for-tests.ts";
import type { TabUnderTest } from "../support/tab-under-test.ts";

const library = "https://library.example";
const engine = "https://www.mojeek.com/search?q=valve";
const ending = "https://www.mojeek.com/search?q=ending";

const waitForVerdicts = (page: TabUnderTest, verdict: string, count: number) =>
  page.waitFor(
    (name, wanted) => document.querySelectorAll(`[data-winnow-verdict="${name}"]`).length === wanted,
    verdict,
    count,
  );

const filters = async (browser: BrowserUnderTest): Promise<readonly string[]> =>
  ((await readStoredSettings(browser)) as Settings).filters.map(({ action, condition }) => `${action} ${condition}`);

/** Points at a result and opens its menu by the mouse. */
const openMenu = async (page: TabUnderTest, result: string): Promise<void> => {
  await page.hover(result);
  const title = await page.evaluate((place) => document.querySelector(place)?.textContent.trim() ?? "", result);
  await page.inside("winnow-buttons").click("button", interfaceText("resultMenu.button", title));
  await page.inside("winnow-menu").waitFor((root) => root.querySelector("[role=dialog]"));
};

const press = async (page: TabUnderTest, name: string): Promise<void> =>
  page.inside("winnow-menu").click("button", name);

const undo = (page: TabUnderTest): Promise<void> => press(page, interfaceText("common.undo"));

/** Places and sizes of everything in the listing. */
const layout = (): string =>
  [...document.querySelectorAll("main *")]
    .map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return [left + scrollX, top + scrollY, width, height].map(Math.round).join();
    })
    .join(" ");

const markup = (): string => [document.documentElement.outerHTML, document.adoptedStyleSheets.length].join("\n");

const second = "li.document:nth-of-type(2) h2";

inEachBrowser(
  "The buttons at results",
  async (browser) => {
    const known = readFileSync(join(import.meta.dirname, "../dom/detection/pages/mojeek.html"), "utf8");
    browser.serve(
      new Map([
        ...samplePages(library),
        [engine, { body: known }],
        [ending, { body: `${known.slice(0, known.lastIndexOf("</ul>"))}</ul>` }],
      ]),
    );
    await browser.grantHost(`${library}/*`);
  },
  (browser) => {
    // The first of all, because changes that follow each other within seconds are told as one.
    test("make changes that the popup tells and takes back, and a page that is let go is as it was", async () => {
      const offered = settingsWith({ resultButtons: "everywhere" });
      const paused = { ...offered, pausedSites: ["library.example"] };
      await storeSettings(browser(), paused);
      const page = await browser().open(`${library}/index.html`);
      await page.waitForState("off");
      const untouched = await page.evaluate(markup);
      await storeSettings(browser(), offered);
      await page.waitForState("ready");
      await openMenu(page, second);
      await press(page, interfaceText("resultMenu.result.hide"));
      await waitForVerdicts(page, "hide", 1);
      const popup = await browser().openPopup(page);
      await popup.waitFor(
        (sentence) => document.querySelector(".recent-text")?.textContent === sentence,
        interfaceText("history.added", interfaceText("resultMenu.filterName.result.hide")),
      );
      await popup.click(".recent-change button", interfaceText("common.undo"));
      await waitForVerdicts(page, "hide", 0);
      expect(await filters(browser())).toEqual([]);
      await storeSettings(browser(), paused);
      await page.waitForState("off");
      expect(await page.evaluate(markup)).toBe(untouched);
    });

    test("say which filter goes before a choice", async () => {
      const kept = { ...filter("keep", "site:library.example"), name: "Kept ones" };
      await storeSettings(browser(), { ...settingsWith({ resultButtons: "everywhere" }), filters: [kept] });
      const page = await browser().open(`${library}/index.html`);
      await page.waitForState("ready");
      const title = await page.evaluate((place) => document.querySelector(place)?.textContent.trim() ?? "", second);
      const says = (sentence: string) =>
        page
          .inside("winnow-menu")
          .waitFor((root, wanted) => root.querySelector(".done-text")?.textContent === wanted, sentence);
      await openMenu(page, second);
      await press(page, interfaceText("resultMenu.result.hide"));
      await says(interfaceText("resultMenu.notSeen.keep", title, "Kept ones"));
      expect(await filters(browser())).toEqual(["keep site:library.example", expect.stringMatching(/^hide url=/)]);
    });

    test("hide a result by the mouse, with undo in place, and shift nothing", async () => {
      await storeSettings(browser(), settingsWith({ resultButtons: "everywhere" }));
      const page = await browser().open(`${library}/index.html`);
      await page.waitForState("ready");
      const before = await page.evaluate(layout);
      await openMenu(page, second);
      expect(await page.evaluate(layout)).toBe(before);
      expect(await page.evaluate(() => document.querySelector("winnow-buttons")?.shadowRoot ?? null)).toBe(null);
      expect(await page.evaluate(() => document.querySelector("winnow-menu")?.shadowRoot ?? null)).toBe(null);
      await press(page, interfaceText("resultMenu.result.hide"));
      await waitForVerdicts(page, "hide", 1);
      const address = await page.evaluate(
        (title) => document.querySelector<HTMLAnchorElement>(`${title} a`)?.href,
        second,
      );
      expect(await filters(browser())).toEqual([`hide url="${String(address)}"`]);
      await undo(page);
      await waitForVerdicts(page, "hide", 0);
      expect(await filters(browser())).toEqual([]);
      expect(await page.evaluate(layout)).toBe(before);
    });

    test("work by the keyboard alone: Tab, Enter, arrows, Escape", async () => {
      await storeSettings(browser(), settingsWith({ resultButtons: "everywhere" }));
      const page = await browser().open(`${library}/index.html`);
      await page.waitForState("ready");
      await page.hover(second);
      await page.waitFor(() => document.querySelector("winnow-buttons"));
      const active = (): string => document.activeElement?.textContent ?? "";
      const onButton = (): boolean => document.activeElement?.localName === "winnow-buttons";
      for (let step = 0; step < 30 && !(await page.evaluate(onButton)); step++) await page.press("Tab");
      expect(await page.evaluate(onButton)).toBe(true);
      await page.press("Enter");
      await page.inside("winnow-menu").waitFor((root) => root.activeElement?.classList.contains("item"));
      await page.press("Escape");
      await page.waitFor(() => document.querySelector("winnow-menu") === null);
      expect(await page.evaluate(onButton)).toBe(true);
      await page.press("BackTab");
      const origin = await page.evaluate(active);
      expect(origin).toContain("seata-golang");
      await page.press("Tab");
      expect(await page.evaluate(onButton)).toBe(true);
      await page.press("Tab");
      const following = await page.evaluate(active);
      expect(await page.evaluate(onButton)).toBe(false);
      expect(following).not.toBe(origin);
      await page.press("BackTab");
      expect(await page.evaluate(onButton)).toBe(true);
      await page.press("BackTab");
      expect(await page.evaluate(active)).toBe(origin);
      await page.press("Tab");
      await page.press("Enter");
      await page.inside("winnow-menu").waitFor((root) => root.activeElement?.classList.contains("item"));
      await page.press("ArrowDown");
      await page.press("ArrowDown");
      await page.press("Enter");
      await waitForVerdicts(page, "dim", 1);
      await page.inside("winnow-menu").waitFor((root) => root.activeElement?.closest(".done"));
      await page.press("Enter");
      await waitForVerdicts(page, "dim", 0);
      expect(await page.evaluate(onButton)).toBe(true);
      await page.press("BackTab");
      expect(await page.evaluate(active)).toBe(origin);
    });

    test.each(["Escape", "Tab"] as const)("give the focus back from the undo line: %s", async (key) => {
      await storeSettings(browser(), settingsWith({ resultButtons: "everywhere" }));
      const page = await browser().open(`${library}/index.html`);
      await page.waitForState("ready");
      const choose = async (name: "dim" | "hide"): Promise<void> => {
        await openMenu(page, second);
        const root = page.inside("winnow-menu");
        await root.waitFor((tree) => tree.activeElement?.classList.contains("item"));
        const steps = await root.waitFor(
          (tree, label) => {
            const items = [...tree.querySelectorAll<HTMLElement>("button:not(:disabled)")];
            const from = items.indexOf(tree.activeElement as HTMLElement);
            const to = items.findIndex((item) => item.textContent.includes(label) || item.ariaLabel === label);
            return to < 0 ? null : { count: to - from };
          },
          interfaceText(`resultMenu.result.${name}`),
        );
        for (let step = 0; step < steps.count; step++) await page.press("ArrowDown");
        await page.press("Enter");
        await waitForVerdicts(page, name, 1);
        await root.waitFor((tree) => tree.activeElement?.closest(".done"));
        await page.press(key);
      };
      await choose("dim");
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe("winnow-buttons");
      await page.press("BackTab");
      expect(
        await page.evaluate((place) => document.querySelector(`${place} a`) === document.activeElement, second),
      ).toBe(true);
      await storeSettings(browser(), settingsWith({ resultButtons: "everywhere" }));
      await waitForVerdicts(page, "dim", 0);
      await choose("hide");
      // What had the focus is gone: it is at the result after it.
      expect(
        await page.evaluate(() =>
          document.activeElement?.closest("[data-winnow-result]")?.getAttribute("data-winnow-result"),
        ),
      ).toBe("3");
    });

    test("open a menu that stays with its result, and goes with it", async () => {
      await storeSettings(browser(), settingsWith({ resultButtons: "everywhere" }));
      const page = await browser().open(`${library}/index.html`);
      await page.waitForState("ready");
      await page.evaluate(() => (document.body.style.paddingBottom = "3000px"));
      await openMenu(page, second);
      const gap = async (): Promise<number> => {
        const card = await page
          .inside("winnow-menu")
          .waitFor((root) => String(root.querySelector(".card")?.getBoundingClientRect().top));
        const button = await page
          .inside("winnow-buttons")
          .waitFor((root) => String(root.querySelector("button:not([hidden])")?.getBoundingClientRect().top));
        return Math.round(Number(card) - Number(button));
      };
      const before = await gap();
      await page.evaluate(() => scrollTo(0, 60));
      await expect.poll(gap).toBe(before);
      await page.evaluate(() => scrollTo(0, 5000));
      await page.waitFor(() => document.querySelector("winnow-menu") === null);
    });

    test.each([
      ["a known site", engine, []],
      ["a site that ends with a result", ending, []],
      ["any listing", `${library}/index.html`, []],
      ["a listing with folded results", `${library}/index.html`, [filter("fold", "pages>20")]],
    ] as const)("let the keyboard through %s and out of it, both ways", async (_, address, own) => {
      const open = async (resultButtons: Settings["resultButtons"]): Promise<TabUnderTest> => {
        await storeSettings(browser(), settingsWith({ resultButtons, filters: own }));
        const page = await browser().open(address);
        await page.waitForState("ready");
        return page;
      };
      /** What has the focus: a stop by its place in the page, the button, or nothing. */
      const where = (): string | null => {
        const active = document.activeElement;
        if (active === null || active === document.body || active === document.documentElement) return null;
        const place = [...document.querySelectorAll("*")].indexOf(active);
        return active.localName === "winnow-buttons" ? "button" : `${active.localName} ${String(place)}`;
      };
      /** Where Tab stops until it leaves the page, or comes round to where it began. */
      const goThrough = async (page: TabUnderTest, key: "Tab" | "BackTab"): Promise<readonly string[]> => {
        const stops: string[] = [];
        for (let step = 0; step < 150; step++) {
          await page.press(key);
          const stop = await page.evaluate(where);
          if (stop === null ? stops.length > 0 : stop !== "button" && stop === stops[0]) return stops;
          if (stop !== null) stops.push(stop);
        }
        throw new Error(`The focus does not leave the page: ${stops.join(", ")}`);
      };
      const links = (stops: readonly string[]) => stops.filter((stop) => stop !== "button");

      const plain = await goThrough(await open("nowhere"), "Tab");
      const page = await open("everywhere");
      // The script of the buttons is still on its way.
      expect(links(await goThrough(page, "Tab"))).toEqual(plain);
      const again = await open("everywhere");
      // The pointer rests on a result, whose button therefore stays.
      await again.hover("[data-winnow-result] a");
      await again.waitFor(() => document.querySelector("winnow-buttons"));
      const forwards = await goThrough(again, "Tab");
      expect(links(forwards)).toEqual(plain);
      const results = await again.evaluate(() => document.querySelectorAll("[data-winnow-result]").length);
      expect(forwards.length - plain.length).toBe(results);
      const last = await open("everywhere");
      await last.hover("[data-winnow-result] a");
      await last.waitFor(() => document.querySelector("winnow-buttons"));
      await last.evaluate(
        (count) => {
          const stop = document.querySelectorAll("*")[count];
          if (stop instanceof HTMLElement) stop.focus();
        },
        Number(plain.at(-1)?.split(" ")[1]),
      );
      const backwards = await goThrough(last, "BackTab");
      expect(backwards).toEqual(forwards.slice(0, forwards.lastIndexOf(plain.at(-1) ?? "")).toReversed());
    });

    test("give the focus back to the button when Escape closes the menu, wherever the pointer is by then", async () => {
      await storeSettings(browser(), settingsWith({ resultButtons: "everywhere" }));
      const page = await browser().open(`${library}/index.html`);
      await page.waitForState("ready");
      await openMenu(page, second);
      await page.inside("winnow-menu").waitFor((root) => root.activeElement?.classList.contains("item"));
      await page.hover("li.document:nth-of-type(7) h2");
      await page.press("Escape");
      await page.waitFor(() => document.querySelector("winnow-menu") === null);
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe("winnow-buttons");
      await page.press("BackTab");
      expect(
        await page.evaluate((place) => document.querySelector(`${place} a`) === document.activeElement, second),
      ).toBe(true);
    });

    test("hide by the words of the title that are chosen", async () => {
      await storeSettings(browser(), settingsWith({ resultButtons: "everywhere" }));
      const page = await browser().open(`${library}/index.html`);
      await page.waitForState("ready");
      await openMenu(page, second);
      await press(page, interfaceText("resultMenu.words"));
      await press(page, "RDBMS");
      await press(page, interfaceText("resultMenu.hideWords"));
      await waitForVerdicts(page, "hide", 1);
      expect(await filters(browser())).toEqual(['hide title:"RDBMS"']);
    });

    /** The second document's title, which stays its own wherever the document goes. */
    const titleOf = (page: TabUnderTest): Promise<string> =>
      page.evaluate((place) => document.querySelector(place)?.textContent.trim() ?? "", second);
    /** What has become of the document of a title: its verdict, its mark, and whether it is the first of all. */
    const fate = (page: TabUnderTest, title: string) =>
      page.evaluate((wanted) => {
        const all = [...document.querySelectorAll<HTMLElement>("li.document")];
        const place = all.findIndex((item) => item.querySelector("h2")?.textContent.trim() === wanted);
        const { winnowVerdict: verdict, winnowMark: mark } = all[place]?.dataset ?? {};
        return { verdict, mark: mark ?? null, first: place === 0 };
      }, title);
    const plain: Awaited<ReturnType<typeof fate>> = { verdict: "show", mark: null, first: false };

    test.each([
      ["dims", "resultMenu.result.dim", plain, { verdict: "dim" }, "dim"],
      ["lifts", "resultMenu.result.raise", plain, { first: true }, "raise"],
      ["marks", "color.pink", plain, { mark: "4" }, "mark"],
      ["never touches again", "resultMenu.result.keep", { ...plain, verdict: "dim" }, { verdict: "show" }, "keep"],
    ] as const)("one choice %s a result, says why, and is undone", async (_, key, before, change, action) => {
      const own = before.verdict === "dim" ? [{ ...filter("dim", "pages>20"), name: "Long ones" }] : [];
      const kept = own.map(({ condition }) => `dim ${condition}`);
      await storeSettings(browser(), settingsWith({ resultButtons: "everywhere", filters: own }));
      const page = await browser().open(`${library}/index.html`);
      await page.waitForState("ready");
      const title = await titleOf(page);
      const become = async (wanted: typeof before): Promise<void> => {
        await expect.poll(() => fate(page, title), { timeout: 20_000 }).toEqual(wanted);
      };
      const name = key === "color.pink" ? interfaceText("resultMenu.markIn", interfaceText(key)) : interfaceText(key);
      const open = async (): Promise<void> => {
        const place = await page.evaluate(
          (wanted) =>
            1 +
            [...document.querySelectorAll("li.document")].findIndex(
              (item) => item.querySelector("h2")?.textContent.trim() === wanted,
            ),
          title,
        );
        await openMenu(page, `li.document:nth-of-type(${String(place)}) h2`);
      };
      await become(before);
      await open();
      await press(page, name);
      await become({ ...before, ...change });
      await undo(page);
      await become(before);
      expect(await filters(browser())).toEqual(kept);
      await open();
      await press(page, name);
      await become({ ...before, ...change });
      await open();
      const why = await page.inside("winnow-menu").waitFor((root) => root.querySelector(".reason")?.textContent);
      expect(why).toContain(interfaceText(`action.${action}`));
      expect(why).toContain("https://");
      const all = await page.inside("winnow-menu").waitFor((root) => root.querySelector(".why")?.textContent);
      expect(all.includes(interfaceText("resultMenu.beaten"))).toBe(own.length > 0);
      // The same choice again takes it back.
      await press(page, name);
      await become(before);
      expect(await filters(browser())).toEqual(kept);
    });

    test("say why: the filter, its condition and the figure that met it", async () => {
      const long = { ...filter("dim", "pages>20"), name: "Long ones" };
      await storeSettings(browser(), settingsWith({ resultButtons: "everywhere", filters: [long] }));
      const page = await browser().open(`${library}/index.html`);
      await page.waitForState("ready");
      await openMenu(page, second);
      const why = await page.inside("winnow-menu").waitFor((root) => root.querySelector(".why")?.textContent);
      for (const part of ["Long ones", "pages>20", "26 页"]) expect(why).toContain(part);
    });

    test("stand on known sites by default, take the whole domain, and with Shift the host", async () => {
      await storeSettings(browser(), settingsWith({}));
      const page = await browser().open(engine);
      await page.waitForState("ready");
      const hosts = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLAnchorElement>("[data-winnow-result] h2 a")].map(({ host }) => host),
      );
      const place = hosts.findIndex((host) => host.split(".").length > 2);
      const host = hosts[place]!;
      const result = `[data-winnow-result="${String(place + 1)}"] h2 a`;
      await openMenu(page, result);
      // The box for the exact host stands above, but the keyboard begins at what can be done.
      await page
        .inside("winnow-menu")
        .waitFor((root) => root.querySelector("input") && root.activeElement?.classList.contains("item"));
      await press(page, interfaceText("resultMenu.site.dim"));
      await page.waitFor(() => document.querySelector("[data-winnow-verdict=dim]"));
      const [domain] = await filters(browser());
      expect(domain?.startsWith("dim site:")).toBe(true);
      expect(host.endsWith(`.${domain!.slice("dim site:".length)}`)).toBe(true);
      await undo(page);
      await waitForVerdicts(page, "dim", 0);
      await openMenu(page, result);
      await page.inside("winnow-menu").click("button", interfaceText("resultMenu.site.dim"), "Shift");
      await page.waitFor(() => document.querySelector("[data-winnow-verdict=dim]"));
      expect(await filters(browser())).toEqual([`dim site=${host}`]);
      // The exact host alone: another host of the domain, of which there is none on the page, would stay.
      expect(await page.evaluate(() => document.querySelectorAll("[data-winnow-verdict=dim]").length)).toBe(
        hosts.filter((one) => one === host).length,
      );
    });

    test("are nowhere but on known sites by default, and leave nothing behind", async () => {
      await storeSettings(browser(), settingsWith({}));
      const page = await browser().open(`${library}/index.html`);
      await page.waitForState("ready");
      const before = await page.evaluate(markup);
      await page.hover(second);
      await storeSettings(browser(), settingsWith({ resultButtons: "everywhere" }));
      await openMenu(page, "li.document:nth-of-type(3) h2");
      expect(await page.evaluate(markup)).toContain("data-winnow-result");
      await storeSettings(browser(), settingsWith({ resultButtons: "nowhere" }));
      await page.waitFor(() => document.querySelector("winnow-buttons, winnow-menu") === null);
      expect(await page.evaluate(markup)).toBe(before);
    });
  },
);
