import { messageText } from "@/browser/message-text.ts";
import { openSettings } from "@/browser/open-settings.ts";
import { IconButton } from "@/ui/controls/icon-button.tsx";
import { Switch } from "@/ui/controls/switch.tsx";
import { UndoBar } from "@/ui/controls/undo.tsx";
import type { HistoryState } from "@/ui/editing/history-state.ts";
import { SettingsContext } from "@/ui/editing/settings-context.ts";
import type { SettingsState } from "@/ui/editing/settings-state.ts";

import { AwayPart } from "./away-part.tsx";
import { FilterRows } from "./filter-rows.tsx";
import { ListRows } from "./list-rows.tsx";
import { NarrowPart } from "./narrowing/narrow-part.tsx";
import type { PageState } from "./page-state.ts";
import { PageSummary } from "./page-summary.tsx";
import { PickResults } from "./pick-results.tsx";
import { QuickAdd } from "./quick-add.tsx";
import { RecentChange } from "./recent-change.tsx";
import { RulesetRows } from "./ruleset-rows.tsx";
import type { RulesetState } from "./ruleset-state.ts";
import { SettingsProblems } from "./settings-problems.tsx";
import { SiteSwitch } from "./site-switch.tsx";

interface PopupAppProps {
  readonly settings: SettingsState;
  readonly page: PageState;
  readonly history: HistoryState;
  readonly rulesets: RulesetState;
}

/** The toolbar popup: what Winnow does on this page, and every switch for it. */
export function PopupApp({ settings, page, history, rulesets }: PopupAppProps) {
  const view = page.view.value;
  const report = view.kind === "running" ? view.report : null;
  return (
    <SettingsContext.Provider value={settings}>
      <div class="popup">
        <header class="bar">
          <img class="brand-icon" src="/icons/48.png" alt="" width="22" height="22" />
          <h1 class="brand">{messageText("extension.name")}</h1>
          <IconButton icon="settings" label={messageText("common.settings")} onClick={() => void openSettings()} />
          <Switch
            label={messageText("common.globalSwitch")}
            checked={settings.settings.value.enabled}
            onChange={(enabled) => void settings.change((current) => ({ ...current, enabled }))}
          />
        </header>
        <main tabIndex={-1}>
          <SettingsProblems />
          <SiteSwitch view={view} />
          <PageSummary page={page} />
          <RecentChange history={history} />
          <PickResults view={view} tab={page.tab} />
          {report?.state === "ready" && <NarrowPart page={page} report={report} />}
          {report?.state === "ready" && <AwayPart page={page} report={report} />}
          <QuickAdd storage={localStorage} />
          <ListRows report={report} />
          <FilterRows report={report} />
          <RulesetRows state={rulesets} report={report} />
        </main>
        <UndoBar />
      </div>
    </SettingsContext.Provider>
  );
}
