import type { PageReport } from "@/model/report.ts";
import type { Settings } from "@/model/settings.ts";

import type { BrowserUnderTest } from "./browser-under-test.ts";
import type { TabUnderTest } from "./tab-under-test.ts";

/** What Winnow says of the page in a tab; null where it doesn't run. */
export const readReport = (browser: BrowserUnderTest, { id }: TabUnderTest): Promise<PageReport | null> =>
  browser.inExtension(async (api, tab) => {
    try {
      const reply: unknown = await api.tabs.sendMessage(tab, { winnow: "report", args: [] }, { frameId: 0 });
      return (reply ?? null) as PageReport | null;
    } catch {
      return null;
    }
  }, id);

/** What this device's storage holds as settings, whatever it is; undefined on a fresh profile. */
export const readStoredSettings = (browser: BrowserUnderTest): Promise<unknown> =>
  browser.inExtension(async (api) => (await api.storage.local.get("settings"))["settings"]);

/** Stores settings the way the extension does. */
export const storeSettings = (browser: BrowserUnderTest, settings: Settings): Promise<void> =>
  storeRawSettings(browser, { version: 1, modified: Date.now(), ...settings });

/** Stores anything at all in the place of the settings. */
export const storeRawSettings = (browser: BrowserUnderTest, stored: unknown): Promise<void> =>
  browser.inExtension((api, value) => api.storage.local.set({ settings: value }), stored);
