import { messageText, problemText } from "@/browser/message-text.ts";
import { Note } from "@/ui/controls/note.tsx";
import { Switch } from "@/ui/controls/switch.tsx";
import { UndoBar } from "@/ui/controls/undo.tsx";
import type { HistoryState } from "@/ui/editing/history-state.ts";
import { SettingsContext } from "@/ui/editing/settings-context.ts";
import type { SettingsState } from "@/ui/editing/settings-state.ts";

import { BackupSection } from "./backup-section.tsx";
import { BadgeSection } from "./badge-section.tsx";
import type { DeviceState } from "./device-state.ts";
import { FilterSection } from "./filter-section.tsx";
import { HistorySection } from "./history/history-section.tsx";
import { ListSection } from "./list-section.tsx";
import { PainterSection } from "./painter-section.tsx";
import { RecipeSection } from "./recipe-section.tsx";
import { ResultButtonsSection } from "./result-buttons-section.tsx";
import { SiteSection } from "./site-section.tsx";
import { SubscriptionSection } from "./subscriptions/subscription-section.tsx";
import type { SubscriptionsState } from "./subscriptions/subscriptions-state.ts";
import { SyncSection } from "./sync-section.tsx";
import { SyncFillContext, useSyncFill } from "./use-sync-fill.ts";

interface OptionsAppProps {
  readonly settings: SettingsState;
  readonly device: DeviceState;
  readonly subscriptions: SubscriptionsState;
  readonly history: HistoryState;
}

const places = [
  "lists",
  "filters",
  "sites",
  "recipes",
  "subscriptions",
  "painter",
  "buttons",
  "badge",
  "sync",
  "history",
  "backup",
] as const;

/** The settings page. */
export function OptionsApp({ settings, device, subscriptions, history }: OptionsAppProps) {
  const fill = useSyncFill(settings.settings.value);
  return (
    <SettingsContext.Provider value={settings}>
      <SyncFillContext.Provider value={fill}>
        <div class="options">
          <header class="side">
            <div class="brand-row">
              <img src="/icons/48.png" alt="" width="28" height="28" />
              <h1 class="brand">{messageText("extension.name")}</h1>
              <Switch
                label={messageText("common.globalSwitch")}
                checked={settings.settings.value.enabled}
                onChange={(enabled) => void settings.change((current) => ({ ...current, enabled }))}
              />
            </div>
            <nav aria-label={messageText("common.settings")}>
              {places.map((place) => (
                <a key={place} href={`#${place}`}>
                  {messageText(`place.${place}`)}
                </a>
              ))}
            </nav>
          </header>
          <main class="content" tabIndex={-1}>
            {settings.problems.value.map((problem) => (
              <Note key={problem.code} tone="warning">
                {problemText(problem)}
              </Note>
            ))}
            <ListSection />
            <FilterSection />
            <SiteSection device={device} />
            <RecipeSection device={device} />
            <SubscriptionSection state={subscriptions} />
            <PainterSection />
            <ResultButtonsSection />
            <BadgeSection />
            <SyncSection device={device} />
            <HistorySection history={history} rulesets={subscriptions} />
            <BackupSection device={device} />
          </main>
          <UndoBar />
        </div>
      </SyncFillContext.Provider>
    </SettingsContext.Provider>
  );
}
