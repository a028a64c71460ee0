import { expect, test } from "vitest";

import { storeSettings } from "../support/extension-data.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { list, settingsWith } from "../support/settings-for-tests.ts";

const origin = "https://words.example";

const style = `
  my-line { display: block } my-badge { display: inline-block; padding: 0 4px } my-gone { display: none }
  .letter { display: inline-block } .badge { display: inline-flex; margin-left: 2px }
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
];

const page = `<!doctype html><html lang="en"><head><title>Words</title><style>${style}</style></head><body><main>${texts
  .map(
    ([html], index) =>
      `<article><h3><a href="/${String(index)}">Document ${String(index)}</a></h3><p>${html} and what else there is to say</p></article>`,
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
      results: [{ root: "article", url: "h3 a", props: { title: "h3", snippet: "p" } }],
    },
  ],
};

inEachBrowser(
  "Words of which parts stand in elements of their own",
  async (browser) => {
    browser.serve(new Map([[`${origin}/`, { body: page }]]));
    await browser.grantHost(`${origin}/*`);
  },
  (browser) => {
    test("are found where a reader reads them as words", async () => {
      const lists = [list(1, "Words", "water")];
      await storeSettings(browser(), settingsWith({ lists, recipes: [{ id: "own", enabled: true, data: recipe }] }));
      const tab = await browser().open(`${origin}/`);
      await tab.waitForState("ready");
      const hits = await tab.evaluate(() =>
        [...document.querySelectorAll("article")].map((item) => item.dataset["winnowHits"] === "1"),
      );
      expect(hits).toEqual(texts.map(([, isRead]) => isRead));
    });
  },
);
