import * as v from "valibot";

import { actions } from "@/model/filter.ts";
import type { Filter } from "@/model/filter.ts";
import { colorCount, defaultKeywordOptions } from "@/model/keyword-list.ts";
import type { KeywordList, KeywordOptions } from "@/model/keyword-list.ts";
import type { Problem } from "@/model/problem.ts";
import { badgeFigures, painterNames, resultButtonPlaces } from "@/model/settings.ts";
import type { Settings, Subscription, UserRecipe } from "@/model/settings.ts";
import { isShallow } from "@/sync/json-depth.ts";

import { defaultSettings } from "./default-settings.ts";

/** The version of the stored form; a change of meaning raises it and adds a migration. */
export const settingsVersion = 1;

/** Hours: lists change by the day at most. */
export const defaultInterval = 24;

const color = v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(colorCount)), 1);
const id = v.pipe(v.string(), v.minLength(1));

/** Takes the options that are known and of the right type; every other one is as by default. */
function keywordOptions(stored: unknown): KeywordOptions {
  const found = typeof stored === "object" && stored !== null ? (stored as Record<string, unknown>) : {};
  const entries = Object.entries(defaultKeywordOptions).map(([name, value]) => [
    name,
    typeof found[name] === typeof value ? found[name] : value,
  ]);
  return Object.fromEntries(entries) as KeywordOptions;
}

const keywordList = v.object({
  id,
  name: v.fallback(v.string(), ""),
  color,
  enabled: v.fallback(v.boolean(), true),
  lines: v.array(v.string()),
  options: v.pipe(v.unknown(), v.transform(keywordOptions)),
});

const filter = v.object({
  id,
  name: v.fallback(v.string(), ""),
  enabled: v.fallback(v.boolean(), true),
  condition: v.string(),
  action: v.picklist(actions),
  color,
  source: v.exactOptional(v.string()),
});

const userRecipe = v.object({
  id,
  enabled: v.fallback(v.boolean(), true),
  data: v.pipe(
    v.record(v.string(), v.unknown()),
    v.check((data) => isShallow(data)),
  ),
});

/** Hours between two updates of a subscription: not so often that a server would mind, and every four weeks at least. */
const shortestInterval = 1;
const longestInterval = 24 * 28;

const subscription = v.object({
  id,
  enabled: v.fallback(v.boolean(), true),
  name: v.fallback(v.string(), ""),
  address: v.pipe(v.string(), v.startsWith("https://")),
  interval: v.fallback(
    v.pipe(v.number(), v.integer(), v.minValue(shortestInterval), v.maxValue(longestInterval)),
    defaultInterval,
  ),
});

/** Settings read from storage, with what could not be read kept apart. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
  /** The parts that could not be read, as they were stored, or null. */
  readonly unreadable: unknown;
}

/**
 * Reads stored settings leniently: one bad list or filter never loses the others, and what cannot be read is handed
 * back as it was, to be kept.
 */
export function readSettings(stored: unknown): ReadSettings {
  if (stored === undefined) return { settings: defaultSettings, problems: [], unreadable: null };
  if (typeof stored !== "object" || stored === null || Array.isArray(stored)) {
    return { settings: defaultSettings, problems: [{ code: "settings-unreadable", args: [] }], unreadable: stored };
  }
  const parts = stored as Record<string, unknown>;
  const lists = readItems<KeywordList>(parts["lists"], keywordList);
  const filters = readItems<Filter>(parts["filters"], filter);
  const recipes = readItems<UserRecipe>(parts["recipes"], userRecipe);
  const subscriptions = readItems<Subscription>(parts["subscriptions"], subscription);
  const pausedSites = readTexts(parts["pausedSites"]);
  const unreadable = [lists, filters, recipes, subscriptions, pausedSites].flatMap((read) => read.unreadable);
  return {
    settings: {
      enabled: v.parse(v.fallback(v.boolean(), defaultSettings.enabled), parts["enabled"]),
      pausedSites: pausedSites.items,
      painter: v.parse(v.fallback(v.picklist(painterNames), defaultSettings.painter), parts["painter"]),
      badge: v.parse(v.fallback(v.picklist(badgeFigures), defaultSettings.badge), parts["badge"]),
      resultButtons: v.parse(
        v.fallback(v.picklist(resultButtonPlaces), defaultSettings.resultButtons),
        parts["resultButtons"],
      ),
      scrollMarkers: v.parse(v.fallback(v.boolean(), defaultSettings.scrollMarkers), parts["scrollMarkers"]),
      lists: lists.items,
      filters: filters.items,
      recipes: recipes.items,
      subscriptions: subscriptions.items,
    },
    problems:
      unreadable.length === 0 ? [] : [{ code: "settings-partly-unreadable", args: [String(unreadable.length)] }],
    unreadable: unreadable.length === 0 ? null : unreadable,
  };
}

const isText = (text: unknown): text is string => typeof text === "string";

function readTexts(stored: unknown): { items: string[]; unreadable: unknown[] } {
  if (stored === undefined) return { items: [], unreadable: [] };
  if (!Array.isArray(stored)) return { items: [], unreadable: [stored] };
  return { items: stored.filter(isText), unreadable: stored.filter((text) => !isText(text)) };
}

function readItems<Item extends { readonly id: string }>(
  stored: unknown,
  schema: v.GenericSchema<unknown, Item>,
): { items: Item[]; unreadable: unknown[] } {
  if (stored === undefined) return { items: [], unreadable: [] };
  if (!Array.isArray(stored)) return { items: [], unreadable: [stored] };
  const items: Item[] = [];
  const unreadable: unknown[] = [];
  const ids = new Set<string>();
  for (const entry of stored) {
    const read = v.safeParse(schema, entry);
    // Two items under one id would be edited as one: the second is kept aside instead.
    if (read.success && !ids.has(read.output.id)) {
      ids.add(read.output.id);
      items.push(read.output);
    } else {
      unreadable.push(entry);
    }
  }
  return { items, unreadable };
}
