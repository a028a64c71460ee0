import { browserStorage } from "@/browser/storage-areas.ts";
import { runUnderLentLock } from "@/messaging/lend-lock.ts";
import { createSettingsStore } from "@/settings/settings-store.ts";
import type { SettingsStore } from "@/settings/settings-store.ts";

/** The settings, for what stands in pages: it changes them in turn with the extension's own pages. */
export const createPageStore = (): SettingsStore => createSettingsStore(browserStorage().local, runUnderLentLock);
