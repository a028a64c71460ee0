import type { Condition } from "@/filters/condition.ts";
import { parseCondition } from "@/filters/parse-condition.ts";
import type { Action } from "@/model/filter.ts";
import type { ColorNumber } from "@/model/keyword-list.ts";
import type { Rule } from "@/model/ruleset.ts";

import type { StepwiseReading } from "../imported-lists.ts";
import { inSteps } from "../in-steps.ts";
import { exportIssue } from "./exported-text.ts";
import type { ExportIssue, ExportSource } from "./exported-text.ts";

/** A rule to write, with its condition read. */
export interface JudgingRule {
  readonly text: string;
  readonly condition: Condition;
  readonly action: Action;
  readonly color: ColorNumber;
  /** A filter of the user's own, which goes before the imported rules. */
  readonly isOwn: boolean;
}

/** What a filter and a rule have in common. */
type Written = Pick<Rule, "condition" | "action" | "color"> & { readonly enabled?: boolean };

/** The rules of filters and rulesets that can be judged by; those that cannot are told, and so are keyword lists. */
export function* judgingRules(
  { lists, filters, rules }: ExportSource,
  notExpressed: ExportIssue[],
): StepwiseReading<readonly JudgingRule[]> {
  for (const { name } of lists) notExpressed.push(exportIssue(name, "export-keywords"));
  const found: JudgingRule[] = [];
  const read = ({ condition: text, action, color = 1, enabled = true }: Written, isOwn: boolean): void => {
    const parsed = parseCondition(text);
    if (!enabled) notExpressed.push(exportIssue(text, "export-off"));
    else if (!parsed.ok) notExpressed.push(exportIssue(text, "export-unreadable"));
    else found.push({ text, condition: parsed.condition, action, color, isOwn });
  };
  yield* inSteps(filters, (filter) => read(filter, true));
  yield* inSteps(rules, (rule) => read(rule, false));
  return found;
}

/** The parts of which one has to hold; a format with a rule a line writes each by itself. */
export const alternativesOf = (condition: Condition): readonly Condition[] =>
  condition.kind === "any" ? condition.parts : [condition];

/** The parts of which all have to hold. */
export const partsOf = (condition: Condition): readonly Condition[] =>
  condition.kind === "all" ? condition.parts : [condition];

/** A regular expression's source and flags, from how a condition holds it. */
export const splitRegex = (text: string): { readonly source: string; readonly flags: string } => {
  const close = text.lastIndexOf("/");
  return { source: text.slice(1, close), flags: text.slice(close + 1).replaceAll("g", "") };
};
