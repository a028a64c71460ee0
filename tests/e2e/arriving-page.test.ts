import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

import type { Filter } from "@/model/filter.ts";

import { startBrowser } from "../support/browser-under-test.ts";
import type { BrowserUnderTest } from "../support/browser-under-test.ts";
import { storeSettings } from "../support/extension-data.ts";
import { browserNames } from "../support/find-browsers.ts";
import { seenSampler, seenUntilNow } from "../support/seen-results.ts";
import { filter, settingsWith } from "../support/settings-for-tests.ts";
import { serveSlowly } from "../support/slow-site.ts";
import { storeRules } from "../support/store-rules.ts";

const count = 24;
const isUnwanted = (index: number): boolean => index % 3 === 1;

/** The word that a result is hidden for comes at its end, in a piece of its own. */
const result = (index: number): readonly string[] => [
  `<li class="doc" id="r${index}" data-unwanted="${isUnwanted(index)}"><h3><a href="https://site${index}.example/">Document ${index}</a></h3><p>A text that goes on`,
  ` for a while and ends with ${isUnwanted(index) ? "rubbish" : "reason"}.</p></li>`,
];

/** Asks for the rest of the page. */
const asking = `<script>
  // Winnow has read its settings once it says so; before, it cannot know what the user keeps of sites of their own.
  const go = () => document.documentElement.dataset.winnowState && fetch("/go") && observer.disconnect();
  const observer = new MutationObserver(go);
  observer.observe(document.documentElement, { attributes: true });
  go();
</script>`;

const pieces = [
  `<!doctype html><html lang="en"><head><title>Search</title>${seenSampler}${asking}</head><body><ol>`,
  ...Array.from({ length: count }, (_, index) => result(index)).flat(),
  "</ol><p>The end</p></body></html>",
];

const recipe = {
  name: "Slow",
  pages: [
    {
      name: "Search",
      matches: ["http://localhost/search*"],
      results: [{ root: "li.doc", url: "h3 a", props: { title: "h3", snippet: "p" } }],
    },
  ],
};

const ids = (wanted: (index: number) => boolean): string[] =>
  Array.from({ length: count }, (_, index) => index)
    .filter(wanted)
    .map((index) => `r${index}`)
    .toSorted();

describe.each(browserNames)("A page that arrives in pieces, in %s", (name) => {
  let browser: BrowserUnderTest;
  let site: Awaited<ReturnType<typeof serveSlowly>>;
  /** The same page, whose results come all at once. */
  let swift: Awaited<ReturnType<typeof serveSlowly>>;
  beforeAll(async () => {
    const [first = "", ...others] = pieces;
    site = await serveSlowly(pieces, 30);
    swift = await serveSlowly([first, others.join("")], 30);
    browser = await startBrowser(name, { network: "open" });
    await browser.grantHost("http://localhost/*");
  });
  afterEach(() => browser.closeTabs());
  afterAll(async () => {
    await browser.close();
    site.close();
    swift.close();
  });

  const seenWith = async (
    filters: readonly Filter[],
    { address } = site,
    rules: Parameters<typeof storeRules>[1] = [],
  ): Promise<readonly string[]> => {
    await storeRules(browser, rules);
    await storeSettings(browser, settingsWith({ filters, recipes: [{ id: "slow", enabled: true, data: recipe }] }));
    const tab = await browser.open(address);
    await tab.waitForState("ready");
    await tab.waitFor(() => document.body.textContent.includes("The end"));
    return seenUntilNow(tab);
  };

  test("every result is seen while nothing is hidden", async () => {
    expect(await seenWith([])).toEqual(ids(() => true));
  });

  test("a hidden result is never seen, in no frame", async () => {
    const seen = await seenWith([filter("hide", "rubbish")]);
    expect(seen).toEqual(ids((index) => !isUnwanted(index)));
  });

  test("what a rule hides that came from elsewhere for its host is never seen, in no frame", async () => {
    const hosts = Array.from({ length: count }, (_, index) => index).filter(isUnwanted);
    // So many that those for the hosts of the page stand in many parts of storage, each to be read by itself.
    const others = Array.from({ length: 3000 }, (_, index) => `site:other${index}.example`);
    const seen = await seenWith(
      [],
      swift,
      [...others, ...hosts.map((index) => `site:site${index}.example`)].map((condition) => ({
        condition,
        action: "hide",
      })),
    );
    expect(seen).toEqual(ids((index) => !isUnwanted(index)));
  });

  test("a folded result is seen as a line alone", async () => {
    const seen = await seenWith([filter("fold", "rubbish")]);
    expect(seen).toEqual(ids((index) => !isUnwanted(index)));
  });
});
