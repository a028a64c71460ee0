import { afterAll, afterEach, beforeAll, describe } from "vitest";

import { startBrowser } from "./browser-under-test.ts";
import type { BrowserUnderTest } from "./browser-under-test.ts";
import { browserNames } from "./find-browsers.ts";

/**
 * Declares the same tests for each browser. Each has one fresh profile for all of these tests, and no tab stays from
 * one test to the next.
 *
 * @param prepare runs once, when the browser has started
 * @param declare is given the browser, which has started by the time a test or hook runs
 */
export const inEachBrowser = (
  title: string,
  prepare: (browser: BrowserUnderTest) => Promise<void>,
  declare: (browser: () => BrowserUnderTest) => void,
): void => {
  describe.each(browserNames)(`${title}, in %s`, (name) => {
    let browser: BrowserUnderTest | undefined;
    beforeAll(async () => {
      browser = await startBrowser(name);
      await prepare(browser);
    });
    afterEach(() => browser?.closeTabs());
    afterAll(() => browser?.close());
    declare(() => {
      if (!browser) throw new Error(`${name} has not started.`);
      return browser;
    });
  });
};
