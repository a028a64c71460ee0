import type { Problem } from "@/model/problem.ts";

import { allowedInterval, isEmpty, meet } from "./allowed-interval.ts";
import { facetOf } from "./compile-comparison.ts";
import type { Condition } from "./condition.ts";
import { printCondition } from "./print-condition.ts";

const warning = (code: string, ...parts: readonly Condition[]): Problem => ({ code, args: parts.map(printCondition) });

const operatorsInSmall = new Set(["and", "or", "not"]);

/** "a or b" searches for the word "or" where the operator OR was meant. */
const smallOperators = (parts: readonly Condition[]): readonly Problem[] =>
  parts.flatMap((part) =>
    part.kind === "text" && part.form === "word" && part.field === null && operatorsInSmall.has(part.text)
      ? [{ code: "condition-small-operator", args: [part.text, part.text.toUpperCase()] }]
      : [],
  );

/** The facet that has to be there for the condition to be true, where it is a comparison or its opposite. */
const facetNeeded = (condition: Condition): string | null => {
  const atom = condition.kind === "not" ? condition.part : condition;
  if (condition.kind === "has") return condition.facet;
  return atom.kind === "compare" || atom.kind === "between" ? facetOf(atom.measure) : null;
};

const contradicts = (a: Condition, b: Condition): boolean => {
  if (a.kind === "not" && printCondition(a.part) === printCondition(b)) return true;
  return a.kind === "not" && a.part.kind === "has" && facetNeeded(b) === a.part.facet;
};

/** What a range is of: figures in different currencies do not contradict each other. */
const rangeKey = (atom: Extract<Condition, { kind: "compare" | "between" }>): string => {
  const operand = atom.kind === "compare" ? atom.operand : atom.low;
  return atom.measure === "price" && operand.kind === "quantity" ? `price ${operand.unit}` : atom.measure;
};

/** The first two parts that cannot both be true, by their ranges or because one is the other's opposite. */
const findContradiction = (parts: readonly Condition[]): Problem | null => {
  const ranges = new Map<string, { part: Condition; interval: ReturnType<typeof allowedInterval> }[]>();
  for (const [index, part] of parts.entries()) {
    for (const earlier of parts.slice(0, index)) {
      if (contradicts(earlier, part) || contradicts(part, earlier))
        return warning("condition-contradiction", earlier, part);
    }
    const atom = part.kind === "not" ? part.part : part;
    const interval = allowedInterval(part);
    if ((atom.kind !== "compare" && atom.kind !== "between") || interval === null) continue;
    const known = ranges.get(rangeKey(atom)) ?? [];
    const other = known.find((range) => range.interval && isEmpty(meet(range.interval, interval)));
    if (other && !isEmpty(interval)) return warning("condition-contradiction", other.part, part);
    if (!isEmpty(interval)) ranges.set(rangeKey(atom), [...known, { part, interval }]);
  }
  return null;
};

const checkAtom = (condition: Condition): readonly Problem[] => {
  const interval = allowedInterval(condition);
  if (interval === null || !isEmpty(interval)) return [];
  return [warning(condition.kind === "between" ? "condition-empty-range" : "condition-never", condition)];
};

/**
 * What is odd about a condition that reads well: ranges that are empty, parts that contradict each other, operators
 * in small letters. Such a condition is judged by all the same.
 */
export const checkCondition = (condition: Condition): readonly Problem[] => {
  if (condition.kind === "any") return [...smallOperators(condition.parts), ...condition.parts.flatMap(checkCondition)];
  if (condition.kind === "not") {
    const { part } = condition;
    return part.kind === "all" || part.kind === "any" ? checkCondition(part) : checkAtom(condition);
  }
  if (condition.kind !== "all") return checkAtom(condition);
  const contradiction = findContradiction(condition.parts);
  return [
    ...smallOperators(condition.parts),
    ...condition.parts.flatMap(checkCondition),
    ...(contradiction ? [contradiction] : []),
  ];
};
