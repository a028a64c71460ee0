import type { Filter } from "@/model/filter.ts";

import type { PartChoice, PartPlan, Present } from "../plan-import.ts";

/** Items of the same id become as they are given, the others are added. */
export const putItems = <Item extends { readonly id: string }>(
  items: readonly Item[],
  given: readonly Item[],
): readonly Item[] => [...new Map([...items, ...given].map((item) => [item.id, item])).values()];

/** Filters of the same id become as the file has them where the reader says so; otherwise only new ones are added. */
export const planFilters = (present: Present, filters: readonly Filter[], choice: PartChoice): PartPlan | null => {
  if (filters.length === 0) return null;
  const known = new Map(present.settings.filters.map((one) => [one.id, one]));
  const added = filters.filter(({ id }) => !known.has(id)).length;
  const replaced = filters.flatMap((after) => {
    const before = known.get(after.id);
    return before === undefined || JSON.stringify(before) === JSON.stringify(after) ? [] : [{ before, after }];
  });
  const exactly = replaced.length > 0 ? choice.exactly === true : null;
  const changed = exactly === true ? replaced.length : 0;
  return {
    part: {
      key: "filters",
      kind: "filters",
      name: null,
      taken: choice.taken ?? added + changed > 0,
      color: null,
      into: null,
      targets: [],
      asFilters: null,
      exactly,
      replaced,
      lost: [],
      added,
      changed,
      removed: 0,
      same: filters.length - added - changed,
    },
    change: (current) => {
      const now = new Set(current.filters.map(({ id }) => id));
      const put = exactly === false ? filters.filter(({ id }) => !now.has(id)) : filters;
      return { ...current, filters: putItems(current.filters, put) };
    },
  };
};
