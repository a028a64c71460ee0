import { render } from "preact";

import { browserStorage } from "@/browser/storage-areas.ts";
import { createSettingsHistory } from "@/settings/history.ts";
import { createSettingsStore } from "@/settings/settings-store.ts";
import { createDraftJournal } from "@/ui/editing/draft-journal.ts";
import { openHistoryState } from "@/ui/editing/history-state.ts";
import { openSettingsState } from "@/ui/editing/settings-state.ts";
import { speakInterfaceLanguage } from "@/ui/speak-interface-language.ts";
import { untilPageGoes } from "@/ui/until-page-goes.ts";

import { openDeviceState } from "./device-state.ts";
import { OptionsApp } from "./options-app.tsx";
import { openSubscriptionsState } from "./subscriptions/subscriptions-state.ts";

/** Shows the settings page in an element, until the page goes. */
export async function startOptions(root: HTMLElement): Promise<void> {
  speakInterfaceLanguage(document.documentElement);
  const abort = untilPageGoes();
  const { local } = browserStorage();
  const store = createSettingsStore(local);
  // A change puts aside what cannot be read, so that it is here to be copied; where all can be read, none is needed.
  const { problems } = await store.load();
  if (problems.some(({ code }) => code.endsWith("unreadable")))
    await store.update((unchanged) => unchanged).catch(() => undefined);
  const [settings, device, subscriptions, history] = await Promise.all([
    openSettingsState(store, createDraftJournal(localStorage), abort),
    openDeviceState(local, abort),
    openSubscriptionsState(local, abort),
    openHistoryState(createSettingsHistory(local, store), abort),
  ]);
  const states = { settings, device, subscriptions, history };
  render(<OptionsApp {...states} />, root);
  // The address may name a place that was not there while the page was empty.
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
}
