import { compareFigure, compileComparison, facetOf } from "@/filters/compile-comparison.ts";
import { any, not } from "@/filters/condition.ts";
import type { Condition, Operand } from "@/filters/condition.ts";
import { parseCondition } from "@/filters/parse-condition.ts";
import { printCondition } from "@/filters/print-condition.ts";
import type { Facet } from "@/model/facet.ts";

import type { FacetGroup } from "./facet-groups.ts";
import type { FacetScale } from "./facet-scale.ts";

/** What a slider leaves of the results: those from one figure to another, both included; null: no end on that side. */
export interface Trial {
  readonly low: Operand | null;
  readonly high: Operand | null;
  /** Whether results that don't tell the figure go too. */
  readonly hideMissing: boolean;
}

export const noTrial: Trial = { low: null, high: null, hideMissing: false };

/** The condition in normal form under which a result is left out; null where none is. */
export function trialCondition(
  { low, high, hideMissing }: Trial,
  facet: Facet["name"],
  measure: FacetScale["measure"],
) {
  // A low date is a long age.
  const [below, above] = measure === "age" ? ([">", "<"] as const) : (["<", ">"] as const);
  const parts: Condition[] = [];
  if (low !== null) parts.push({ kind: "compare", measure, comparator: below, operand: low });
  if (high !== null) parts.push({ kind: "compare", measure, comparator: above, operand: high });
  if (hideMissing) parts.push(not({ kind: "has", facet }));
  return parts.length === 0 ? null : printCondition(any(parts));
}

/** Reads what {@link trialCondition} wrote for a group; null for any other condition. */
export function readTrial(condition: string, { facet, currency }: FacetGroup): Trial | null {
  const parsed = parseCondition(condition);
  if (!parsed.ok) return null;
  const parts = parsed.condition.kind === "any" ? parsed.condition.parts : [parsed.condition];
  let trial = noTrial;
  for (const part of parts) {
    if (part.kind === "not" && part.part.kind === "has" && part.part.facet === facet) {
      trial = { ...trial, hideMissing: true };
      continue;
    }
    if (part.kind !== "compare" || facetOf(part.measure) !== facet) return null;
    const { operand, comparator } = part;
    if (facet === "price" && operand.kind === "quantity" && operand.unit !== (currency ?? "")) return null;
    if (comparator !== "<" && comparator !== ">") return null;
    trial = { ...trial, [(comparator === "<") === (part.measure === "age") ? "high" : "low"]: operand };
  }
  return trial;
}

/** Whether a figure is left out by a trial; one that can't be compared stays. */
export function leavesOut(trial: Trial, measure: FacetScale["measure"], now: number): (figure: Facet) => boolean {
  const [below, above] = measure === "age" ? ([">", "<"] as const) : (["<", ">"] as const);
  const comparisons = [
    trial.low && compileComparison({ kind: "compare", measure, comparator: below, operand: trial.low }),
    trial.high && compileComparison({ kind: "compare", measure, comparator: above, operand: trial.high }),
  ].filter((comparison) => comparison !== null);
  return (figure) => comparisons.some((comparison) => compareFigure(comparison, figure, now) === true);
}
