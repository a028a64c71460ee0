import type { KeywordList } from "@/model/keyword-list.ts";
import type { Problem } from "@/model/problem.ts";

/** The keyword lists as conditions name them. */
export interface ListNames {
  /** The id of the list of this name, or null where there is none that is switched on. */
  readonly idOf: (name: string) => string | null;
  /** Why a name stands for no list, or null where it does. */
  readonly problemOf: (name: string) => Problem | null;
}

/** Names are compared in small letters; of several lists with one name the first that is switched on counts. */
export const listNames = (lists: readonly KeywordList[]): ListNames => {
  const ids = new Map<string, string | null>();
  for (const { name, id, enabled } of lists) {
    const key = name.trim().toLowerCase();
    ids.set(key, ids.get(key) ?? (enabled ? id : null));
  }
  return {
    idOf: (name) => ids.get(name.trim().toLowerCase()) ?? null,
    problemOf: (name) => {
      const id = ids.get(name.trim().toLowerCase());
      if (id === undefined) return { code: "filter-list-missing", args: [name] };
      return id === null ? { code: "filter-list-off", args: [name] } : null;
    },
  };
};
