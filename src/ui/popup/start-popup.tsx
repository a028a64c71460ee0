import { render } from "preact";

import { browserStorage } from "@/browser/storage-areas.ts";
import { createSettingsHistory } from "@/settings/history.ts";
import { createSettingsStore } from "@/settings/settings-store.ts";
import { createDraftJournal } from "@/ui/editing/draft-journal.ts";
import { openHistoryState } from "@/ui/editing/history-state.ts";
import { openSettingsState } from "@/ui/editing/settings-state.ts";
import { speakInterfaceLanguage } from "@/ui/speak-interface-language.ts";
import { untilPageGoes } from "@/ui/until-page-goes.ts";

import { openPageState, tabOfAddress } from "./page-state.ts";
import { PopupApp } from "./popup-app.tsx";
import { openRulesetState } from "./ruleset-state.ts";

/** Shows the popup in an element, until the page goes. */
export async function startPopup(root: HTMLElement): Promise<void> {
  speakInterfaceLanguage(document.documentElement);
  const abort = untilPageGoes();
  const { local } = browserStorage();
  const store = createSettingsStore(local);
  const [settings, page, history, rulesets] = await Promise.all([
    openSettingsState(store, createDraftJournal(localStorage), abort),
    openPageState(tabOfAddress(location.search), abort),
    openHistoryState(createSettingsHistory(local, store), abort),
    openRulesetState(local, abort),
  ]);
  render(<PopupApp settings={settings} page={page} history={history} rulesets={rulesets} />, root);
}
