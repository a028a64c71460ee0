import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";

import { chromium, type Route } from "playwright-core";

import { findBrowser, provideBrowsers } from "../support/find-browsers.ts";
import { bundleProbe } from "./bundle-probe.ts";
import type { Capture } from "./captures.ts";
import type { Probe, ProbeOptions } from "./measurement.ts";

declare const winnowProbe: { probePage: (options: ProbeOptions) => Probe };

/** Ends a page that hangs; it is never waited for otherwise. */
const pageTimeout = 60_000;

/**
 * Serves one capture for the navigation to it, and nothing else: its scripts forbidden, its bytes as UTF-8 where they
 * are valid UTF-8, else as its meta element says.
 */
const serve = (route: Route, { path }: Capture): Promise<void> => {
  const request = route.request();
  if (!request.isNavigationRequest() || request.frame().parentFrame() !== null) return route.abort();
  const body = readFileSync(path);
  return route.fulfill({
    status: 200,
    contentType: isUtf8(body) ? "text/html; charset=utf-8" : "text/html",
    headers: { "Content-Security-Policy": "script-src 'none'" },
    body,
  });
};

const notProbed = ({ address }: Capture, error: unknown): Probe => ({
  results: [],
  listings: [],
  problems: [`could not be measured: ${String(error)}`],
  lostRecords: [],
  milliseconds: 0,
  address,
});

/** Probes captures one after the other in one real Chromium, and hands each over as it comes. */
export const probeCaptures = async (
  captures: readonly Capture[],
  useRecipes: boolean,
  onProbe: (capture: Capture, probe: Probe) => void,
): Promise<void> => {
  const script = `${await bundleProbe()};globalThis.winnowProbe = winnowProbe;`;
  const browser = await chromium.launch({
    executablePath: findBrowser("chromium") ?? provideBrowsers(["chromium"]).chromium,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  });
  try {
    const context = await browser.newContext({ serviceWorkers: "block", viewport: { width: 1280, height: 1024 } });
    const page = await context.newPage();
    for (const capture of captures) {
      const options: ProbeOptions = { gold: capture.gold, useRecipes };
      const probe = async (): Promise<Probe> => {
        await page.unrouteAll();
        await page.route("**/*", (route) => serve(route, capture));
        await page.goto(capture.address, { waitUntil: "domcontentloaded", timeout: pageTimeout });
        await page.evaluate(script);
        return page.evaluate((given) => winnowProbe.probePage(given), options);
      };
      onProbe(capture, await probe().catch((error: unknown) => notProbed(capture, error)));
    }
  } finally {
    await browser.close();
  }
};
