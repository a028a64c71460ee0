import type { Filter } from "@/model/filter.ts";
import type { Rule, Ruleset } from "@/model/ruleset.ts";
import type { Settings } from "@/model/settings.ts";

import type { ImportedRuleset } from "../imported-lists.ts";
import type { PartPlan, Present } from "../plan-import.ts";
import { findByName } from "./plan-list.ts";
import type { PartRequest } from "./plan-list.ts";

/** More rules than these are too many to stand among one's own filters, one by one. */
const mostFilters = 100;

type Judging = Pick<Rule, "condition" | "action" | "color">;

const signOf = ({ condition, action, color }: Judging): string =>
  `${action} ${action === "mark" ? String(color ?? 1) : ""} ${condition}`;

/** The rules that the others do not have, each once. */
const newRules = (rules: readonly Rule[], others: readonly Judging[]): readonly Rule[] => {
  const known = new Set(others.map(signOf));
  return rules.filter((rule) => {
    const sign = signOf(rule);
    return !known.has(sign) && known.add(sign);
  });
};

const filterOf = ({ condition, action, color = 1 }: Rule, id: string, enabled: boolean): Filter => ({
  id,
  name: "",
  enabled,
  condition,
  action,
  color,
});

const addFilters = (settings: Settings, { rules, enabled = true }: ImportedRuleset, id: string): Settings => {
  const added = newRules(rules, settings.filters).map((rule, index) =>
    filterOf(rule, `${id}-${String(rule.line)}-${String(index)}`, enabled),
  );
  return { ...settings, filters: [...settings.filters, ...added] };
};

/** Rules that are added to others count their lines on from theirs. */
const united = (target: Ruleset, added: readonly Rule[]): Ruleset => {
  const last = target.rules.reduce((most, { line }) => Math.max(most, line), 0);
  return { ...target, rules: [...target.rules, ...added.map((rule) => ({ ...rule, line: rule.line + last }))] };
};

/** Rules become a ruleset of their own, are added to one that was brought before, or become filters. */
export const planRuleset = (present: Present, ruleset: ImportedRuleset, request: PartRequest): PartPlan => {
  const { key, id, choice } = request;
  const { settings, rulesets } = present;
  const { rules, enabled = true } = ruleset;
  const canBeFilters = rules.length <= mostFilters;
  const asFilters = canBeFilters && choice.asFilters === true;
  const into = choice.into === undefined ? (findByName(rulesets, ruleset.name)?.id ?? null) : choice.into;
  const target = asFilters ? undefined : rulesets.find((one) => one.id === into);
  // What becomes a ruleset of its own is not compared with anything: there may be a hundred thousand rules.
  const added = asFilters || target ? newRules(rules, target?.rules ?? settings.filters) : rules;
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
      added: added.length,
      changed: 0,
      removed: 0,
      same: rules.length - added.length,
    },
    change: (current) => (asFilters ? addFilters(current, ruleset, id) : current),
    ...(asFilters || added.length === 0 ? {} : { ruleset: united(target ?? own, added) }),
  };
};
