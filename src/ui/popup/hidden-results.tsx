import { messageText } from "@/browser/message-text.ts";
import type { PageReport, ResultReport } from "@/model/report.ts";
import type { Reason } from "@/model/verdict.ts";
import { useSettings } from "@/ui/editing/settings-context.ts";

import { describeEvidence } from "./describe-evidence.ts";

/** Every result that was hidden, folded or dimmed, and by what. */
export function HiddenResults({ report }: { readonly report: PageReport }) {
  const away = report.results.filter(({ verdict }) => verdict.visibility !== "show");
  if (away.length === 0) return null;
  return (
    <details class="away">
      <summary>
        <h2>{messageText("popup.takenAway")}</h2>
        <span class="row-count">{away.length}</span>
      </summary>
      <ol class="away-list">
        {away.map((result) => (
          <AwayResult key={result.result.id} report={result} />
        ))}
      </ol>
    </details>
  );
}

function AwayResult({ report: { result, verdict } }: { readonly report: ResultReport }) {
  const title = result.title || messageText("popup.noTitle");
  return (
    <li class="away-result">
      <div class="away-head">
        {result.url === null ? (
          <span class="away-title">{title}</span>
        ) : (
          <a class="away-title" href={result.url} target="_blank" rel="noreferrer">
            {title}
          </a>
        )}
        <span class={`verdict verdict-${verdict.visibility}`}>{messageText(`visibility.${verdict.visibility}`)}</span>
      </div>
      {result.host !== null && (
        <div class="hint" dir="ltr">
          {result.host}
        </div>
      )}
      {verdict.reasons
        .filter(({ action, decisive }) => decisive && action === verdict.visibility)
        .map((reason) => (
          <ReasonLine key={reason.filter} reason={reason} />
        ))}
    </li>
  );
}

function ReasonLine({ reason }: { readonly reason: Reason }) {
  const { settings } = useSettings();
  return (
    <div class="reason">
      <bdi>{reason.filterName || reason.condition}</bdi>
      {reason.evidence.map((evidence, index) => (
        <span key={index} class="evidence" dir="auto">
          {describeEvidence(evidence, settings.value.lists)}
        </span>
      ))}
    </div>
  );
}
