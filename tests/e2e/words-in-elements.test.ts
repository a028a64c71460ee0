import { expect, test } from "vitest";

import { storeSettings } from "../support/extension-data.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { list, settingsWith } from "../support/settings-for-tests.ts";

const origin = "https://words.example";

const style = `
  my-line { display: block } my-badge { display: inline-block; padding: 0 4px } my-gone { display: none }
  .label { display: inline; padding: .2em .6em .3em; font-size: 75% } .cell { margin-left: .5em } .hl { padding: 0 2px }
  .letter { display: inline-block } .badge { display: inline-flex; margin-left: 2px }
  .old, .now { display: block } .gone { display: none } .unseen { visibility: hidden } .initial { float: left }
  [data-state=closed], .lent, :checked ~ .chosen, .on ~ main .beside { display: none }
  .sold .price, li:nth-child(n+2), .menu ul { display: none } .shown { display: block } .run { display: inline }
  small, [data-line] { display: block } .one:not(.on) .long, .on .short { display: none }
  div > div > span, .pair span:nth-child(2) { display: block }
`;

/** What a result says, and whether a reader reads "water" in it. */
const texts: readonly (readonly [html: string, isRead: boolean])[] = [
  ["Fresh <my-em>wa</my-em>ter", true],
  ["Fresh <my-em class='drop'><b>wat</b></my-em>er", true],
  [`Fresh ${[..."water"].map((letter) => `<span class="letter">${letter}</span>`).join("")}`, true],
  ["Fresh wa<my-gone>x</my-gone>ter", true],
  ["Fresh <my-line>wa</my-line>ter", false],
  ["Fresh <my-badge>wa</my-badge>ter", false],
  ["Fresh wa<span class='badge'>ter</span>", false],
  ["Fresh <open-em>wa</open-em>ter", true],
  ["Fresh <span class='label'>wa</span><span class='label'>ter</span>", false],
  ["Fresh wa<span class='cell'>ter</span>", false],
  ["Fresh wa<span class='hl'>ter</span>", true],
  ["Fresh wa<b class='label'>ter</b>", true],
  ["Fresh <span class='unseen'>water <b>and water</b></span>", false],
  ["Fresh wa<i class='unseen'>x</i>ter", false],
  ["<div class='run'>Fresh wa</div><div class='run'>ter</div>", true],
  ["Fresh wa<hl>ter</hl>", true],
  ["Fresh wa<br>ter", false],
  ["<div style='display: flex'><span>wa</span><span>ter</span></div>", false],
  ["Fresh <p class='shown' hidden>water</p>", true],
];

/** What results say that come after so many alike that the page is known, as far as one can tell. */
const laterTexts: typeof texts = [
  ["Fresh <span class='old'>wa</span><span class='now'>ter</span>", false],
  ["Fresh <span class='gone'>water</span>", false],
  ["Fresh wa<span class='gone'>x</span>ter", true],
  ["Fresh <span class='unseen'>water</span>", false],
  ["Fresh <i style='visibility: hidden'>water</i>", false],
  ["Fresh <i style='display: block'>wa</i>ter", false],
  ["<span class='initial'>W</span>ater runs deep", true],
  ["Fresh wa<small>ter</small>", false],
  ["Fresh <b data-line>wa</b>ter", false],
  ["<span class='sold'>Fresh <span class='price'>water</span></span>", false],
  ["<ul><li>Fresh</li><li>water</li></ul>", false],
  ["<div class='menu'>Fresh <ul><li>water</li></ul></div>", false],
  ["Fresh water", true],
];

/** What is set by where it stands, in elements without classes. */
const placedTexts: typeof texts = [
  ["<div><span>Fresh</span></div><span>wa</span>ter", true],
  ["<div><div><span>Fresh</span></div><span>wa</span>ter</div>", true],
  ["<div><div><span>wa</span><span>ter</span></div></div>", false],
  ["<b class='pair'><span>wa</span><span>ter</span></b>", false],
];

const plainTexts: typeof texts = Array.from({ length: 30 }, () => ["Fresh <span>water</span>", true]);

const pageOf = (
  results: typeof texts,
): string => `<!doctype html><html lang="en"><head><title>Words</title><style>${style}</style><style id="lent">.lent { display: inline !important }</style></head><body><div id="bar"></div><main>${results
  .map(
    ([html], index) =>
      `<article><h3><a href="/${String(index)}">Document ${String(index)}</a></h3><section>${html} and what else there is to say</section></article>`,
  )
  .join("\n")}</main><script>
  customElements.define("open-em", class extends HTMLElement {
    constructor() { super(); this.attachShadow({ mode: "open" }).innerHTML = "<slot></slot>"; }
  });
</script></body></html>`;

const recipe = {
  name: "Words",
  pages: [
    {
      name: "All",
      matches: [`${origin}/*`],
      results: [{ root: "article", url: "h3 a", props: { title: "h3", snippet: "section" } }],
    },
  ],
};

/** Ways in which pages show and hide things, and what a result says of which its page hides "water" by one of them. */
const switches: Readonly<Record<string, readonly [html: string, act: () => void]>> = {
  "an attribute": [
    "Fresh <b data-state='open' class='state'>water</b>",
    () => {
      for (const one of document.querySelectorAll("[data-state]")) one.setAttribute("data-state", "closed");
    },
  ],
  "a style sheet that goes": [
    "Fresh <b class='lent'>water</b>",
    () => {
      document.querySelector("#lent")!.remove();
    },
  ],
  "a choice": [
    "Fresh <input type='checkbox'><b class='chosen'>water</b>",
    () => {
      for (const box of document.querySelectorAll<HTMLInputElement>("input")) box.click();
    },
  ],
  "a class beside them": [
    "Fresh <b class='beside'>water</b>",
    () => {
      document.querySelector("#bar")!.className = "on";
    },
  ],
};

const twins: typeof texts = Array.from({ length: 3 }, () => [
  "<b class='one'><i class='short'>water</i><i class='long'>water</i></b>",
  true,
]);

const pages = {
  twins,
  words: texts,
  later: [...plainTexts, ...laterTexts],
  placed: placedTexts,
  numbered: Array.from({ length: 60 }, (_, index): (typeof texts)[number] => [
    `Fresh <span class="k${String(index)} shown">wa</span><span class="k${String(index)} shown">ter</span>`,
    false,
  ]),
} satisfies Readonly<Record<string, typeof texts>>;

/** Whether "water" was found in each result. */
const found = (): readonly boolean[] =>
  [...document.querySelectorAll("article")].map((item) => item.dataset["winnowHits"] === "1");

inEachBrowser(
  "Words of which parts stand in elements of their own",
  async (browser) => {
    browser.serve(
      new Map(
        [
          ...Object.entries(pages),
          ...Object.entries(switches).map(
            ([name, [html]]) =>
              [encodeURIComponent(name), Array.from({ length: 3 }, () => [html, true] as const)] as const,
          ),
        ].map(([name, results]) => [`${origin}/${name}`, { body: pageOf(results) }]),
      ),
    );
    await browser.grantHost(`${origin}/*`);
    const lists = [list(1, "Words", "water")];
    await storeSettings(browser, settingsWith({ lists, recipes: [{ id: "own", enabled: true, data: recipe }] }));
  },
  (browser) => {
    test.each(Object.entries(pages))("are found where a reader reads them as words: %s", async (name, results) => {
      const tab = await browser().open(`${origin}/${name}`);
      await tab.waitForState("ready");
      expect(await tab.evaluate(found)).toEqual(results.map(([, isRead]) => isRead));
    });

    test.each([
      ["a style sheet", "section span { display: none }"],
      ["a class", ".listed section span { display: none }"],
    ])("are read anew when %s comes after the page", async (_, text) => {
      const tab = await browser().open(`${origin}/later`);
      await tab.waitForState("ready");
      expect((await tab.evaluate(found)).slice(0, plainTexts.length)).not.toContain(false);
      await tab.evaluate((sheet) => {
        const element = document.createElement("style");
        element.textContent = sheet;
        document.head.append(element);
      }, text);
      await tab.evaluate(() => {
        document.querySelector("main")!.className = "listed";
      });
      await expect.poll(async () => (await tab.evaluate(found)).slice(0, plainTexts.length)).not.toContain(true);
    });

    test("are read anew when a style sheet comes that means some of the later results alone", async () => {
      const tab = await browser().open(`${origin}/later`);
      await tab.waitForState("ready");
      await tab.evaluate(() => {
        const element = document.createElement("style");
        element.textContent = "article:nth-of-type(25) span { display: none }";
        document.head.append(element);
      });
      const wanted = pages.later.map(([, isRead], index) => isRead && index !== 24);
      await expect.poll(() => tab.evaluate(found)).toEqual(wanted);
    });

    test.each(Object.entries(switches))("are no hits any more once %s hides them", async (name, [, act]) => {
      const tab = await browser().open(`${origin}/${encodeURIComponent(name)}`);
      await tab.waitForState("ready");
      expect(await tab.evaluate(found)).toEqual([true, true, true]);
      await tab.evaluate(act);
      await expect.poll(() => tab.evaluate(found)).toEqual([false, false, false]);
    });

    test("are lit in the one of two twins that a class shows", async () => {
      const tab = await browser().open(`${origin}/twins`);
      await tab.waitForState("ready");
      const lit = (): Promise<readonly string[]> =>
        tab.evaluate(() =>
          [...(CSS.highlights.get("winnow-1") ?? [])].map(
            ({ startContainer }) => startContainer.parentElement?.className ?? "",
          ),
        );
      await expect.poll(lit).toEqual(["short", "short", "short"]);
      await tab.evaluate(() => {
        for (const item of document.querySelectorAll("section > b")) item.className = "one on";
      });
      await expect.poll(lit).toEqual(["long", "long", "long"]);
    });
  },
);
