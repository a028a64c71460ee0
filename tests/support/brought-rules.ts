import type { Filter } from "@/model/filter.ts";
import type { PageRules } from "@/rulesets/page-rules.ts";

/** The rules of a device without rulesets, or with these under the hosts of every page, there as soon as asked for. */
export const broughtRules = (bound: readonly Filter[] = []): PageRules => {
  let asked = false;
  return {
    load: async () => ({ lists: [], recipes: [] }),
    readAnew: () => undefined,
    need: () => {
      if (asked || bound.length === 0) return null;
      asked = true;
      return Promise.resolve();
    },
    rulesets: () => [],
    haveHosts: () => bound.length > 0,
    unbound: () => [],
    bound: () => (asked ? bound : []),
  };
};
