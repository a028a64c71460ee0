import { messageText } from "@/browser/message-text.ts";

import type { JudgedResult } from "./page-report.ts";

/** How many filters the notice names, those that hide most; the popup has them all. */
const mostFilters = 3;

/** What the page says when all its results are hidden: how many these are, and which filters hide them. */
export function noticeText(judged: readonly JudgedResult[]): string {
  const counts = new Map<string, number>();
  for (const { verdict } of judged) {
    const reason = verdict.someReasons(1).find(({ decisive, action }) => decisive && action === "hide");
    const name = reason?.filterName === "" ? reason.condition : reason?.filterName;
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, mostFilters)
    .map(([name, count]) => `${name} (${count})`);
  return messageText("page.allHidden", [String(judged.length), names.join(", ")]);
}
