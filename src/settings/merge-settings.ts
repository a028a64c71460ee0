import type { Settings } from "@/model/settings.ts";
import { deriveChanges } from "@/sync/derive-changes.ts";
import { emptyDocument } from "@/sync/document.ts";
import type { Replica } from "@/sync/document.ts";
import { mergeDocuments } from "@/sync/merge-documents.ts";
import { projectDocument } from "@/sync/project-document.ts";
import { repairItems } from "@/sync/repair-items.ts";

import { visibleSettings } from "./visible-settings.ts";

/** Merges two changes of the same settings, as devices merge theirs: line by line, and what either removed is gone. */
export function mergeSettings(base: Settings, one: Settings, other: Settings): Settings {
  const { document } = changed({ device: "base", counter: 0, document: emptyDocument }, base);
  const mine = changed({ device: "one", counter: 0, document }, one);
  const theirs = changed({ device: "other", counter: 0, document }, other);
  return visibleSettings(repairItems(mine, mergeDocuments(mine.document, theirs.document)).document);
}

/** Takes a change back in settings that may have changed further since: `after` becomes `before`, the rest stays. */
export const revertChange =
  (before: Settings, after: Settings): ((settings: Settings) => Settings) =>
  (settings) =>
    mergeSettings(after, settings, before);

const changed = (replica: Replica, settings: Settings): Replica =>
  deriveChanges(replica, projectDocument(replica.document), { ...settings });
