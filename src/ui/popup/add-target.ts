import { messageText } from "@/browser/message-text.ts";
import type { Condition } from "@/filters/condition.ts";
import { parseCondition } from "@/filters/parse-condition.ts";
import { facetNames } from "@/model/facet.ts";
import type { Filter } from "@/model/filter.ts";
import type { Problem } from "@/model/problem.ts";
import type { Settings } from "@/model/settings.ts";
import { checkFilter } from "@/ui/editing/check-filter.ts";
import { keptAs } from "@/ui/editing/filter-use.ts";
import type { FilterUse } from "@/ui/editing/filter-use.ts";
import { isComment, lineProblem } from "@/ui/editing/line-problem.ts";
import { addKeyword, newFilter, newList, putItem, removeItem, removeKeyword } from "@/ui/editing/settings-changes.ts";
import type { Change } from "@/ui/editing/settings-changes.ts";

/** What a typed line becomes: a keyword of a list (null: of a new one), or the condition of a filter. */
export type AddTarget =
  | { readonly kind: "keyword"; readonly list: string | null }
  | { readonly kind: "filter"; readonly use: FilterUse };

/** A target as the value of a choice, and back; a list that is gone becomes the first one there is. */
export const targetValue = (target: AddTarget): string =>
  target.kind === "filter" ? `filter:${target.use}` : `list:${target.list ?? ""}`;

export function readTarget(value: string, { lists }: Settings): AddTarget {
  if (value.startsWith("filter:")) return { kind: "filter", use: value.slice("filter:".length) as FilterUse };
  const id = value.slice("list:".length);
  if (value === "list:") return { kind: "keyword", list: null };
  return { kind: "keyword", list: (lists.find((list) => list.id === id) ?? lists[0])?.id ?? null };
}

/** What keeps a line from being added, or null. */
export function addProblem(line: string, target: AddTarget, settings: Settings): Problem | null {
  if (line.trim() === "") return null;
  const { lists } = settings;
  if (target.kind === "filter") return checkFilter(typedFilter(line), lists).problem;
  const list = lists.find(({ id }) => id === target.list);
  const known = list?.lines.some((other) => other.trim() === line.trim()) === true;
  if (isComment(line)) return { code: "keyword-comment", args: [line.trim()] };
  if (known) return { code: "keyword-known", args: [nameOf(list)] };
  return lineProblem(line) ?? (isFilterShaped(line) ? { code: "keyword-condition", args: [`"${line.trim()}"`] } : null);
}

/** What is odd about a condition that can be added. */
export function addWarnings(line: string, target: AddTarget, { lists }: Settings): readonly Problem[] {
  if (line.trim() === "" || target.kind !== "filter") return [];
  return checkFilter(typedFilter(line), lists).warnings;
}

/** A comparison of a figure or of hits by size; `=` alone stands in addresses and code too. */
const comparison = new RegExp(`(?:^|[\\s(-])(?:${[...facetNames, "age", "hits"].join("|")})\\s*[<>]`, "iu");

/**
 * Whether a line says what only a filter's condition can: a comparison, a figure that is told, the hits of a list; also
 * where a mistake keeps the condition from being read.
 */
export function isFilterShaped(line: string): boolean {
  const parsed = parseCondition(line);
  const says = (condition: Condition): boolean => {
    if (condition.kind === "all" || condition.kind === "any") return condition.parts.some(says);
    if (condition.kind === "not") return says(condition.part);
    return ["compare", "between", "has", "list"].includes(condition.kind);
  };
  return parsed.ok ? says(parsed.condition) : comparison.test(line);
}

/** A filter of the condition that is being typed, to be checked. */
const typedFilter = (condition: string): Filter => ({
  id: "typed",
  name: "",
  enabled: true,
  condition,
  action: "hide",
  color: 1,
});

/** An addition, the way back, and the sentence that says it was done. */
export interface Addition {
  readonly change: Change;
  readonly undo: Change;
  readonly done: string;
}

export function addLine(line: string, target: AddTarget, settings: Settings): Addition {
  const text = line.trim();
  if (target.kind === "filter") {
    const filter = newFilter(settings, { name: "", ...keptAs({ use: target.use, condition: text }) });
    return {
      change: putItem("filters", filter),
      undo: removeItem("filters", filter.id),
      done: messageText("quickAdd.addedFilter"),
    };
  }
  const list = settings.lists.find(({ id }) => id === target.list);
  if (list === undefined) {
    const created = newList(settings, messageText("quickAdd.firstList"), [text]);
    return {
      change: putItem("lists", created),
      undo: removeItem("lists", created.id),
      done: messageText("quickAdd.addedKeyword", [created.name]),
    };
  }
  return {
    change: addKeyword(list.id, text),
    undo: removeKeyword(list.id, text),
    done: messageText("quickAdd.addedKeyword", [nameOf(list)]),
  };
}

const nameOf = (list: { readonly name: string } | undefined): string =>
  list?.name || messageText("common.untitledList");
