import type { Filter } from "@/model/filter.ts";
import type { KeywordList } from "@/model/keyword-list.ts";

import { defaultKeywordOptions } from "../../src/model/keyword-list.ts";
import type { Settings } from "../../src/model/settings.ts";
import { defaultSettings } from "../../src/settings/default-settings.ts";

/** A keyword list in the colour of that number, which is also its id. */
export const list = (color: number, name: string, ...lines: readonly string[]): KeywordList => ({
  id: String(color),
  name,
  color,
  enabled: true,
  lines,
  options: defaultKeywordOptions,
});

/** A filter with its condition as its id and its name. */
export const filter = (action: Filter["action"], condition: string): Filter => ({
  id: condition,
  name: condition,
  enabled: true,
  condition,
  action,
  color: 5,
});

/** The settings of a fresh installation, but for these. */
export const settingsWith = (changed: Partial<Settings>): Settings => ({ ...defaultSettings, ...changed });
