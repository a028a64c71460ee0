import type { Filter } from "@/model/filter.ts";
import { colorCount, defaultKeywordOptions } from "@/model/keyword-list.ts";
import type { ColorNumber, KeywordList } from "@/model/keyword-list.ts";
import type { Settings } from "@/model/settings.ts";
import type { NamedKind } from "@/settings/item-names.ts";
import { mergeSettings } from "@/settings/merge-settings.ts";

/** A change of the settings: takes them as they are and gives them as they should be. */
export type Change = (settings: Settings) => Settings;

type ItemOf<K extends NamedKind> = Settings[K][number];

/** Changes some properties of one list, filter or recipe; one that is gone stays gone. */
export const patchItem =
  <K extends NamedKind>(kind: K, id: string, patch: Partial<ItemOf<K>>): Change =>
  (settings) => ({
    ...settings,
    [kind]: settings[kind].map((item) => (item.id === id ? { ...item, ...patch } : item)),
  });

/** Puts a list, filter or recipe in, at the end or at an index; one of the same id is replaced where it stands. */
export const putItem =
  <K extends NamedKind>(kind: K, item: ItemOf<K>, index = Infinity): Change =>
  (settings) => {
    const items = settings[kind] as readonly ItemOf<K>[];
    const known = items.some(({ id }) => id === item.id);
    const placed = known
      ? items.map((other) => (other.id === item.id ? item : other))
      : items.toSpliced(Math.min(index, items.length), 0, item);
    return { ...settings, [kind]: placed };
  };

/**
 * Puts one that was deleted back at an index. Where it is there again, because another device wrote in it meanwhile, it
 * is as where two wrote at once: with what is there, and what it had.
 */
export const bringBack =
  <K extends NamedKind>(kind: K, item: ItemOf<K>, index: number): Change =>
  (settings) => {
    const without = removeItem(kind, item.id)(settings);
    const back = putItem(kind, item, index)(without);
    return without[kind].length === settings[kind].length ? back : mergeSettings(without, settings, back);
  };

export const removeItem =
  (kind: NamedKind, id: string): Change =>
  (settings) => ({ ...settings, [kind]: settings[kind].filter((item) => item.id !== id) });

/** Moves a list, filter or recipe up (-1) or down (1) by one place. */
export const moveItem =
  (kind: NamedKind, id: string, by: -1 | 1): Change =>
  (settings) => {
    const items: readonly ItemOf<NamedKind>[] = settings[kind];
    const from = items.findIndex((item) => item.id === id);
    const item = items[from];
    const to = from + by;
    if (item === undefined || to < 0 || to >= items.length) return settings;
    return { ...settings, [kind]: items.toSpliced(from, 1).toSpliced(to, 0, item) };
  };

/** Appends a keyword to a list; a blank last line is taken for it. */
export const addKeyword =
  (list: string, line: string): Change =>
  (settings) => ({
    ...settings,
    lists: settings.lists.map((item) => (item.id === list ? { ...item, lines: appendLine(item.lines, line) } : item)),
  });

/** Takes the last of a keyword's lines out of a list. */
export const removeKeyword =
  (list: string, line: string): Change =>
  (settings) => ({
    ...settings,
    lists: settings.lists.map((item) => {
      const index = item.lines.lastIndexOf(line);
      return item.id === list && index !== -1 ? { ...item, lines: item.lines.toSpliced(index, 1) } : item;
    }),
  });

const appendLine = (lines: readonly string[], line: string): readonly string[] =>
  lines.at(-1)?.trim() === "" ? [...lines.slice(0, -1), line] : [...lines, line];

export const newList = (settings: Settings, name: string, lines: readonly string[] = []): KeywordList => ({
  id: crypto.randomUUID(),
  name,
  color: freeColor(settings),
  enabled: true,
  lines,
  options: defaultKeywordOptions,
});

export const newFilter = (settings: Settings, filter: Pick<Filter, "name" | "condition" | "action">): Filter => ({
  id: crypto.randomUUID(),
  enabled: true,
  color: freeColor(settings),
  ...filter,
});

/** The first colour that no keyword list has yet; where all are taken, the colours begin again. */
function freeColor({ lists }: Settings): ColorNumber {
  const used = new Set(lists.map(({ color }) => color));
  for (let color = 1; color <= colorCount; color++) if (!used.has(color)) return color;
  return (lists.length % colorCount) + 1;
}
