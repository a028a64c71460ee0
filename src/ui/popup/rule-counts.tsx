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
  const reasons = new Map(
    results.flatMap(({ verdict }) =>
      verdict.reasons.filter(({ ruleset }) => ruleset === id).map((reason) => [reason.filter, reason]),
    ),
  );
  const rules = Object.entries(resultsByFilter)
    .filter(([filter]) => filter.startsWith(`${id}:`))
    .map(([filter, count]) => ({ filter, count, line: filter.slice(id.length + 1), reason: reasons.get(filter) }))
    .toSorted((a, b) => b.count - a.count || Number(a.line) - Number(b.line));
  return (
    <div class="row-details">
      <ul>
        {rules.slice(0, drawn).map(({ filter, count, line, reason }) => (
          <li key={filter}>
            <bdi>{reason?.condition ?? messageText("options.line", [line])}</bdi>
            {reason !== undefined && <span class="rule-action">{messageText(`action.${reason.action}`)}</span>}
            <span>{count}</span>
          </li>
        ))}
      </ul>
      <ShowMore left={rules.length - drawn} onMore={() => setDrawn(drawn + drawnAtOnce)} />
    </div>
  );
}
