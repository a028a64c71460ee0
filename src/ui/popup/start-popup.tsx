import { render } from "preact";

import { browserStorage } from "@/browser/storage-areas.ts";
import { createSettingsStore } from "@/settings/settings-store.ts";
import { createDraftJournal } from "@/ui/editing/draft-journal.ts";
import { openSettingsState } from "@/ui/editing/settings-state.ts";
import { speakInterfaceLanguage } from "@/ui/speak-interface-language.ts";
import { untilPageGoes } from "@/ui/until-page-goes.ts";

import { openPageState, tabOfAddress } from "./page-state.ts";
import { PopupApp } from "./popup-app.tsx";

/** Shows the popup in an element, until the page goes. */
export async function startPopup(root: HTMLElement): Promise<void> {
  speakInterfaceLanguage(document.documentElement);
  const abort = untilPageGoes();
  const store = createSettingsStore(browserStorage().local);
  const [settings, page] = await Promise.all([
    openSettingsState(store, createDraftJournal(localStorage), abort),
    openPageState(tabOfAddress(location.search), abort),
  ]);
  render(<PopupApp settings={settings} page={page} />, root);
}
