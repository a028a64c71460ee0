import { messageText } from "@/browser/message-text.ts";
import type { PageReport, ResultReport } from "@/model/report.ts";
import { triedFilterId } from "@/model/verdict.ts";
import type { Reason } from "@/model/verdict.ts";
import { useSettings } from "@/ui/editing/settings-context.ts";

import { describeEvidence } from "./describe-evidence.ts";
import type { PageState } from "./page-state.ts";
import { Part } from "./part.tsx";

/** So many results of one filter are listed; whoever has more than that to look through opens the page's hidden ones. */
const mostListed = 50;

interface AwayPartProps {
  readonly page: PageState;
  readonly report: PageReport;
}

/** Every result that was hidden or folded, by the filter that did it, each with a button that shows it. */
export function AwayPart({ page, report }: AwayPartProps) {
  const groups = groupByReason(report.results);
  const count = groups.reduce((sum, { results }) => sum + results.length, 0);
  if (count === 0) return null;
  return (
    <Part name="away" title={messageText("popup.takenAway")} note={String(count)}>
      {groups.map(({ reason, results }) => (
        <section key={reason.filter} class="away-group">
          <h3 class="away-reason">
            <bdi>{nameOf(reason)}</bdi>
            <span class="row-count">{messageText("popup.filterCount", results.length)}</span>
          </h3>
          <ol>
            {results.slice(0, mostListed).map((result) => (
              <AwayResult key={result.result.id} report={result} filter={reason.filter} page={page} />
            ))}
          </ol>
          {results.length > mostListed && (
            <p class="hint away-more">{messageText("popup.moreAway", results.length - mostListed)}</p>
          )}
        </section>
      ))}
    </Part>
  );
}

interface AwayGroup {
  readonly reason: Reason;
  readonly results: ResultReport[];
}

const decisiveReasons = ({ verdict }: ResultReport): readonly Reason[] =>
  verdict.reasons.filter(({ action, decisive }) => decisive && action === verdict.visibility);

/** A result that several filters took away stands with the first of them. */
function groupByReason(results: readonly ResultReport[]): readonly AwayGroup[] {
  const groups = new Map<string, AwayGroup>();
  for (const report of results) {
    const { visibility } = report.verdict;
    const [reason] = visibility === "hide" || visibility === "fold" ? decisiveReasons(report) : [];
    if (reason === undefined) continue;
    const group = groups.get(reason.filter) ?? { reason, results: [] };
    group.results.push(report);
    groups.set(reason.filter, group);
  }
  return [...groups.values()];
}

const nameOf = ({ filter, filterName, condition }: Reason): string =>
  filter === triedFilterId ? messageText("popup.triedOut") : filterName || condition;

interface AwayResultProps {
  readonly report: ResultReport;
  /** The filter that it stands with. */
  readonly filter: string;
  readonly page: PageState;
}

function AwayResult({ report, filter, page }: AwayResultProps) {
  const { settings } = useSettings();
  const { result, verdict } = report;
  const title = result.title || messageText("popup.noTitle");
  const reasons = decisiveReasons(report);
  const evidence = reasons.filter((reason) => reason.filter === filter).flatMap((reason) => reason.evidence);
  const others = reasons.filter((reason) => reason.filter !== filter).map(nameOf);
  const why = new Set([...evidence.map((one) => describeEvidence(one, settings.value.lists)), ...others]);
  return (
    <li class="away-result">
      <div class="away-text">
        {result.url === null ? (
          <span class="away-title">{title}</span>
        ) : (
          <a class="away-title" href={result.url} target="_blank" rel="noreferrer" title={title}>
            {title}
          </a>
        )}
        <span class="hint away-why">
          {result.host !== null && <bdi>{result.host}</bdi>}
          {verdict.visibility === "fold" && <span>{messageText("visibility.fold")}</span>}
          {[...why].map((text) => (
            <span key={text} class="evidence" dir="auto">
              {text}
            </span>
          ))}
        </span>
      </div>
      <button
        type="button"
        class="button away-show"
        aria-label={messageText("popup.revealOne", [title])}
        onClick={() => void page.revealResult(result.id)}
      >
        {messageText(report.open === true ? "popup.revealed" : "popup.reveal")}
      </button>
    </li>
  );
}
