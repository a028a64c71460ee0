import type { Filter } from "@/model/filter.ts";
import { defaultKeywordOptions } from "@/model/keyword-list.ts";
import type { KeywordList } from "@/model/keyword-list.ts";
import type { Settings, Subscription, UserRecipe } from "@/model/settings.ts";
import { splitAlternatives } from "@/sync/split-alternatives.ts";
import { bringBack, removeItem } from "@/ui/editing/settings-changes.ts";

import type { Random } from "./random.ts";

/** A change of settings, with a name for the trace. */
export interface Edit {
  readonly name: string;
  readonly change: (settings: Settings) => Settings;
  /** Takes the change back in settings that may have changed since; null for edits that nobody takes back. */
  readonly back: ((settings: Settings) => Settings) | null;
}

/** Lines that come up again and again; every other text is new each time, so that it can be followed. */
const commonLines = ["", "# note", "common", "常见"];

/** The forms that an alternative of a condition is written in. */
const written: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `(${text})`,
  (text) => `"${text}"`,
  (text) => `title:/${text}/`,
  (text) => `site:${text}`,
];

/** Lines that a bulk edit adds at most. */
const mostAtOnce = 6;

/** Draws edits such as people make, on whatever the settings hold when they are applied. */
export function drawEdit(random: Random, newText: () => string): Edit {
  const text = (): string => (random.chance(0.15) ? random.pick(commonLines) : newText());
  const place = (items: readonly unknown[]): number => random.below(items.length + 1);

  const onLines = (change: (lines: readonly string[]) => readonly string[]) =>
    onItem("lists", (list: KeywordList) => ({ ...list, lines: change(list.lines) }));
  const onItem =
    <Kind extends "lists" | "filters" | "recipes" | "subscriptions">(
      kind: Kind,
      change: (item: Settings[Kind][number]) => Settings[Kind][number],
    ) =>
    (settings: Settings): Settings => {
      const items = settings[kind] as readonly Settings[Kind][number][];
      if (items.length === 0) return settings;
      const index = random.below(items.length);
      return { ...settings, [kind]: items.with(index, change(items[index]!)) };
    };
  /** Changes a condition as the menu at a result does: one alternative comes or goes. Half-typed ones have none. */
  const onAlternatives = (change: (parts: readonly string[]) => readonly string[]) =>
    onItem("filters", (filter: Filter) =>
      splitAlternatives(filter.condition) === null
        ? filter
        : {
            ...filter,
            condition: change(filter.condition === "" ? [] : filter.condition.split(" OR ")).join(" OR "),
          },
    );
  const insert = (lines: readonly string[], added: readonly string[]): string[] =>
    lines.toSpliced(place(lines), 0, ...added);
  const moved = <Item>(items: readonly Item[]): Item[] => {
    if (items.length < 2) return [...items];
    const from = random.below(items.length);
    const [item] = items.slice(from, from + 1) as [Item];
    const others = items.toSpliced(from, 1);
    return others.toSpliced(place(others), 0, item);
  };
  const without = <Item>(items: readonly Item[]): Item[] =>
    items.length === 0 ? [] : items.toSpliced(random.below(items.length), 1);
  const replaced = (lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? lines : lines.with(random.below(lines.length), text());
  const texts = (): string[] => Array.from({ length: random.below(mostAtOnce) + 1 }, text);

  const newList = (): KeywordList => ({
    id: newText(),
    name: newText(),
    color: random.below(12) + 1,
    enabled: true,
    lines: texts(),
    options: defaultKeywordOptions,
  });
  const newFilter = (): Filter => ({
    id: newText(),
    name: "",
    enabled: true,
    condition: newText(),
    action: "hide",
    color: 1,
  });
  const newRecipe = (): UserRecipe => ({
    id: newText(),
    enabled: true,
    data: { name: newText(), pages: [{ results: [] }] },
  });

  const newSubscription = (): Subscription => ({
    id: newText(),
    enabled: true,
    name: newText(),
    address: `https://lists.example/${newText()}`,
    interval: 24,
  });

  let back: Edit["back"] = null;
  const byMistake =
    (kind: "lists" | "filters") =>
    (settings: Settings): Settings => {
      const index = random.below(Math.max(1, settings[kind].length));
      const item = settings[kind][index];
      if (item === undefined) return settings;
      back = bringBack(kind, item, index);
      return removeItem(kind, item.id)(settings);
    };

  const edits: readonly (readonly [weight: number, name: string, change: (settings: Settings) => Settings])[] = [
    [10, "add lines", onLines((lines) => insert(lines, texts()))],
    [10, "edit a line", onLines(replaced)],
    [6, "delete a line", onLines(without)],
    [4, "move a line", onLines(moved)],
    [1, "sort the lines", onLines((lines) => lines.toSorted())],
    [1, "rewrite the lines", onLines((lines) => [...lines.filter(() => random.chance(0.5)), ...texts()])],
    [1, "turn the lines round", onLines((lines) => lines.toReversed())],
    [3, "rename a list", onItem("lists", (list) => ({ ...list, name: newText() }))],
    [2, "switch a list", onItem("lists", (list) => ({ ...list, enabled: !list.enabled }))],
    [
      1,
      "set an option",
      onItem("lists", (list) => ({ ...list, options: { ...list.options, wholeWord: !list.options.wholeWord } })),
    ],
    [
      3,
      "add a list",
      (settings) => ({ ...settings, lists: settings.lists.toSpliced(place(settings.lists), 0, newList()) }),
    ],
    [2, "delete a list", (settings) => ({ ...settings, lists: without(settings.lists) })],
    [3, "delete a list by mistake", byMistake("lists")],
    [2, "delete a filter by mistake", byMistake("filters")],
    [2, "move a list", (settings) => ({ ...settings, lists: moved(settings.lists) })],
    [
      3,
      "add a filter",
      (settings) => ({ ...settings, filters: settings.filters.toSpliced(place(settings.filters), 0, newFilter()) }),
    ],
    [4, "edit a filter", onItem("filters", (filter) => ({ ...filter, condition: newText() }))],
    [2, "half-type a filter", onItem("filters", (filter) => ({ ...filter, condition: `${newText()} -title:(` }))],
    [4, "hide one more", onAlternatives((parts) => insert(parts, [random.pick(written)(newText())]))],
    [3, "hide one less", onAlternatives(without)],
    [1, "hide others", onAlternatives((parts) => [...parts.filter(() => random.chance(0.5)), newText()])],
    [2, "switch a filter", onItem("filters", (filter) => ({ ...filter, enabled: !filter.enabled, action: "dim" }))],
    [1, "delete a filter", (settings) => ({ ...settings, filters: without(settings.filters) })],
    [1, "move a filter", (settings) => ({ ...settings, filters: moved(settings.filters) })],
    [1, "add a recipe", (settings) => ({ ...settings, recipes: [...settings.recipes, newRecipe()] })],
    [2, "edit a recipe", onItem("recipes", (recipe) => ({ ...recipe, data: { ...recipe.data, name: newText() } }))],
    [1, "delete a recipe", (settings) => ({ ...settings, recipes: without(settings.recipes) })],
    [2, "subscribe", (settings) => ({ ...settings, subscriptions: [...settings.subscriptions, newSubscription()] })],
    [1, "set an interval", onItem("subscriptions", (one) => ({ ...one, interval: random.below(168) + 1 }))],
    [1, "switch a subscription", onItem("subscriptions", (one) => ({ ...one, enabled: !one.enabled }))],
    [1, "unsubscribe", (settings) => ({ ...settings, subscriptions: without(settings.subscriptions) })],
    [
      2,
      "import",
      (settings) => ({
        ...settings,
        lists: [...settings.lists, newList()],
        filters: [...settings.filters, newFilter()],
      }),
    ],
    [2, "pause a site", (settings) => ({ ...settings, pausedSites: [...settings.pausedSites, newText()] })],
    [1, "resume a site", (settings) => ({ ...settings, pausedSites: without(settings.pausedSites) })],
    [1, "switch everything", (settings) => ({ ...settings, enabled: !settings.enabled })],
    [1, "choose the painter", (settings) => ({ ...settings, painter: random.pick(["highlight", "mark"] as const) })],
  ];
  let left = random.below(edits.reduce((sum, [weight]) => sum + weight, 0));
  const [, name, change] = edits.find(([weight]) => (left -= weight) < 0)!;
  return {
    name,
    change,
    get back() {
      return back;
    },
  };
}
