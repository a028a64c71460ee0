import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";

import { chromium, type Page } from "playwright-core";

import { bundleProbe } from "./bundle-probe.ts";
import type { Capture } from "./captures.ts";
import type { Probe, ProbeOptions } from "./measurement.ts";

declare const winnowProbe: { probePage: (options: ProbeOptions) => Probe };

/** Ends a page that hangs; it is never waited for otherwise. */
const pageTimeout = 60_000;

/**
 * Serves one capture under its own address: its scripts forbidden, nothing else reachable, its bytes as UTF-8 where
 * they are valid UTF-8, else as its meta element says.
 */
const serve = async (page: Page, { path, address }: Capture): Promise<void> => {
  const body = readFileSync(path);
  await page.route("**/*", (route) =>
    route.request().isNavigationRequest() && route.request().frame() === page.mainFrame()
      ? route.fulfill({
          status: 200,
          contentType: isUtf8(body) ? "text/html; charset=utf-8" : "text/html",
          headers: { "Content-Security-Policy": "script-src 'none'" },
          body,
        })
      : route.abort(),
  );
  await page.goto(address, { waitUntil: "domcontentloaded", timeout: pageTimeout });
};

/** Probes the captures one after the other in one real Chromium, and hands each over as it comes. */
export const probeCaptures = async (
  captures: readonly Capture[],
  useRecipes: boolean,
  onProbe: (capture: Capture, probe: Probe) => void,
): Promise<void> => {
  const script = await bundleProbe();
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  });
  try {
    const context = await browser.newContext({ serviceWorkers: "block", viewport: { width: 1280, height: 1024 } });
    for (const capture of captures) {
      const page = await context.newPage();
      await serve(page, capture);
      await page.evaluate(`${script};globalThis.winnowProbe = winnowProbe;`);
      const options: ProbeOptions = { gold: capture.gold, useRecipes };
      onProbe(capture, await page.evaluate((given) => winnowProbe.probePage(given), options));
      await page.close();
    }
  } finally {
    await browser.close();
  }
};
