import { interfaceLanguage } from "@/browser/interface-language.ts";
import { messageText } from "@/browser/message-text.ts";
import { onlyShown } from "@/filters/only-results.ts";
import { triedFilterId } from "@/model/verdict.ts";
import type { Reason } from "@/model/verdict.ts";

import type { JudgedResult } from "./page-report.ts";

/** How many filters the notice names, those that hide most; the popup has them all. */
const mostFilters = 3;

/**
 * What the page says of its hidden results: how many these are, and what hides them.
 *
 * @param areAll whether the page has no others
 */
export function noticeText(judged: readonly Pick<JudgedResult, "verdict">[], areAll = true): string {
  const causes = new Map<string, { readonly reason: Reason; count: number }>();
  for (const { verdict } of judged) {
    const reason = verdict.someReasons(1).find(({ decisive, action }) => decisive && action === "hide");
    if (reason === undefined) continue;
    const id = reason.ruleset ?? reason.filter;
    const cause = causes.get(id) ?? { reason, count: 0 };
    cause.count++;
    causes.set(id, cause);
  }
  const names = [...causes.values()]
    .toSorted((a, b) => b.count - a.count)
    .slice(0, mostFilters)
    .map(({ reason, count }) => causeText(reason, String(count)));
  const list = new Intl.ListFormat(interfaceLanguage().language, { type: "conjunction" });
  const args: [string, string] = [String(judged.length), list.format(names)];
  return areAll
    ? messageText("page.allHidden", judged.length, args)
    : messageText("page.someHidden", judged.length, args);
}

function causeText({ filter, filterName, ruleset, condition }: Reason, count: string): string {
  if (filter === triedFilterId) return messageText("page.hiddenBy.tried", [count]);
  if (ruleset !== undefined) return messageText("page.hiddenBy.rules", [filterName || condition, count]);
  const shown = onlyShown(condition);
  const name = shown === null ? condition : messageText("action.onlyWith", [shown]);
  return messageText("page.hiddenBy.own", [filterName || name, count]);
}
