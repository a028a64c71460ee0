import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { provideBrowsers } from "../../support/find-browsers.ts";
import { launchFirefox } from "../../support/firefox.ts";
import { callText, pageHeaders, untilSettled } from "./bench-browser.ts";
import type { BenchBrowser } from "./bench-browser.ts";

/**
 * Starts Firefox with an extension; its pages come from `pages`, by their addresses. It counts nothing of its own, so
 * what is measured in it is JavaScript by the clock.
 */
export const startFirefox = async (extension: string, pages: ReadonlyMap<string, string>): Promise<BenchBrowser> => {
  const profile = mkdtempSync(join(tmpdir(), "winnow-bench-"));
  const engine = await launchFirefox({
    program: provideBrowsers(["firefox"]).firefox,
    extension,
    profile,
    headless: true,
    network: "served",
  });
  engine.serve(new Map([...pages].map(([address, body]) => [address, { body, headers: pageHeaders }])));
  return {
    name: "firefox",
    version: "",
    openTab: async (address) => {
      const tab = await engine.openTab("tab");
      await tab.goto(address);
      await tab.evaluate(callText(untilSettled, []));
      return {
        evaluate: (run, ...args) => tab.evaluate(callText(run, args)) as Promise<never>,
        count: () => Promise.resolve(null),
        memory: () => Promise.resolve(null),
        profile: async (run) => {
          await run();
          return [];
        },
        close: () => tab.close(),
      };
    },
    storeSettings: () => Promise.reject(new Error("Settings are stored in Chromium alone.")),
    storeItems: () => Promise.reject(new Error("Items are stored in Chromium alone.")),
    openOwnPage: () => Promise.resolve(null),
    traceOwnTasks: () => Promise.resolve(null),
    close: async () => {
      await engine.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
