import type { Filter } from "@/model/filter.ts";
import type { Rule, Ruleset } from "@/model/ruleset.ts";
import type { Settings } from "@/model/settings.ts";

import type { ImportedRuleset, StepwiseReading } from "../imported-lists.ts";
import { inSteps } from "../in-steps.ts";
import type { LostProperty, PartPlan, Present } from "../plan-import.ts";
import { findTarget, lostSwitch } from "./plan-list.ts";
import type { PartRequest } from "./plan-list.ts";

/** More rules than these are too many to stand among one's own filters, one by one. */
const mostFilters = 100;

type Judging = Pick<Rule, "condition" | "action" | "color">;

const signOf = ({ condition, action, color }: Judging): string =>
  `${action} ${action === "mark" ? String(color ?? 1) : ""} ${condition}`;

/** The rules that the others do not have, each once. */
function* newRules(rules: readonly Rule[], others: readonly Judging[]): StepwiseReading<readonly Rule[]> {
  const known = new Set<string>();
  yield* inSteps(others, (other) => known.add(signOf(other)));
  const added: Rule[] = [];
  yield* inSteps(rules, (rule) => {
    const sign = signOf(rule);
    if (!known.has(sign)) added.push(rule);
    known.add(sign);
  });
  return added;
}

const filterOf = ({ condition, action, color = 1 }: Rule, id: string, enabled: boolean): Filter => ({
  id,
  name: "",
  enabled,
  condition,
  action,
  color,
});

const addFilters = (settings: Settings, added: readonly Rule[], id: string, enabled: boolean): Settings => {
  const known = new Set(settings.filters.map(signOf));
  const filters = added
    .filter((rule) => !known.has(signOf(rule)))
    .map((rule, index) => filterOf(rule, `${id}-${String(rule.line)}-${String(index)}`, enabled));
  return { ...settings, filters: [...settings.filters, ...filters] };
};

/** Rules that are added to others count their lines on from theirs. */
function* united(target: Ruleset, added: readonly Rule[]): StepwiseReading<Ruleset> {
  const rules = [...target.rules];
  let last = 0;
  yield* inSteps(target.rules, ({ line }) => (last = Math.max(last, line)));
  yield* inSteps(added, (rule) => rules.push({ ...rule, line: rule.line + last }));
  return { ...target, rules };
}

/**
 * Rules become a ruleset of their own, are added to one that was brought before, or become filters. Unless the reader
 * says so, rules that are off are not added to rules that are on: they would hide at once.
 */
export function* planRuleset(
  present: Present,
  ruleset: ImportedRuleset,
  request: PartRequest,
): StepwiseReading<PartPlan> {
  const { key, id, choice } = request;
  const { settings, rulesets } = present;
  const { rules, enabled = true } = ruleset;
  const canBeFilters = rules.length <= mostFilters;
  const asFilters = canBeFilters && choice.asFilters === true;
  const lostIn = (one: Ruleset): readonly LostProperty[] => lostSwitch(enabled, one.enabled);
  const proposed = findTarget(rulesets, ruleset.name, lostIn, enabled);
  const into = choice.into === undefined ? (proposed?.id ?? null) : choice.into;
  const target = asFilters ? undefined : rulesets.find((one) => one.id === into);
  // What becomes a ruleset of its own is not compared with anything: there may be a hundred thousand rules.
  const added = asFilters || target ? yield* newRules(rules, target?.rules ?? settings.filters) : rules;
  const name = choice.name ?? ruleset.name;
  const own: Ruleset = { id, name: name ?? "", enabled, address: null, rules: [] };
  return {
    part: {
      key,
      kind: "rules",
      name,
      taken: choice.taken ?? added.length > 0,
      color: null,
      into: target?.id ?? null,
      targets: rulesets.map((one) => ({ id: one.id, name: one.name })),
      asFilters: canBeFilters ? asFilters : null,
      exactly: null,
      replaced: [],
      lost: target === undefined ? [] : lostIn(target),
      added: added.length,
      changed: 0,
      removed: 0,
      same: rules.length - added.length,
    },
    change: (current) => (asFilters ? addFilters(current, added, id, enabled) : current),
    ...(asFilters || added.length === 0 ? {} : { ruleset: yield* united(target ?? own, added) }),
  };
}
