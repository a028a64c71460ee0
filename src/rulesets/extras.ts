import type { KeywordList } from "@/model/keyword-list.ts";
import type { UserRecipe } from "@/model/settings.ts";
import { readSettings } from "@/settings/settings-schema.ts";

/** The keyword lists and recipes that came with a ruleset. */
export interface Extras {
  readonly lists: readonly KeywordList[];
  readonly recipes: readonly UserRecipe[];
}

/** Reads them as the user's own are read, item by item; nothing else of the settings can come so. */
export const readExtras = (stored: unknown): Extras => {
  const found = (typeof stored === "object" && stored !== null ? stored : {}) as Partial<Record<keyof Extras, unknown>>;
  const { lists, recipes } = readSettings({ lists: found.lists ?? [], recipes: found.recipes ?? [] }).settings;
  return { lists, recipes };
};
