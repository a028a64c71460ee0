import type { Condition } from "./condition.ts";
import { anyResults, commonResults } from "./possible-results.ts";
import type { PossibleResults } from "./possible-results.ts";
import type { ResultsMeant } from "./results-meant.ts";

/**
 * The fewest of the parts, in their order, that no result can all meet, or null where there may be one. None of the
 * found ones can be left out; the last is the first part by which there is a conflict at all.
 *
 * @param wanted whether the parts are to be true or to be false
 */
export const findConflict = (
  parts: readonly Condition[],
  meant: ResultsMeant,
  wanted: boolean,
): readonly Condition[] | null => {
  const each = parts.map((part) => meant(part, wanted));
  const needed = new Set<number>();
  let end = parts.length;
  for (;;) {
    let common: PossibleResults = [...needed].map((index) => each[index]!).reduce(commonResults, anyResults);
    if (common.length === 0) break;
    // The part by which nothing is left is needed, and so nothing after it is.
    let next = 0;
    for (; next < end; next++) {
      if (needed.has(next)) continue;
      common = commonResults(common, each[next]!);
      if (common.length === 0) break;
    }
    if (next >= end) return null;
    needed.add(next);
    end = next;
  }
  return [...needed].toSorted((a, b) => a - b).map((index) => parts[index]!);
};
