import { onAlarm, setAlarm } from "@/browser/alarms.ts";
import { keepAwake } from "@/browser/keep-awake.ts";
import { askServer } from "@/browser/network.ts";
import { isAllowed } from "@/browser/site-permission.ts";
import { browserStorage } from "@/browser/storage-areas.ts";
import { createRulesetStore } from "@/rulesets/ruleset-store.ts";
import { createSettingsStore } from "@/settings/settings-store.ts";
import { createSubscriptionKeeper } from "@/subscriptions/keep-updated.ts";
import { createSubscriptionUpdates } from "@/subscriptions/subscription-updates.ts";

const alarmName = "subscriptions";

/** Updates subscriptions when they are due, when they change, and whenever the background starts. */
export function updateSubscriptions(): void {
  const { local } = browserStorage();
  const settings = createSettingsStore(local);
  const rulesets = createRulesetStore(local);
  const now = Date.now;
  const updates = createSubscriptionUpdates({ local, rulesets, request: askServer, isAllowed, now });
  const wakeAt = (time: number | null): Promise<void> => setAlarm(alarmName, time);
  const keeper = createSubscriptionKeeper({ local, settings, rulesets, updates, now, wakeAt });
  const run = (): void => void keepAwake(keeper.run());

  let known = "";
  onAlarm(alarmName, run);
  settings.watch((loaded) => {
    const subscriptions = JSON.stringify(loaded.settings.subscriptions);
    if (subscriptions === known) return;
    known = subscriptions;
    run();
  });
  run();
}
