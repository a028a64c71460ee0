import { render } from "preact";

import { browserStorage } from "@/browser/storage-areas.ts";
import { createSettingsStore } from "@/settings/settings-store.ts";
import { createDraftJournal } from "@/ui/editing/draft-journal.ts";
import { openSettingsState } from "@/ui/editing/settings-state.ts";
import { speakInterfaceLanguage } from "@/ui/speak-interface-language.ts";
import { untilPageGoes } from "@/ui/until-page-goes.ts";

import { openDeviceState } from "./device-state.ts";
import { OptionsApp } from "./options-app.tsx";

/** Shows the settings page in an element, until the page goes. */
export async function startOptions(root: HTMLElement): Promise<void> {
  speakInterfaceLanguage(document.documentElement);
  const abort = untilPageGoes();
  const { local } = browserStorage();
  const [settings, device] = await Promise.all([
    openSettingsState(createSettingsStore(local), createDraftJournal(localStorage), abort),
    openDeviceState(local, abort),
  ]);
  render(<OptionsApp settings={settings} device={device} />, root);
  // The address may name a place that was not there while the page was empty.
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
}
