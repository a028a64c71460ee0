import { useState } from "preact/hooks";

import { messageText } from "@/browser/message-text.ts";
import type { PageReport } from "@/model/report.ts";
import { ShowMore } from "@/ui/controls/show-more.tsx";

/** So many rules are drawn at first and at each press. */
const drawnAtOnce = 10;

interface RuleCountsProps {
  /** The id of the ruleset. */
  readonly id: string;
  readonly report: PageReport;
}

/** The rules of a ruleset that apply to results of this page, with their number, the most frequent first. */
export function RuleCounts({ id, report: { results, resultsByFilter } }: RuleCountsProps) {
  const [drawn, setDrawn] = useState(drawnAtOnce);
  const rules = new Map(
    results.flatMap(({ verdict }) =>
      verdict.reasons
        .filter(({ ruleset }) => ruleset === id)
        .map((reason) => [reason.filter, { ...reason, count: resultsByFilter[reason.filter] ?? 0 }]),
    ),
  );
  const sorted = [...rules.values()].toSorted((a, b) => b.count - a.count || (a.line ?? 0) - (b.line ?? 0));
  return (
    <div class="row-details">
      <ul>
        {sorted.slice(0, drawn).map(({ filter, action, condition, count }) => (
          <li key={filter}>
            <bdi>{condition}</bdi>
            <span class="rule-action">{messageText(`action.${action}`)}</span>
            <span>{count}</span>
          </li>
        ))}
      </ul>
      <ShowMore left={sorted.length - drawn} onMore={() => setDrawn(drawn + drawnAtOnce)} />
    </div>
  );
}
