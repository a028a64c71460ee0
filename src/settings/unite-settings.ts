import type { Settings } from "@/model/settings.ts";

/** Settings with everything that only others have: of the same list, both sides' lines. Nothing is taken away. */
export const uniteSettings = (settings: Settings, others: Settings): Settings => ({
  ...settings,
  pausedSites: [...new Set([...settings.pausedSites, ...others.pausedSites])],
  lists: uniteItems(settings.lists, others.lists, (list, other) => {
    const known = new Set(list.lines);
    const added = other.lines.filter((line) => !known.has(line));
    return added.length === 0 ? list : { ...list, lines: [...list.lines, ...added] };
  }),
  filters: uniteItems(settings.filters, others.filters),
  recipes: uniteItems(settings.recipes, others.recipes),
  subscriptions: uniteItems(settings.subscriptions, others.subscriptions),
});

function uniteItems<Item extends { readonly id: string }>(
  items: readonly Item[],
  others: readonly Item[],
  unite: (item: Item, other: Item) => Item = (item) => item,
): Item[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  for (const other of others) {
    const item = byId.get(other.id);
    byId.set(other.id, item === undefined ? other : unite(item, other));
  }
  return [...byId.values()];
}
