import { browser } from "@/browser/browser.ts";
import { activeTab } from "@/browser/current-tab.ts";
import { browserStorage } from "@/browser/storage-areas.ts";
import { askPage } from "@/messaging/messenger.ts";
import { runsOn, withSite } from "@/settings/paused-sites.ts";
import { createSettingsStore } from "@/settings/settings-store.ts";

/** Answers the keyboard commands that the manifest declares, for the tab in front. */
export function handleCommands(): void {
  // Firefox for Android has no keyboard commands.
  (browser.commands as typeof browser.commands | undefined)?.onCommand.addListener((command) => void handle(command));
}

async function handle(command: string): Promise<void> {
  const tab = await activeTab();
  if (tab === null) return;
  if (command === "next-hit") await askPage(tab.id, "walkHits", 1, null);
  if (command === "previous-hit") await askPage(tab.id, "walkHits", -1, null);
  if (command === "pause-here") await switchSite(tab.id);
}

/** Switches Winnow off on the site of a tab, or on again. */
async function switchSite(tab: number): Promise<void> {
  const report = await askPage(tab, "report");
  if (report === null) return;
  await createSettingsStore(browserStorage().local).update((settings) =>
    withSite(settings, report.host, !runsOn({ ...settings, enabled: true }, report.host)),
  );
}
