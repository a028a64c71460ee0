import { expect, test } from "vitest";

import type { ServedPages } from "../support/browser-engine.ts";
import type { BrowserUnderTest } from "../support/browser-under-test.ts";
import { readReport, storeSettings } from "../support/extension-data.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { filter, list, settingsWith } from "../support/settings-for-tests.ts";
import type { TabUnderTest } from "../support/tab-under-test.ts";

const origin = "https://life.example";

declare global {
  /** What pages of this file offer: the markup of a result, and results from a number on. */
  var resultAt: (number: number) => string;
  var resultsFrom: (first: number, count: number) => string;
  /** On pages with shadow trees: adds results to the innermost. */
  var fill: (first: number, count: number) => void;
}

/** Runs in the pages: results that say their number in words that keywords can find. */
const library = `<script>
  globalThis.resultAt = (n) => '<article class="entry" id="e' + n + '"><h3><a href="/doc/' + n + '">The ferry of the river number' + n +
    '</a></h3><p>It took three years to visit every place that the old maps name, and number' + n + ' was the last.</p></article>';
  globalThis.resultsFrom = (first, count) => Array.from({ length: count }, (_, index) => resultAt(first + index)).join("");
</script>`;

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Life</title>${library}</head>
  <body><nav><a href="/">Home</a> <a href="/help">Help</a></nav><main><div id="list">${body}</div></main><aside id="aside">12:00</aside></body></html>`;

const filled = (count: number): string =>
  page(`</div><script>document.querySelector("#list").innerHTML = resultsFrom(1, ${count});</script><div>`);

/** Results in open shadow roots: one root in another, the inner one attached and filled when the script says so. */
const inShadow = `<nested-list></nested-list><script>
  const outer = document.querySelector("nested-list").attachShadow({ mode: "open" });
  outer.innerHTML = "<h2>Documents</h2><inner-list></inner-list>";
  globalThis.fill = (first, count) => {
    const host = outer.querySelector("inner-list");
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    root.innerHTML ||= "<style>:host { display: block }</style><section></section>";
    root.querySelector("section").insertAdjacentHTML("beforeend", resultsFrom(first, count));
  };
</script>`;

/** Names everything that a document answers to, as far as the page can: an image or a form for each. */
const namedAfterDocument = (tag: string): string => `<script>
  const list = document.querySelector("#list");
  const names = [];
  for (const name in document) names.push(name);
  list.insertAdjacentHTML("beforebegin", names.map((name) => '<${tag} name="' + name + '"></${tag}>').join(""));
  list.innerHTML = resultsFrom(1, 12);
</script>`;

/** A form around results, with a field for every name that a form answers to. */
const namedAfterForm = `<form id="around"></form><script>
  const form = document.querySelector("#around");
  const names = [];
  for (const name in form) names.push(name);
  form.insertAdjacentHTML("beforeend", resultsFrom(1, 12) + names.map((name) => '<input type="hidden" name="' + name + '">').join(""));
</script>`;

/** Results each of which has what it says in a shadow tree of an element inside it. */
const cards = `<script>
  const items = Array.from({ length: 20 }, (_, index) => '<li id="e' + (index + 1) + '"><doc-card></doc-card></li>');
  document.querySelector("#list").insertAdjacentHTML("beforeend", "<ul>" + items.join("") + "</ul>");
  for (const [index, card] of document.querySelectorAll("doc-card").entries())
    card.attachShadow({ mode: "open" }).innerHTML = resultAt(index + 1).replace(/ id="[^"]*"/, "");
</script>`;

/** Results without boxes of their own, each with something before its text that has none either. */
const boxless = `<script>
  const items = Array.from({ length: 250 }, (_, index) => '<li id="e' + (index + 1) + '" style="display: contents">' +
    '<input type="hidden" value="1"><div>' + resultAt(index + 1).replace(/<.?article[^>]*>/g, "") + '</div></li>');
  document.querySelector("#list").insertAdjacentHTML("beforeend", "<ul>" + items.join("") + "</ul>");
</script>`;

/** Results whose texts are longer than a view, cut off after two lines, folded, or in elements without boxes. */
const hardToSee = `<script>
  const filler = "There is more to say of it than anybody has the time to read. ".repeat(200);
  const texts = [
    "<p>" + filler + "The ferry comes late. " + filler + "</p>",
    "<p class='cut' style='block-size: 3em; overflow: hidden'>" + filler + "The ferry is cut off.</p>",
    "<p style='max-block-size: 0; overflow: hidden'>The ferry is folded away.</p>",
    "<p><b style='display: contents'>The ferry has no box.</b></p>",
    "<p style='opacity: 0'>The ferry is clear.</p>",
  ];
  document.querySelector("#list").insertAdjacentHTML("beforeend", texts.map((text, index) =>
    '<article class="entry"><h3><a href="/doc/' + index + '">Document number ' + index + '</a></h3>' + text + "</article>").join(""));
</script>`;

const pages: ServedPages = new Map([
  [`${origin}/hard-to-see`, { body: page(hardToSee) }],
  [`${origin}/boxless`, { body: page(boxless) }],
  [`${origin}/cards`, { body: page(cards) }],
  [`${origin}/shadow`, { body: page(inShadow) }],
  [`${origin}/shadow-filled`, { body: page(`${inShadow}<script>fill(1, 12)</script>`) }],
  [`${origin}/images`, { body: page(`</div>${namedAfterDocument("img")}<div>`) }],
  [`${origin}/forms`, { body: page(`</div>${namedAfterDocument("form")}<div>`) }],
  [`${origin}/fields`, { body: page(namedAfterForm) }],
  [`${origin}/list`, { body: filled(30) }],
  [`${origin}/late`, { body: page("") }],
  [`${origin}/empty`, { body: "" }],
  [`${origin}/many`, { body: filled(10_000) }],
  [
    `${origin}/large`,
    {
      body: page(
        `</div><script>document.body.insertAdjacentHTML("beforeend", "<div><span>Note <b>of</b> it</span></div>".repeat(17000));</script><div>`,
      ),
    },
  ],
  [`${origin}/deep`, { body: page("<div>level <a href='/x'>link</a>".repeat(500)) }],
]);

const resultCount = (tab: TabUnderTest): Promise<number> =>
  tab.evaluate(() => document.querySelectorAll("[data-winnow-result]").length);

const waitForResults = (tab: TabUnderTest, count: number): Promise<unknown> =>
  tab.waitFor((wanted) => document.querySelectorAll("[data-winnow-result]").length === wanted, count);

/** The ids of the results in the order of their positions. */
const inOrder = (tab: TabUnderTest): Promise<readonly string[]> =>
  tab.evaluate(() =>
    [...document.querySelectorAll("[data-winnow-result]")]
      .toSorted((a, b) => Number(a.getAttribute("data-winnow-result")) - Number(b.getAttribute("data-winnow-result")))
      .map(({ id }) => id),
  );

const useKeyword = (browser: BrowserUnderTest, ...keywords: readonly string[]): Promise<void> =>
  storeSettings(browser, settingsWith({ lists: [list(1, "Mine", ...keywords)] }));

/**
 * What is to be seen of the result with a number, wherever it stands, on pages that hide number 4 and light up number
 * 5.
 */
interface Seen {
  readonly hidden: boolean;
  /** The texts of the highlighted ranges in it, and how these look. */
  readonly lit: readonly string[];
  readonly background: string;
}

/** Asks as a page can that has taken over the names of its document. */
const seen = (tab: TabUnderTest, number: number): Promise<Seen | null> =>
  tab.evaluate((wanted) => {
    const find = (root: Document | ShadowRoot): Element | null => {
      const inTree =
        root instanceof ShadowRoot ? root.querySelectorAll("*") : Document.prototype.querySelectorAll.call(root, "*");
      for (const element of inTree) {
        if (Element.prototype.getAttribute.call(element, "id") === `e${wanted}`) return element;
        const tree: ShadowRoot | null = Reflect.get(Element.prototype, "shadowRoot", element);
        const inside = tree === null ? null : find(tree);
        if (inside !== null) return inside;
      }
      return null;
    };
    const result = find(document);
    const told = result?.querySelector("doc-card")?.shadowRoot ?? result;
    const title = told?.querySelector("a") ?? null;
    if (result === null || told === null || title === null) return null;
    const lit = [...(CSS.highlights.get("winnow-1") ?? [])].flatMap(
      ({ startContainer: from, startOffset, endOffset }) =>
        told.contains(from) ? [from.nodeValue?.slice(startOffset, endOffset) ?? ""] : [],
    );
    return {
      hidden: getComputedStyle(result).display === "none",
      lit,
      background: getComputedStyle(title, "::highlight(winnow-1)").backgroundColor,
    };
  }, number);

/** Longer than what pages are given to rest between two looks. */
const patient = { timeout: 10_000, interval: 100 };

const litBackground = "rgb(255, 234, 108)";

const hideFourLightFive = (browser: BrowserUnderTest): Promise<void> =>
  storeSettings(
    browser,
    settingsWith({
      lists: [list(1, "Mine", "number5", "number15")],
      filters: [filter("hide", "number4"), filter("hide", "number14")],
    }),
  );

const expectJudged = async (tab: TabUnderTest, hidden: number, lit: number): Promise<void> => {
  await expect.poll(async () => (await seen(tab, hidden))?.hidden, patient).toBe(true);
  await expect
    .poll(() => seen(tab, lit), patient)
    .toMatchObject({
      hidden: false,
      lit: [`number${lit}`, `number${lit}`],
      background: litBackground,
    });
};

const open = async (browser: BrowserUnderTest, name: string, count: number): Promise<TabUnderTest> => {
  const tab = await browser.open(`${origin}/${name}`);
  await tab.waitForState(count > 0 ? "ready" : "empty");
  await waitForResults(tab, count);
  return tab;
};

inEachBrowser(
  "Life on the page",
  async (browser) => {
    browser.serve(pages);
    await browser.grantHost(`${origin}/*`);
  },
  (browser) => {
    test("results that are added as one scrolls are found, some thousands of them", async () => {
      await useKeyword(browser(), "number2430");
      const tab = await open(browser(), "list", 30);
      for (let loaded = 30; loaded < 2430; loaded += 300) {
        await tab.evaluate(
          (first) => document.querySelector("#list")?.insertAdjacentHTML("beforeend", resultsFrom(first, 300)),
          loaded + 1,
        );
        await waitForResults(tab, loaded + 300);
      }
      await tab.waitFor(() => document.querySelector("#e2430")?.getAttribute("data-winnow-hits") === "2");
      expect((await inOrder(tab)).every((id, index) => id === `e${index + 1}`)).toBe(true);
    });

    test("a list that is replaced under another address is found anew, and nothing stays of the old one", async () => {
      const tab = await open(browser(), "list", 30);
      await tab.evaluate(() => {
        history.pushState(null, "", "/list?page=2");
        document.querySelector("#list")!.innerHTML = resultsFrom(101, 12);
      });
      await waitForResults(tab, 12);
      await tab.evaluate(() => {
        history.pushState(null, "", "/about");
        document.querySelector("#list")!.innerHTML = "<h1>About</h1><p>Nothing is listed here.</p>";
      });
      await tab.waitForState("empty");
      expect(await resultCount(tab)).toBe(0);
      await tab.evaluate(() => {
        history.back();
        document.querySelector("#list")!.innerHTML = resultsFrom(101, 20);
      });
      await waitForResults(tab, 20);
      await tab.waitForState("ready");
    });

    test("results that arrive late, one by one, are found", async () => {
      const tab = await open(browser(), "late", 0);
      for (let number = 1; number <= 12; number += 1) {
        await tab.evaluate(
          (next) => document.querySelector("#list")?.insertAdjacentHTML("beforeend", resultAt(next)),
          number,
        );
      }
      await waitForResults(tab, 12);
      expect(await inOrder(tab)).toEqual(Array.from({ length: 12 }, (_, index) => `e${index + 1}`));
    });

    test("results that are rewritten in place are read again, and keep their order when they change places", async () => {
      await useKeyword(browser(), "kingfisher");
      const tab = await open(browser(), "list", 30);
      await tab.evaluate(() => {
        document
          .querySelector("#e3 p")!
          .replaceChildren("There the ", document.createTextNode("king"), "fisher is seen.");
        document.querySelector("#e5 a")!.firstChild!.nodeValue = "The kingfisher of the river";
        document.querySelector("#e7 a")!.setAttribute("href", "https://other.example/seven");
      });
      await tab.waitFor(() => document.querySelectorAll("[data-winnow-hits]").length === 2);
      await expect
        .poll(
          async () =>
            (await readReport(browser(), tab))?.results.filter(({ result }) => result.host === "other.example").length,
        )
        .toBe(1);
      await tab.evaluate(() => {
        const parent = document.querySelector("#list")!;
        parent.append(...[...parent.children].toReversed());
      });
      await tab.waitFor(() => {
        const position = (id: string) => document.getElementById(id)?.getAttribute("data-winnow-result");
        return position("e30") === "1" && position("e1") === "30" && position("e15") === "16";
      });
      expect(await inOrder(tab)).toEqual(Array.from({ length: 30 }, (_, index) => `e${30 - index}`));
      expect(await tab.evaluate(() => document.querySelector("#e3")?.getAttribute("data-winnow-hits"))).toBe("1");
    });

    test("results stay hidden and folded on a page that takes off what it does not know", async () => {
      await storeSettings(
        browser(),
        settingsWith({ filters: [filter("hide", "number4"), filter("fold", "number6"), filter("hide", "kingfisher")] }),
      );
      const tab = await open(browser(), "list", 30);
      const told = () =>
        tab.evaluate(() =>
          ["#e4", "#e5", "#e6"].map((one) => {
            const { attributes, previousElementSibling } = document.querySelector(one)!;
            const names = [...attributes].flatMap(({ name, value }) => (name.startsWith("data-") ? [value] : []));
            return [previousElementSibling?.localName, ...names];
          }),
        );
      const before = [
        ["article", "4", "hide"],
        ["article", "5", "show"],
        ["winnow-fold", "6", "fold"],
      ];
      await expect.poll(told).toEqual(before);
      const takeOff = (): Promise<void> =>
        tab.evaluate(() => {
          for (const result of document.querySelectorAll("article")) {
            for (const name of result.getAttributeNames()) if (name.startsWith("data-")) result.removeAttribute(name);
          }
          document.querySelector("winnow-fold")?.remove();
        });
      await takeOff();
      await expect.poll(told).toEqual(before);
      await takeOff();
      await tab.evaluate(() => {
        document.querySelector("#e4 p")!.append(" It was rewritten.");
        document.querySelector("#e5 p")!.append(" A kingfisher was seen.");
      });
      await expect.poll(told, patient).toEqual([before[0], ["article", "5", "hide"], before[2]]);
    });

    test.each(["highlight", "mark"] as const)(
      "nothing stays of copies that a page makes, painted by %s",
      async (painter) => {
        const filters = [filter("hide", "number4"), filter("fold", "number6")];
        const wanted = settingsWith({ lists: [list(1, "Mine", "river")], filters, painter });
        await storeSettings(browser(), settingsWith({ enabled: false }));
        const tab = await browser().open(`${origin}/list`);
        await tab.waitForState("off");
        const markup = (): Promise<string> => tab.evaluate(() => document.body.innerHTML);
        const copy = (): Promise<void> =>
          tab.evaluate(() => {
            document.querySelector("#aside")!.append(document.querySelector("#e4")!.cloneNode(false));
            document.querySelector("#list")!.innerHTML += resultsFrom(31, 5);
          });
        await copy();
        const before = await markup();
        await tab.reload();
        await storeSettings(browser(), wanted);
        await tab.waitForState("ready");
        await waitForResults(tab, 30);
        await tab.waitFor(
          (count) => document.querySelectorAll("mark.winnow-hit").length === count,
          painter === "mark" ? 30 : 0,
        );
        await copy();
        await waitForResults(tab, 35);
        await tab.waitFor(
          (count) => document.querySelectorAll("mark.winnow-hit").length === count,
          painter === "mark" ? 35 : 0,
        );
        const left = await tab.evaluate(() => [
          document.querySelectorAll("mark mark").length,
          document.querySelectorAll("winnow-fold").length,
          document.querySelector("#aside #e4")!.getAttributeNames().length,
        ]);
        expect(left).toEqual([0, 1, 2]);
        await storeSettings(browser(), settingsWith({ enabled: false }));
        await tab.waitForState("off");
        expect(await markup()).toBe(before);
      },
    );

    test("results without boxes are lit as they come into view, and all while the page is printed", async () => {
      await useKeyword(browser(), "ferry");
      const tab = await open(browser(), "boxless", 250);
      const litAfter = async (event: string): Promise<readonly string[] | undefined> => {
        await tab.evaluate((name) => void dispatchEvent(new Event(name)), event);
        return (await seen(tab, 250))?.lit;
      };
      expect([await litAfter("beforeprint"), await litAfter("afterprint")]).toEqual([["ferry"], []]);
      await tab.evaluate(() => document.querySelector("#e250 a")!.scrollIntoView());
      await expect.poll(async () => (await seen(tab, 250))?.lit, patient).toEqual(["ferry"]);
    });

    test("a walk brings the hit itself into view, passes what is cut off, and leaves the page's boxes as they are", async () => {
      const recipe = {
        name: "Hard to see",
        pages: [
          {
            name: "All",
            matches: [`${origin}/hard-to-see`],
            results: [{ root: "article", url: "h3 a", props: { title: "h3", snippet: "p" } }],
          },
        ],
      };
      const lists = [list(1, "Mine", "ferry")];
      await storeSettings(browser(), settingsWith({ lists, recipes: [{ id: "own", enabled: true, data: recipe }] }));
      const tab = await browser().open(`${origin}/hard-to-see`);
      await tab.waitForState("ready");
      const step = async () => {
        const place = await browser().inExtension(
          async (api, id) => api.tabs.sendMessage<unknown>(id, { winnow: "walkHits", args: [1, null] }, { frameId: 0 }),
          tab.id,
        );
        const said = await tab.evaluate(() => {
          const [current] = CSS.highlights.get("winnow-current") ?? [];
          const range = document.createRange();
          range.setStart(current!.startContainer, current!.startOffset);
          range.setEnd(current!.endContainer, current!.endOffset);
          const { top, bottom } = range.getBoundingClientRect();
          return [
            current!.startContainer.nodeValue?.slice(current!.endOffset).trim().slice(0, 10),
            top > 0 && bottom < innerHeight,
          ];
        });
        return [place, said];
      };
      expect(await step()).toMatchObject([{ number: 1, of: 2 }, ["comes late", true]]);
      expect(await step()).toMatchObject([{ number: 2, of: 2 }, ["has no box", true]]);
      expect(await tab.evaluate(() => document.querySelector(".cut")!.scrollTop)).toBe(0);
    });

    test("a walk goes on where the page has put other nodes", async () => {
      await useKeyword(browser(), "ferry");
      const tab = await open(browser(), "list", 30);
      const step = () =>
        browser().inExtension(
          async (api, id) => api.tabs.sendMessage<unknown>(id, { winnow: "walkHits", args: [1, null] }, { frameId: 0 }),
          tab.id,
        );
      for (const number of [1, 2, 3]) expect(await step()).toMatchObject({ number, of: 30 });
      await tab.evaluate(() => {
        const title = document.querySelector("#e3 a")!;
        title.replaceChildren(document.createTextNode(title.textContent));
      });
      await tab.waitFor(() => {
        const [range] = CSS.highlights.get("winnow-current") ?? [];
        return document.querySelector("#e3 a")!.contains(range?.startContainer ?? null);
      });
      expect(await step()).toMatchObject({ number: 4, of: 30 });
    });

    test("a page that changes without end goes on, and what is new on it is found", async () => {
      await useKeyword(browser(), "kingfisher");
      const tab = await open(browser(), "list", 30);
      await tab.evaluate(() => {
        let frame = 0;
        let looks = 0;
        new MutationObserver((records) => {
          looks += records.length;
          document.documentElement.dataset["looks"] = String(looks);
        }).observe(document.querySelector("#e3")!, { attributes: true, attributeFilter: ["data-winnow-hits"] });
        const change = (): void => {
          frame += 1;
          document.querySelector("#aside")!.innerHTML = `<b>${frame}</b>`.repeat(50);
          for (const said of document.querySelectorAll("#list p"))
            said.firstChild!.nodeValue = `It has been told ${frame} times that all of this changes.`;
          // Each of these would be another number of hits, were it looked at.
          for (let time = 1; time <= 50; time += 1)
            document.querySelector("#e3 p")!.firstChild!.nodeValue = "kingfisher ".repeat(
              1 + ((frame * 7 + time) % 50),
            );
          document.documentElement.dataset["frames"] = String(frame);
          if (document.documentElement.dataset["enough"] === undefined) requestAnimationFrame(change);
        };
        change();
      });
      await tab.waitFor(() => Number(document.documentElement.dataset["frames"]) > 60);
      await tab.evaluate(() => document.querySelector("#list")?.insertAdjacentHTML("beforeend", resultsFrom(31, 5)));
      await waitForResults(tab, 35);
      const frames = await tab.waitFor(() => Number(document.documentElement.dataset["frames"]));
      await tab.waitFor((before) => Number(document.documentElement.dataset["frames"]) > before + 60, frames);
      expect(await resultCount(tab)).toBe(35);
      const [looks, drawn] = await tab.evaluate(() => {
        const { looks: seenChanges, frames: all } = document.documentElement.dataset;
        return [Number(seenChanges), Number(all)] as const;
      });
      expect(looks).toBeGreaterThan(0);
      // At most one look a frame, whatever the page does in it.
      expect(looks).toBeLessThanOrEqual(drawn + 1);
      await tab.evaluate(() => void (document.documentElement.dataset["enough"] = ""));
    });

    test.each(["images", "forms", "fields"])("names that %s take from the page stand in no one's way", async (name) => {
      await hideFourLightFive(browser());
      const tab = await browser().open(`${origin}/${name}`);
      await expectJudged(tab, 4, 5);
      await tab.evaluate(() =>
        Document.prototype.querySelector.call(document, "#e12")!.insertAdjacentHTML("afterend", resultsFrom(13, 8)),
      );
      await expectJudged(tab, 14, 15);
      expect(await readReport(browser(), tab)).toMatchObject({ found: 20, problems: [] });
    });

    test("texts of results in shadow trees of their own are lit, and read again when they change", async () => {
      await hideFourLightFive(browser());
      const tab = await browser().open(`${origin}/cards`);
      await expectJudged(tab, 4, 5);
      await tab.evaluate(() => {
        const told = (n: number) => document.querySelector(`#e${n} doc-card`)!.shadowRoot!.querySelector("p")!;
        told(6).textContent = "It is told of number14 as well, which was never there.";
        told(7).textContent = "It is told of number15, and of number15 again.";
      });
      await expect.poll(async () => (await seen(tab, 6))?.hidden, patient).toBe(true);
      await expect.poll(() => seen(tab, 7), patient).toMatchObject({ lit: ["number15", "number15"] });
    });

    test("results in shadow trees are hidden and lit, and those that come later", async () => {
      await hideFourLightFive(browser());
      const tab = await browser().open(`${origin}/shadow-filled`);
      await expectJudged(tab, 4, 5);
      await tab.evaluate(() => {
        const inner = document.querySelector("nested-list")!.shadowRoot!.querySelector("inner-list")!.shadowRoot!;
        for (const name of ["data-winnow-result", "data-winnow-verdict"])
          inner.querySelector("#e4")!.removeAttribute(name);
      });
      await expectJudged(tab, 4, 5);
      await tab.evaluate(() => fill(13, 30));
      await expectJudged(tab, 14, 15);
      expect((await readReport(browser(), tab))?.found).toBe(42);
    });

    test("a shadow tree that is attached after the page was looked at is seen", async () => {
      await hideFourLightFive(browser());
      const tab = await browser().open(`${origin}/shadow`);
      await tab.waitForState("empty");
      await tab.evaluate(() => fill(1, 20));
      await tab.waitForState("ready");
      await expectJudged(tab, 4, 5);
      await expectJudged(tab, 14, 15);
      expect((await readReport(browser(), tab))?.found).toBe(20);
    });

    test("10,000 equal siblings are all found", async () => {
      const tab = await open(browser(), "many", 10_000);
      expect(await tab.evaluate(() => document.querySelector("#e10000")?.getAttribute("data-winnow-result"))).toBe(
        "10000",
      );
    });

    test.each(["empty", "large", "deep"])("a page without results is left as it is: %s", async (name) => {
      const tab = await open(browser(), name, 0);
      expect((await readReport(browser(), tab))?.problems).toEqual([]);
    });
  },
);
