import { showBadge } from "@/browser/badge.ts";
import { loadPart } from "@/browser/run-in-tab.ts";
import { answerBackgroundMessages, onPageEvent } from "@/messaging/messenger.ts";

import { exchangeSettings } from "./exchange-settings.ts";
import { handleCommands } from "./handle-commands.ts";
import { runOnGrantedSites } from "./run-on-granted-sites.ts";
import { updateSubscriptions } from "./update-subscriptions.ts";

/** Sets up the background. Every listener is added at once, so that an event which starts the background finds it. */
export function startBackground(): void {
  onPageEvent("reportChanged", (tab, summary) => {
    // The tab may be gone by the time its last word arrives.
    showBadge(tab, summary.hidden + summary.folded).catch(() => undefined);
  });
  answerBackgroundMessages({ loadPart });
  exchangeSettings();
  runOnGrantedSites();
  updateSubscriptions();
  handleCommands();
}
