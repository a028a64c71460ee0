import { checkCondition } from "@/filters/check-condition.ts";
import type { Condition } from "@/filters/condition.ts";
import { oddWords } from "@/filters/odd-words.ts";
import { parseCondition } from "@/filters/parse-condition.ts";
import { printCondition } from "@/filters/print-condition.ts";
import { suggestName } from "@/filters/suggest-name.ts";
import type { KeywordList } from "@/model/keyword-list.ts";
import type { Problem } from "@/model/problem.ts";

import { listNames } from "./list-names.ts";

type ListCondition = Extract<Condition, { kind: "list" }>;

const listsIn = (condition: Condition): readonly ListCondition[] => {
  if (condition.kind === "all" || condition.kind === "any") return condition.parts.flatMap(listsIn);
  if (condition.kind === "not") return listsIn(condition.part);
  return condition.kind === "list" ? [condition] : [];
};

const listPrefix = /^list\s*[:：=＝]\s*/iu;

/** The name that goes on behind the word that was read as a list's name, because it has no quotes around it. */
const unquotedName = (name: string, rest: string, lists: readonly KeywordList[]): string | null => {
  const typed = rest.replace(listPrefix, "").toLowerCase();
  const longer = lists
    .map((list) => list.name.trim())
    .filter((one) => /\s/u.test(one) && one.length > name.length && typed.startsWith(one.toLowerCase()));
  return longer.toSorted((a, b) => b.length - a.length)[0] ?? null;
};

/**
 * What is odd about a condition that reads well and is judged by all the same: what can never or always be true, words
 * that were hardly meant as words, lists that are gone or switched off. Each with its column. Nothing for a condition
 * that does not read. It is for those who write conditions; a page does not need it.
 *
 * @param now the time that ages are seen from, in milliseconds since the epoch
 */
export const conditionWarnings = (text: string, lists: readonly KeywordList[], now: number): readonly Problem[] => {
  const places = new Map<Condition, number>();
  const parsed = parseCondition(text, places);
  if (!parsed.ok) return [];
  const { problemOf } = listNames(lists);

  const listWarning = (condition: ListCondition): Problem | null => {
    const { name } = condition;
    const longer = unquotedName(name, text.slice(places.get(condition) ?? 0), lists);
    if (longer !== null) {
      return { code: "filter-list-quotes", args: [longer, printCondition({ kind: "list", name: longer })] };
    }
    const problem = problemOf(name);
    const meant = suggestName(
      name,
      lists.map((list) => list.name.trim()),
    );
    return problem?.code === "filter-list-missing" && meant !== null
      ? { code: "filter-list-misspelt", args: [name, printCondition({ kind: "list", name: meant })] }
      : problem;
  };

  const ofLists = listsIn(parsed.condition).flatMap((condition) => {
    const problem = listWarning(condition);
    const place = places.get(condition);
    return problem === null ? [] : [place === undefined ? problem : { ...problem, column: place + 1 }];
  });
  return [...checkCondition(parsed.condition, now, places), ...oddWords(parsed.condition, text, places), ...ofLists];
};
