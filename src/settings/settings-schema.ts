import { actions } from "@/model/filter.ts";
import type { Filter } from "@/model/filter.ts";
import { colorCount, defaultKeywordOptions } from "@/model/keyword-list.ts";
import type { KeywordList, KeywordOptions } from "@/model/keyword-list.ts";
import type { Problem } from "@/model/problem.ts";
import { badgeFigures, painterNames, resultButtonPlaces } from "@/model/settings.ts";
import type { Settings, Subscription, UserRecipe } from "@/model/settings.ts";
import { isShallow } from "@/sync/json-depth.ts";

import { defaultSettings } from "./default-settings.ts";
import {
  flag,
  identity,
  isRecord,
  object,
  oneOf,
  or,
  readEach,
  record,
  text,
  texts,
  unread,
  whole,
} from "./read-value.ts";
import type { Reader } from "./read-value.ts";

/** The version of the stored form; a change of meaning raises it and adds a migration. */
export const settingsVersion = 1;

/** Hours: lists change by the day at most. */
export const defaultInterval = 24;

const color = or(whole(1, colorCount), 1);

/** Takes the options that are known and of the right type; every other one is as by default. */
function keywordOptions(stored: unknown): KeywordOptions {
  const found = isRecord(stored) ? stored : {};
  const entries = Object.entries(defaultKeywordOptions).map(([name, value]) => [
    name,
    typeof found[name] === typeof value ? found[name] : value,
  ]);
  return Object.fromEntries(entries) as KeywordOptions;
}

/**
 * What an editor shows as two lines is two: a line with a break in it could neither be changed nor deleted there.
 */
const keywordLines: Reader<readonly string[]> = (stored) => {
  const lines = texts(stored);
  if (lines === unread || !lines.some((line) => /[\r\n]/u.test(line))) return lines;
  return lines.flatMap((line) => line.split(/\r\n?|\n/u));
};

const keywordList: Reader<KeywordList> = object({
  id: identity,
  name: or(text, ""),
  color,
  enabled: or(flag, true),
  lines: keywordLines,
  options: keywordOptions,
});

const filterParts = object({
  id: identity,
  name: or(text, ""),
  enabled: or(flag, true),
  condition: text,
  action: oneOf(actions),
  color,
});
const filter: Reader<Filter> = (stored) => {
  const read = filterParts(stored);
  if (read === unread || !isRecord(stored) || stored["source"] === undefined) return read;
  const source = text(stored["source"]);
  return source === unread ? unread : { ...read, source };
};

const userRecipe: Reader<UserRecipe> = object({ id: identity, enabled: or(flag, true), data: record(isShallow) });

/**
 * Hours between two updates of a subscription: not so often that a server would mind, and every four weeks at least.
 */
const shortestInterval = 1;
const longestInterval = 24 * 28;

const subscription: Reader<Subscription> = object({
  id: identity,
  enabled: or(flag, true),
  name: or(text, ""),
  address: (stored) => (typeof stored === "string" && stored.startsWith("https://") ? stored : unread),
  interval: or(whole(shortestInterval, longestInterval), defaultInterval),
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
  if (!isRecord(stored)) {
    return { settings: defaultSettings, problems: [{ code: "settings-unreadable", args: [] }], unreadable: stored };
  }
  const parts = stored;
  const lists = readItems(parts["lists"], keywordList);
  const filters = readItems(parts["filters"], filter);
  const recipes = readItems(parts["recipes"], userRecipe);
  const subscriptions = readItems(parts["subscriptions"], subscription);
  const pausedSites = readEach(parts["pausedSites"], text);
  const unreadable = [lists, filters, recipes, subscriptions, pausedSites].flatMap((read) => read.unreadable);
  return {
    settings: {
      enabled: or(flag, defaultSettings.enabled)(parts["enabled"]),
      pausedSites: pausedSites.items,
      painter: or(oneOf(painterNames), defaultSettings.painter)(parts["painter"]),
      badge: or(oneOf(badgeFigures), defaultSettings.badge)(parts["badge"]),
      resultButtons: or(oneOf(resultButtonPlaces), defaultSettings.resultButtons)(parts["resultButtons"]),
      scrollMarkers: or(flag, defaultSettings.scrollMarkers)(parts["scrollMarkers"]),
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

/** Two items under one id would be edited as one: the second is kept aside instead. */
function readItems<Item extends { readonly id: string }>(
  stored: unknown,
  read: Reader<Item>,
): ReturnType<typeof readEach<Item>> {
  const ids = new Set<string>();
  return readEach(stored, (entry) => {
    const item = read(entry);
    if (item === unread || ids.has(item.id)) return unread;
    ids.add(item.id);
    return item;
  });
}
