import type { Problem } from "@/model/problem.ts";

import { compileComparison, facetOf, intervalOf } from "./compile-comparison.ts";
import type { Condition } from "./condition.ts";
import { any } from "./condition.ts";
import { findConflict } from "./find-conflict.ts";
import type { Places } from "./parse-condition.ts";
import { printCondition } from "./print-condition.ts";
import { resultsMeant } from "./results-meant.ts";

type Comparing = Extract<Condition, { kind: "compare" | "between" }>;

const comparingOf = (condition: Condition): Comparing | null => {
  const atom = condition.kind === "not" ? condition.part : condition;
  return atom.kind === "compare" || atom.kind === "between" ? atom : null;
};

/** The facet that has to be told for any of the parts to be true or false, or null where one needs none. */
const facetNeeded = (parts: readonly Condition[]): string | null => {
  const facets = parts.map((part) => {
    const comparing = comparingOf(part);
    return comparing === null ? null : facetOf(comparing.measure);
  });
  return facets.find((facet) => facet === null) === undefined ? (facets[0] ?? null) : null;
};

const isBackwards = (comparing: Comparing, now: number): boolean => {
  const { low, high } = intervalOf(compileComparison(comparing), now);
  return comparing.kind === "between" && low > high;
};

/**
 * What can never hold or always holds in a condition that reads well: ranges that end before they begin, parts that
 * exclude each other, comparisons that every figure meets. Each with its column, where the places are given. Such a
 * condition is judged by all the same. Nothing is said of what may be true of one result and false of another.
 *
 * @param now the time that ages are seen from, in milliseconds since the epoch
 */
export const checkCondition = (condition: Condition, now: number, places: Places = new Map()): readonly Problem[] => {
  const meant = resultsMeant(condition, now, false);
  const meantTold = resultsMeant(condition, now, true);

  const problemAt = (code: string, at: Condition, ...args: readonly string[]): Problem => {
    const place = places.get(at) ?? (at.kind === "not" ? places.get(at.part) : undefined);
    return { code, args, ...(place === undefined ? {} : { column: place + 1 }) };
  };

  /** That the parts, taken together with OR, leave nothing out. */
  const always = (parts: readonly Condition[]): Problem => {
    const printed = parts.map(printCondition).join(" OR ");
    const facet = facetNeeded(parts);
    return facet === null
      ? problemAt("condition-always", parts.at(-1)!, printed)
      : problemAt("condition-always-told", parts.at(-1)!, printed, `has:${facet}`);
  };

  const checkOne = (one: Condition): Problem | null => {
    const printed = printCondition(one);
    const comparing = comparingOf(one);
    if (comparing?.kind === "between" && isBackwards(comparing, now)) {
      const turned = printCondition({ ...comparing, low: comparing.high, high: comparing.low });
      return problemAt(
        "condition-empty-range",
        places.has(comparing) ? comparing : one,
        printCondition(comparing),
        turned,
      );
    }
    if (meant(one, true).length === 0) {
      const isRating = comparing?.measure === "rating";
      return problemAt(isRating ? "condition-never-rating" : "condition-never", one, printed);
    }
    if (meantTold(one, true).length === 0) return problemAt("condition-two-currencies", one, printed);
    return meant(one, false).length === 0 ? always([one]) : null;
  };

  const excludedThird = (parts: readonly Condition[]): Problem | null => {
    const conflict = findConflict(parts, meant, false);
    return conflict && always(conflict);
  };

  const contradictionOf = (parts: readonly Condition[]): Problem | null => {
    const conflict = findConflict(parts, meant, true);
    if (conflict === null) {
      const untold = findConflict(parts, meantTold, true);
      return untold && problemAt("condition-two-currencies", untold.at(-1)!, untold.map(printCondition).join(" "));
    }
    const printed = conflict.map((part) => (part.kind === "any" ? `(${printCondition(part)})` : printCondition(part)));
    if (printed.length > 2) return problemAt("condition-contradictions", conflict.at(-1)!, printed.join(" "));
    const areOpposites = meant(any(conflict), false).length === 0;
    const code = areOpposites ? "condition-opposites" : "condition-contradiction";
    return problemAt(code, conflict.at(-1)!, ...printed);
  };

  const check = (whole: Condition): readonly Problem[] => {
    if (whole.kind === "not" && (whole.part.kind === "all" || whole.part.kind === "any")) return check(whole.part);
    if (whole.kind !== "all" && whole.kind !== "any") {
      const problem = checkOne(whole);
      return problem === null ? [] : [problem];
    }
    const found = whole.parts.map(check);
    const sound = whole.parts.filter((_, index) => found[index]!.length === 0);
    const problem = whole.kind === "all" ? contradictionOf(sound) : excludedThird(sound);
    return problem === null ? found.flat() : [...found.flat(), problem];
  };
  return check(condition);
};
