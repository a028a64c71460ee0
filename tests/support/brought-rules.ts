import type { Filter } from "@/model/filter.ts";
import type { PageRules } from "@/rulesets/page-rules.ts";

/** A device without rulesets, or with these rules under every host. */
export const broughtRules = (bound: readonly Filter[] = []): PageRules => ({
  load: async () => ({ lists: [], recipes: [] }),
  need: () => null,
  unbound: () => [],
  bound: () => bound,
});
