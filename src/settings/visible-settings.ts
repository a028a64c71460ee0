import type { Settings } from "@/model/settings.ts";
import type { SyncDocument } from "@/sync/document.ts";
import { projectDocument } from "@/sync/project-document.ts";

import { readSettings } from "./settings-schema.ts";

/**
 * The settings that a document stands for, as far as this version reads them. What it can't read, of a newer version
 * or of a list that has come in part, stays in the document.
 */
export const visibleSettings = (document: SyncDocument): Settings => readSettings(projectDocument(document)).settings;
