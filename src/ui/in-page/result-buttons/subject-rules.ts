import { any } from "@/filters/condition.ts";
import type { Condition } from "@/filters/condition.ts";
import { parseCondition } from "@/filters/parse-condition.ts";
import { printCondition } from "@/filters/print-condition.ts";
import type { Action, Filter } from "@/model/filter.ts";
import type { ColorNumber } from "@/model/keyword-list.ts";
import type { Settings } from "@/model/settings.ts";

/** The actions that a result's menu offers. */
export type MenuAction = Extract<Action, "hide" | "dim" | "mark" | "raise" | "keep">;

/** What is to become of a site or of one result. */
export interface SubjectRule {
  readonly action: MenuAction;
  /** The colour of `mark`; other actions have none. */
  readonly color: ColorNumber | null;
  readonly condition: Condition;
}

/** A filter with more parts than these is no longer one to read through: another is begun. */
const mostParts = 50;

/** Actions of one group say contrary things of a result, so that the last word takes the place of those before. */
const groups: readonly (readonly Action[])[] = [["keep", "hide", "fold", "dim"], ["mark"], ["raise", "lower"]];

export const opposedTo = (action: Action): readonly Action[] => groups.find((one) => one.includes(action)) ?? [];

/** The sites and addresses that a filter collects; null for a filter of any other kind, which is left alone. */
const collectedBy = ({ condition, enabled, source }: Filter): readonly Condition[] | null => {
  if (!enabled || source !== undefined) return null;
  const parsed = parseCondition(condition);
  if (!parsed.ok) return null;
  const parts = parsed.condition.kind === "any" ? parsed.condition.parts : [parsed.condition];
  return parts.every(({ kind }) => kind === "site" || kind === "host" || kind === "address") ? parts : null;
};

/** What a condition of a subject is about: a site, as a whole or one host of it, or one result. */
export const kindOfSubject = ({ kind }: Condition): "site" | "result" => (kind === "address" ? "result" : "site");

const does = ({ action, color }: Pick<Filter, "action" | "color">, rule: SubjectRule): boolean =>
  action === rule.action && (rule.color === null || color === rule.color);

const holds = (parts: readonly Condition[], condition: Condition): boolean => {
  const printed = printCondition(condition);
  return parts.some((part) => printCondition(part) === printed);
};

/** Whether the user's own filters say this of the subject by name. */
export const saysRule = (filters: readonly Filter[], rule: SubjectRule): boolean =>
  filters.some((filter) => does(filter, rule) && holds(collectedBy(filter) ?? [], rule.condition));

/** Takes a subject out of the filters that collect such; a filter that is left with nothing goes. */
const without = (
  filters: readonly Filter[],
  condition: Condition,
  concerns: (filter: Filter) => boolean,
): readonly Filter[] =>
  filters.flatMap((filter) => {
    const parts = concerns(filter) ? collectedBy(filter) : null;
    if (parts === null || !holds(parts, condition)) return [filter];
    const left = parts.filter((part) => !holds([part], condition));
    return left.length === 0 ? [] : [{ ...filter, condition: printCondition(any(left)) }];
  });

export const withoutRule = (settings: Settings, rule: SubjectRule): Settings => ({
  ...settings,
  filters: without(settings.filters, rule.condition, (filter) => does(filter, rule)),
});

/**
 * Adds a rule to the filter that collects its like, or else in a new one. What contradicts it is taken out of the
 * filters that collect such.
 *
 * @param fresh the id and the name of a new filter
 */
export const withRule = (settings: Settings, rule: SubjectRule, fresh: Pick<Filter, "id" | "name">): Settings => {
  const { action, color, condition } = rule;
  const group = opposedTo(action);
  const filters = without(settings.filters, condition, (filter) => group.includes(filter.action));
  const open = filters.findLast((filter) => {
    const parts = does(filter, rule) ? collectedBy(filter) : null;
    return (
      parts !== null &&
      parts.length < mostParts &&
      parts.every((part) => kindOfSubject(part) === kindOfSubject(condition))
    );
  });
  if (open !== undefined) {
    const parts = [...(collectedBy(open) ?? []), condition];
    const extended = { ...open, condition: printCondition(any(parts)) };
    return { ...settings, filters: filters.map((filter) => (filter === open ? extended : filter)) };
  }
  const added: Filter = { ...fresh, enabled: true, action, color: color ?? 1, condition: printCondition(condition) };
  return { ...settings, filters: [...filters, added] };
};

const same = (a: Filter | undefined, b: Filter | undefined): boolean => a?.condition === b?.condition;
const find = (all: readonly Filter[], id: string): Filter | undefined => all.find((one) => one.id === id);

/**
 * Takes a change of filters back where nothing changed them since: filters that it added are gone, filters that it
 * changed or took away are as before. Everything else stays.
 */
export const withFiltersBack = (settings: Settings, before: readonly Filter[], after: readonly Filter[]): Settings => {
  const kept = settings.filters.flatMap((filter) => {
    const was = find(before, filter.id);
    const became = find(after, filter.id);
    if (became === undefined || same(was, became) || !same(filter, became)) return [filter];
    return was === undefined ? [] : [{ ...filter, condition: was.condition }];
  });
  const restored = before.filter(({ id }) => find(after, id) === undefined && find(kept, id) === undefined);
  return {
    ...settings,
    filters: restored.reduce<readonly Filter[]>(
      (all, filter) => all.toSpliced(before.indexOf(filter), 0, filter),
      kept,
    ),
  };
};
