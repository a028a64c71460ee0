import { checkCondition } from "@/filters/check-condition.ts";
import type { Condition } from "@/filters/condition.ts";
import { parseCondition } from "@/filters/parse-condition.ts";
import type { KeywordList } from "@/model/keyword-list.ts";
import type { Problem } from "@/model/problem.ts";

import { listNames } from "./list-names.ts";

/** The names of all lists that a condition asks for. */
const namesIn = (condition: Condition): readonly string[] => {
  if (condition.kind === "all" || condition.kind === "any") return condition.parts.flatMap(namesIn);
  if (condition.kind === "not") return namesIn(condition.part);
  return condition.kind === "list" ? [condition.name] : [];
};

/**
 * What is odd about a condition that reads well and is judged by all the same: empty ranges, contradictions, operators
 * in small letters, lists that are gone or switched off. Nothing for a condition that does not read. It is for those
 * who write conditions; a page does not need it.
 */
export const conditionWarnings = (text: string, lists: readonly KeywordList[]): readonly Problem[] => {
  const parsed = parseCondition(text);
  if (!parsed.ok) return [];
  const { problemOf } = listNames(lists);
  return [...checkCondition(parsed.condition), ...namesIn(parsed.condition).flatMap((name) => problemOf(name) ?? [])];
};
