import type { Filter } from "@/model/filter.ts";

import { actions } from "../../../src/model/filter.ts";
import { makeKeywords } from "./make-keywords.ts";
import { createRandom } from "./random.ts";

/**
 * Filters of all kinds, the same in every run: sites, words in a field, figures, lists, and several of them together.
 */
export const makeFilters = (count: number): readonly Filter[] => {
  const random = createRandom(5);
  const words = makeKeywords(2 * count);
  const word = (): string => `"${random.pick(words)}"`;
  const conditions = [
    () => `site:${random.pick(words).replaceAll(/[^a-z]/g, "") || "example"}${random.below(1000)}.example`,
    word,
    () => `title:${word()}`,
    () => `pages>=${random.below(300)} size<${1 + random.below(9)}MB`,
    () => `${word()} OR snippet:${word()} -${word()}`,
    () => `list:"Bench" age<${1 + random.below(28)}d`,
    () => `NOT title:${word()} pages>${200 + random.below(100)} ${word()}`,
  ];
  return Array.from({ length: count }, (_, index): Filter => ({
    id: `filter-${index}`,
    name: `Filter ${index}`,
    enabled: true,
    condition: conditions[index % conditions.length]?.() ?? "",
    // What hides is rare: nearly everything stays to be looked at.
    action: index % 50 === 0 ? "hide" : (actions[1 + (index % (actions.length - 1))] ?? "dim"),
    color: 1 + (index % 12),
  }));
};
