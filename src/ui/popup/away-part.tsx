import { useState } from "preact/hooks";

import { messageText } from "@/browser/message-text.ts";
import type { PageReport, ResultReport } from "@/model/report.ts";
import { triedFilterId } from "@/model/verdict.ts";
import type { Reason } from "@/model/verdict.ts";
import { describeEvidence } from "@/ui/controls/describe-evidence.ts";
import { ShowMore } from "@/ui/controls/show-more.tsx";
import { ruleText } from "@/ui/editing/filter-use.ts";
import { useSettings } from "@/ui/editing/settings-context.ts";

import type { PageState } from "./page-state.ts";
import { Part } from "./part.tsx";

/**
 * About so many results are drawn at first, shared among their groups, each of which gets some; and so many of a group
 * more at each press. A page may hide a thousand, each by another of five thousand filters.
 */
const drawnAtFirst = 100;
const drawnOfGroup = { fewest: 5, most: 50 };
/** So many groups are drawn at first and at each press. */
const drawnGroups = 20;

interface AwayPartProps {
  readonly page: PageState;
  readonly report: PageReport;
}

/** Every result that was hidden or folded, by the filter or ruleset that did it, each with a button that shows it. */
export function AwayPart({ page, report }: AwayPartProps) {
  const [drawn, setDrawn] = useState(drawnGroups);
  const groups = groupByReason(report.results);
  const count = groups.reduce((sum, { results }) => sum + results.length, 0);
  if (count === 0) return null;
  const share = Math.floor(drawnAtFirst / Math.min(groups.length, drawn));
  const first = Math.min(drawnOfGroup.most, Math.max(drawnOfGroup.fewest, share));
  return (
    <Part name="away" title={messageText("popup.takenAway")} note={String(count)}>
      {groups.slice(0, drawn).map((group) => (
        <AwayGroupPart key={group.id} group={group} page={page} first={first} />
      ))}
      <ShowMore left={groups.length - drawn} onMore={() => setDrawn(drawn + drawnGroups)} />
    </Part>
  );
}

interface AwayGroupPartProps {
  readonly group: AwayGroup;
  readonly page: PageState;
  /** How many results are drawn at first. */
  readonly first: number;
}

function AwayGroupPart({ group: { id, reason, results }, page, first }: AwayGroupPartProps) {
  const [more, setMore] = useState(0);
  const drawn = first + more;
  return (
    <section class="away-group">
      <h3 class="away-reason">
        <bdi>{nameOf(reason)}</bdi>
        <span class="row-count">{messageText("popup.filterCount", results.length)}</span>
      </h3>
      <ol>
        {results.slice(0, drawn).map((result) => (
          <AwayResult key={result.result.id} report={result} group={id} page={page} />
        ))}
      </ol>
      <ShowMore left={results.length - drawn} onMore={() => setMore(more + drawnOfGroup.most)} />
    </section>
  );
}

interface AwayGroup {
  /** That of the ruleset, or else of the filter. */
  readonly id: string;
  readonly reason: Reason;
  readonly results: ResultReport[];
}

const decisiveReasons = ({ verdict }: ResultReport): readonly Reason[] =>
  verdict.reasons.filter(({ action, decisive }) => decisive && action === verdict.visibility);

const groupOf = ({ ruleset, filter }: Reason): string => ruleset ?? filter;

/** A result that several filters took away stands with the first of them. */
function groupByReason(results: readonly ResultReport[]): readonly AwayGroup[] {
  const groups = new Map<string, AwayGroup>();
  for (const report of results) {
    const { visibility } = report.verdict;
    const [reason] = visibility === "hide" || visibility === "fold" ? decisiveReasons(report) : [];
    if (reason === undefined) continue;
    const id = groupOf(reason);
    const group = groups.get(id) ?? { id, reason, results: [] };
    group.results.push(report);
    groups.set(id, group);
  }
  return [...groups.values()];
}

const nameOf = (reason: Reason): string =>
  reason.filter === triedFilterId ? messageText("popup.triedOut") : reason.filterName || ruleText(reason);

/** So many things that say why are named at one result. */
const mostWhys = 5;

interface AwayResultProps {
  readonly report: ResultReport;
  /** The group that it stands in. */
  readonly group: string;
  readonly page: PageState;
}

function AwayResult({ report, group, page }: AwayResultProps) {
  const { settings } = useSettings();
  const { result, verdict } = report;
  const title = result.title || messageText("popup.noTitle");
  const reasons = decisiveReasons(report);
  const evidence = reasons.filter((reason) => groupOf(reason) === group).flatMap((reason) => reason.evidence);
  const others = reasons.filter((reason) => groupOf(reason) !== group).map(nameOf);
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
          {[...why].slice(0, mostWhys).map((text) => (
            <span key={text} class="evidence" dir="auto">
              {text}
            </span>
          ))}
          {why.size > mostWhys && <span>{messageText("popup.moreAway", why.size - mostWhys)}</span>}
        </span>
      </div>
      <button
        type="button"
        class="button away-show"
        aria-label={messageText(report.open === true ? "popup.revealedOne" : "popup.revealOne", [title])}
        onClick={() => void page.revealResult(result.id)}
      >
        {messageText(report.open === true ? "popup.revealed" : "popup.reveal")}
      </button>
    </li>
  );
}
