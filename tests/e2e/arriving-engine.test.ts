import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

import type { Filter } from "@/model/filter.ts";

import { startBrowser } from "../support/browser-under-test.ts";
import type { BrowserUnderTest } from "../support/browser-under-test.ts";
import { readReport, storeSettings } from "../support/extension-data.ts";
import { browserNames } from "../support/find-browsers.ts";
import { startRealServer } from "../support/real-server.ts";
import type { RealServer } from "../support/real-server.ts";
import { seenSampler, seenUntilNow } from "../support/seen-results.ts";
import { filter, settingsWith } from "../support/settings-for-tests.ts";
import { answerSlowly } from "../support/slow-site.ts";

const count = 12;
const isUnwanted = (index: number): boolean => index % 3 === 0;

/** An engine that Winnow has a recipe for, and how it writes a result: up to the last word of its snippet, and on. */
interface Engine {
  readonly address: string;
  readonly list: readonly [open: string, close: string];
  readonly result: (index: number) => readonly [start: string, end: string];
}

const endOf = (index: number): string => ` for a while and ends with ${isUnwanted(index) ? "rubbish" : "reason"}.`;

const engines: readonly Engine[] = [
  {
    address: "https://www.mojeek.com/search?q=document",
    list: [`<ul class="results-standard">`, "</ul>"],
    result: (index) => [
      `<li class="doc" id="r${index}"><a class="ob" href="https://site${index}.example/"><p class="i">site${index}.example</p></a>` +
        `<h2><a class="title" href="https://site${index}.example/">Document ${index}</a></h2><p class="s">A text that goes on`,
      `${endOf(index)}</p></li>`,
    ],
  },
  {
    address: "https://www.google.com/search?q=document",
    list: [`<div id="rso">`, "</div>"],
    result: (index) => [
      `<div class="MjjYud"><div class="doc" id="r${index}"><div data-snc="a"><div data-snhf="0">` +
        `<a href="https://site${index}.example/"><h3>Document ${index}</h3><cite>https://site${index}.example</cite></a>` +
        `</div><div data-sncf="1"><div class="VwiC3b">A text that goes on`,
      `${endOf(index)}</div></div></div></div></div>`,
    ],
  },
];

const pageOf = ({ list: [open, close], result }: Engine): readonly string[] => [
  // The engine sends on whether Winnow has read its settings by then or not.
  `<!doctype html><html lang="en"><head><title>Search</title>${seenSampler}<script>fetch("/go");</script></head><body>${open}`,
  ...Array.from({ length: count }, (_, index) => result(index)).flat(),
  `${close}<p>The end</p></body></html>`,
];

/** A page that sends nothing after half of a result until that is seen. */
const stalledPageOf = ({ list: [open, close], result }: Engine): readonly string[] => {
  const [first, second] = [result(1), result(2)];
  return [
    `<!doctype html><html lang="en"><head><title>Search</title>${seenSampler}<script>
      const wait = () => {
        if (seen.has("r2")) fetch("/go");
        else setTimeout(wait, 20);
      };
      wait();
    </script></head><body>${open}${first.join("")}${second[0]}`,
    `${second[1]}${close}<p>The end</p></body></html>`,
  ];
};

const ids = (wanted: (index: number) => boolean): string[] =>
  Array.from({ length: count }, (_, index) => index)
    .filter(wanted)
    .map((index) => `r${index}`)
    .toSorted();

describe.each(browserNames)("The page of an engine that arrives in pieces, in %s", (name) => {
  describe.each(engines)("$address", (engine) => {
    let browser: BrowserUnderTest;
    let server: RealServer;
    /** What the site sends; each test says it anew. */
    let pieces: readonly string[] = [];
    beforeAll(async () => {
      const answer = answerSlowly(() => pieces, 30);
      const { hostname } = new URL(engine.address);
      server = await startRealServer(
        (_, request, response) => answer(request, response),
        (host) => host === hostname,
      );
      browser = await startBrowser(name, { network: { proxy: server.proxy } });
    });
    afterEach(() => browser.closeTabs());
    afterAll(async () => {
      await browser.close();
      await server.close();
    });

    const seenWith = async (filters: readonly Filter[]): Promise<readonly string[]> => {
      pieces = pageOf(engine);
      await storeSettings(browser, settingsWith({ filters }));
      const tab = await browser.open(engine.address);
      await tab.waitForState("ready");
      await tab.waitFor(() => document.body.textContent.includes("The end"));
      const seen = await seenUntilNow(tab);
      const report = await readReport(browser, tab);
      expect(report?.recognition?.by).toBe("recipe");
      expect(report).toMatchObject({ found: count, hidden: filters.some(({ action }) => action === "hide") ? 4 : 0 });
      return seen;
    };

    test("every result is seen while nothing is hidden", async () => {
      expect(await seenWith([])).toEqual(ids(() => true));
    });

    test.each(["hide", "fold"] as const)("what a filter is to %s is never seen, in no frame", async (action) => {
      expect(await seenWith([filter(action, "rubbish")])).toEqual(ids((index) => !isUnwanted(index)));
    });

    test("what is not judged is seen after a while by itself, though the page goes on loading", async () => {
      pieces = stalledPageOf(engine);
      await storeSettings(browser, settingsWith({ filters: [filter("hide", "rubbish")] }));
      // The page is all there only if half of the result was seen before the other half came.
      const tab = await browser.open(engine.address);
      await tab.waitForState("ready");
      expect(await seenUntilNow(tab)).toEqual(["r1", "r2"]);
    });
  });
});
