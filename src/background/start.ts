import { loadPart } from "@/browser/run-in-tab.ts";
import { lendLock } from "@/messaging/lend-lock.ts";
import { answerBackgroundMessages } from "@/messaging/messenger.ts";
import { runAlone } from "@/settings/run-alone.ts";

import { countOnBadge } from "./count-on-badge.ts";
import { exchangeSettings } from "./exchange-settings.ts";
import { handleCommands } from "./handle-commands.ts";
import { runOnGrantedSites } from "./run-on-granted-sites.ts";
import { updateSubscriptions } from "./update-subscriptions.ts";

/** Sets up the background. Every listener is added at once, so that an event which starts the background finds it. */
export function startBackground(): void {
  countOnBadge();
  answerBackgroundMessages({ loadPart });
  lendLock(runAlone);
  exchangeSettings();
  runOnGrantedSites();
  updateSubscriptions();
  handleCommands();
}
