import type { Filter } from "@/model/filter.ts";

import type { PartChoice, PartCounts, PartPlan, Present } from "../plan-import.ts";

/** Items of the same id become as they are given, the others are added. */
export const putItems = <Item extends { readonly id: string }>(
  items: readonly Item[],
  given: readonly Item[],
): readonly Item[] => [...new Map([...items, ...given].map((item) => [item.id, item])).values()];

/** How putting items in changes what is there. */
export const countItems = <Item extends { readonly id: string }>(
  items: readonly Item[],
  given: readonly Item[],
): PartCounts => {
  const known = new Map(items.map((item) => [item.id, JSON.stringify(item)]));
  const states = given.map((item) => {
    const before = known.get(item.id);
    return before === undefined ? "added" : before === JSON.stringify(item) ? "same" : "changed";
  });
  const count = (state: string): number => states.filter((one) => one === state).length;
  return { added: count("added"), changed: count("changed"), removed: 0, same: count("same") };
};

/** The filters of a file of Winnow's own. */
export const planFilters = (present: Present, filters: readonly Filter[], choice: PartChoice): PartPlan | null => {
  if (filters.length === 0) return null;
  const counts = countItems(present.settings.filters, filters);
  return {
    part: {
      key: "filters",
      kind: "filters",
      name: null,
      taken: choice.taken ?? counts.added + counts.changed > 0,
      color: null,
      into: null,
      targets: [],
      asFilters: null,
      ...counts,
    },
    change: (current) => ({ ...current, filters: putItems(current.filters, filters) }),
  };
};
