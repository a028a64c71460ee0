import type { FacetName } from "@/model/facet.ts";

import { facetOf } from "./compile-comparison.ts";
import type { Condition } from "./condition.ts";
import { all, any, not } from "./condition.ts";

const distinct = (names: readonly FacetName[]): readonly FacetName[] => [...new Set(names)];

/** The figures that a condition compares, each once: it is unknown of results that lack them. */
export const askedFigures = (condition: Condition): readonly FacetName[] => {
  switch (condition.kind) {
    case "all":
    case "any":
      return distinct(condition.parts.flatMap(askedFigures));
    case "not":
      return askedFigures(condition.part);
    case "compare":
    case "between":
      return [facetOf(condition.measure)].filter((facet) => facet !== null);
    default:
      return [];
  }
};

/** A comparison, or the opposite of one. */
const isComparison = (condition: Condition): boolean =>
  condition.kind === "not"
    ? isComparison(condition.part)
    : condition.kind === "compare" || condition.kind === "between";

/** The figure that a part asks to be told, or under `not` to be missing, and nothing else. */
const toldBy = (part: Condition, wanted: boolean): FacetName | null => {
  const atom = wanted ? part : part.kind === "not" ? part.part : null;
  return atom?.kind === "has" ? atom.facet : null;
};

const tell = (condition: Condition, wanted: boolean, told: readonly FacetName[]): Condition => {
  const isJoined = condition.kind === "all" || condition.kind === "any";
  if (!isJoined && !isComparison(condition))
    return condition.kind === "not" ? not(tell(condition.part, !wanted, told)) : condition;
  const settled = wanted ? "all" : "any";
  if (isJoined && condition.kind !== settled) {
    const parts = condition.parts.map((part) => tell(part, wanted, told));
    return condition.kind === "all" ? all(parts) : any(parts);
  }
  const parts = isJoined ? condition.parts : [condition];
  const known = [...told, ...parts.map((part) => toldBy(part, wanted)).filter((facet) => facet !== null)];
  const missing = distinct(parts.filter(isComparison).flatMap(askedFigures)).filter((facet) => !known.includes(facet));
  const within = parts.map((part) => (isComparison(part) ? part : tell(part, wanted, [...known, ...missing])));
  const asked = missing.map((facet): Condition => ({ kind: "has", facet }));
  return wanted ? all([...within, ...asked]) : any([...within, ...asked.map(not)]);
};

/** The condition that is true of the same results, and false instead of unknown where a figure is missing. */
export const alsoTold = (condition: Condition): Condition => tell(condition, true, []);

const forget = (condition: Condition, wanted: boolean): Condition => {
  if (condition.kind === "not") return not(forget(condition.part, !wanted));
  if (condition.kind !== "all" && condition.kind !== "any") return condition;
  const isSettled = condition.kind === (wanted ? "all" : "any");
  const parts = condition.parts.filter((part) => {
    const facet = isSettled ? toldBy(part, wanted) : null;
    return facet === null || !condition.parts.some((other) => askedFigures(other).includes(facet));
  });
  const forgetful = parts.map((part) => forget(part, wanted));
  return condition.kind === "all" ? all(forgetful) : any(forgetful);
};

/** The way back from {@link alsoTold}: what is compared need not be told any more. */
export const evenUntold = (condition: Condition): Condition => forget(condition, true);
