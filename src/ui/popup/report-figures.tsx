import { messageText } from "@/browser/message-text.ts";
import type { PageReport } from "@/model/report.ts";

/** How many results were found, could be read and are hidden; and the smaller figures, where there are any. */
export function ReportFigures({ report }: { readonly report: PageReport }) {
  const { found, readable, hidden, folded, dimmed, marked } = report;
  const hits = Object.values(report.hitsByList).reduce((sum, count) => sum + count, 0);
  const more = [
    folded > 0 && messageText("popup.folded", [String(folded)]),
    dimmed > 0 && messageText("popup.dimmed", [String(dimmed)]),
    marked > 0 && messageText("popup.marked", [String(marked)]),
    hits > 0 && messageText("popup.hits", hits),
  ].filter((text) => text !== false);
  return (
    <>
      <p class="visually-hidden" role="status" aria-live="polite">
        {messageText("popup.live", [String(found), String(readable), String(hidden)])}
      </p>
      <dl class="figures" aria-hidden="true">
        <Figure count={found} label={messageText("popup.found", found)} />
        <Figure count={readable} label={messageText("popup.readable")} />
        <Figure count={hidden} label={messageText("popup.hidden")} strong={hidden > 0} />
      </dl>
      {more.length > 0 && <p class="more-figures">{more.join(" · ")}</p>}
      <Recognised report={report} />
      {readable < found && <p class="hint">{messageText("popup.unreadable", found - readable)}</p>}
    </>
  );
}

interface FigureProps {
  readonly count: number;
  readonly label: string;
  readonly strong?: boolean;
}

const Figure = ({ count, label, strong = false }: FigureProps) => (
  <div class={strong ? "figure figure-strong" : "figure"}>
    <dt>{label}</dt>
    <dd>{count}</dd>
  </div>
);

function Recognised({ report: { recognition } }: { readonly report: PageReport }) {
  if (recognition === null) return null;
  return (
    <p class="hint" title={recognition.reasons.join("; ")}>
      {recognition.by === "recipe"
        ? messageText("popup.knownSite", [recognition.name])
        : messageText("popup.foundByShape")}
    </p>
  );
}
