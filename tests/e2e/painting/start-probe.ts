import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { ServedPages } from "../../support/browser-engine.ts";
import { launchChromium } from "../../support/chromium.ts";
import { provideBrowsers } from "../../support/find-browsers.ts";
import type { BrowserName } from "../../support/find-browsers.ts";
import { launchFirefox } from "../../support/firefox.ts";
import { driveTab } from "../../support/tab-under-test.ts";
import type { TabUnderTest } from "../../support/tab-under-test.ts";
import { buildProbe } from "./build-probe.ts";

const launchers = { chromium: launchChromium, firefox: launchFirefox };

/** A browser that has the probe in every page, and one tab of it. */
export interface StartedProbe {
  readonly tab: TabUnderTest;
  /** Opens an address, and is back when the probe in it answers. */
  readonly open: (address: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** @param pages what is served under which address; there is no other network */
export const startProbe = async (name: BrowserName, pages: ServedPages): Promise<StartedProbe> => {
  const folder = mkdtempSync(join(tmpdir(), "winnow-probe-"));
  const extension = join(folder, "extension");
  await buildProbe(extension);
  const engine = await launchers[name]({
    program: provideBrowsers([name])[name],
    extension,
    profile: join(folder, "profile"),
    headless: true,
    network: "served",
  });
  engine.serve(pages);
  const tab = driveTab(await engine.openTab("tab"), 0);
  return {
    tab,
    open: async (address) => {
      await tab.goto(address);
      // The content script starts when the page is idle; from then on it answers.
      await tab.waitFor(
        () =>
          new Promise<boolean>((resolve) => {
            window.addEventListener("message", ({ data }) => String(data).startsWith("answer:") && resolve(true));
            window.postMessage('probe:{"do":"clear"}', "*");
            setTimeout(() => resolve(false), 100);
          }),
      );
    },
    close: async () => {
      await engine.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
