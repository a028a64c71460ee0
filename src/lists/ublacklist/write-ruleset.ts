import type { Condition } from "@/filters/condition.ts";
import { all } from "@/filters/condition.ts";
import type { Action } from "@/model/filter.ts";

import type { StepwiseReading } from "../imported-lists.ts";
import { inSteps } from "../in-steps.ts";
import { exportIssue, NotExpressible } from "../write/exported-text.ts";
import type { ExportedText, ExportIssue, ExportSource } from "../write/exported-text.ts";
import { alternativesOf, judgingRules } from "../write/judging-rules.ts";
import type { JudgingRule } from "../write/judging-rules.ts";
import { outrankedFilters } from "../write/outranked-filters.ts";
import type { Outranking } from "../write/outranked-filters.ts";
import { expressionOf } from "./expression-of.ts";
import type { Expression } from "./expression-of.ts";
import { matchPatternOf } from "./match-pattern-of.ts";

/** How an action is written; null for what the tool cannot do with a result. */
const markOf = (action: Action, color: number): string | null => {
  if (action === "mark") return `@${String(color)} `;
  if (action === "keep") return "@";
  return action === "hide" || action === "fold" ? "" : null;
};

/** There what is spared or highlighted is never blocked, whoever says so, and nothing is dimmed. */
const outranking: Outranking = { hide: ["keep", "mark"], fold: ["keep", "mark"], dim: ["hide", "fold"] };

const lineOf = (condition: Condition): Expression => {
  const found = matchPatternOf(condition);
  if (found === null) return expressionOf(condition);
  if (found.rest.length === 0) return { text: found.pattern, approximations: [] };
  const { text, approximations } = expressionOf(all(found.rest));
  return { text: `${found.pattern} @if(${text})`, approximations };
};

/** Whether a rule only spares what another rule of the same condition marks, which a highlight does by itself. */
const sparedByMarks = (rules: readonly JudgingRule[]): ((rule: JudgingRule) => boolean) => {
  const marked = new Set(rules.filter(({ action }) => action === "mark").map(({ text }) => text));
  return ({ action, text }) => action === "keep" && marked.has(text);
};

/** Writes filters and rules as a ruleset of uBlacklist, step by step. */
export function* writeUblacklist(source: ExportSource): StepwiseReading<ExportedText> {
  const notExpressed: ExportIssue[] = [];
  const approximated: ExportIssue[] = [];
  const rules = yield* judgingRules(source, notExpressed);
  const isSpared = sparedByMarks(rules);
  const kept = new Set(rules.filter(({ action }) => action === "keep").map(({ text }) => text));
  const lines: string[] = [];
  yield* inSteps(rules, (rule) => {
    const { text: what, condition, action, color } = rule;
    if (isSpared(rule)) return;
    const mark = markOf(action, color);
    try {
      if (mark === null) throw new NotExpressible("export-action", action);
      const written = alternativesOf(condition).map(lineOf);
      const note = (code: string): number => approximated.push(exportIssue(what, code));
      for (const code of new Set(written.flatMap(({ approximations }) => approximations))) note(code);
      if (action === "fold") note("export-fold");
      if (action === "mark" && !kept.has(what)) note("export-highlight");
      lines.push(...written.map(({ text }) => mark + text));
    } catch (error) {
      if (!(error instanceof NotExpressible)) throw error;
      notExpressed.push({ what, problem: error.problem });
    }
  });
  approximated.push(...(yield* outrankedFilters(rules, outranking)));
  return { text: ["---", "name: Winnow", "---", ...lines, ""].join("\n"), notExpressed, approximated };
}
