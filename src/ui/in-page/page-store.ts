import { browserStorage } from "@/browser/storage-areas.ts";
import type { RunAlone } from "@/settings/run-alone.ts";
import { createSettingsStore } from "@/settings/settings-store.ts";
import type { SettingsStore } from "@/settings/settings-store.ts";

/** A page's locks are not those of the extension's pages, and pages that came without encryption have none. */
const atOnce: RunAlone = (run) => run();

/** The settings, for what stands in pages. */
export const createPageStore = (): SettingsStore => createSettingsStore(browserStorage().local, atOnce);
