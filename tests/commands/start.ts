/**
 * `npm start [-- --browser=firefox] [--url=…] [--headless]`: a browser with the extension on the sample results page,
 * or on another page. Headless, or where there is no display, the results found are printed instead.
 */
import { mkdirSync } from "node:fs";
import { join, relative } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";

import type { PageReport } from "../../src/model/report.ts";
import { buildFor, startBrowser } from "../support/browser-under-test.ts";
import type { BrowserUnderTest } from "../support/browser-under-test.ts";
import { readReport, readStoredSettings, storeSettings } from "../support/extension-data.ts";
import { browserNames, provideBrowsers } from "../support/find-browsers.ts";
import type { BrowserName } from "../support/find-browsers.ts";
import { projectRoot } from "../support/run-tool.ts";
import { serveSampleSite } from "../support/sample-site.ts";
import type { TabUnderTest } from "../support/tab-under-test.ts";
import { exampleSettings } from "./example-settings.ts";
import { formatReport } from "./format-report.ts";

const { values: options } = parseArgs({
  options: {
    browser: { type: "string", default: "chromium" },
    url: { type: "string" },
    headless: { type: "boolean", default: false },
  },
});

const hasDisplay =
  process.platform !== "linux" || Boolean(process.env["DISPLAY"]) || Boolean(process.env["WAYLAND_DISPLAY"]);

/** Milliseconds that a page is given to put its results in by script. */
const fillTime = 5000;

const output = join(projectRoot, ".output");

/** Whatever is under way when a person ends the command breaks off, and that is no failure. */
let interrupted = false;

const run = async (name: BrowserName): Promise<void> => {
  const headless = options.headless || !hasDisplay;
  provideBrowsers([name]);
  console.log("Building …");
  await buildFor(name);
  const site = options.url === undefined ? await serveSampleSite() : null;
  const url = options.url ?? site?.address ?? "";
  // What a person sets up stays for the next start; a headless run always starts afresh.
  const profile = headless ? {} : { profile: join(output, `start-${name}-profile`) };
  const browser = await startBrowser(name, { headless, network: "open", ...profile });
  process.once("SIGINT", () => {
    interrupted = true;
    void browser.close();
  });
  try {
    if ((await readStoredSettings(browser)) === undefined) await storeSettings(browser, exampleSettings);
    await browser.grantHost(patternFor(url));
    const tab = await browser.open(url);
    if (headless) await printReport(browser, tab);
    else await leaveToPerson(browser);
  } finally {
    await browser.close();
    site?.close();
  }
};

/** A match pattern for a page's host; patterns of Firefox know no ports. */
const patternFor = (url: string): string => {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
};

const leaveToPerson = async (browser: BrowserUnderTest): Promise<void> => {
  await browser.putAwayDesk();
  console.log("The browser is open: Winnow's button is in its toolbar or behind the extensions button.");
  console.log("Close the browser, or press Ctrl+C here, to end.");
  await browser.ended();
};

const printReport = async (browser: BrowserUnderTest, tab: TabUnderTest): Promise<void> => {
  if ((await tab.waitForState("ready", "empty")) === "empty") await pause(fillTime);
  const report: PageReport | null = await readReport(browser, tab);
  mkdirSync(output, { recursive: true });
  const screenshot = join(output, `start-${browser.name}.png`);
  await tab.screenshot(screenshot);
  if (report) console.log(formatReport(report, exampleSettings));
  console.log(`Screenshot: ${relative(projectRoot, screenshot)}`);
  if (!report || report.found === 0) throw new Error("Winnow found no results on this page.");
};

const isBrowserName = (name: string): name is BrowserName => browserNames.some((known) => known === name);

try {
  if (!isBrowserName(options.browser)) {
    throw new Error(`--browser is one of ${browserNames.join(", ")}, not ${options.browser}.`);
  }
  await run(options.browser);
} catch (error) {
  if (!interrupted) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
