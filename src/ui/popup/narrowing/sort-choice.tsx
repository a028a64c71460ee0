import { messageText } from "@/browser/message-text.ts";
import type { FacetName } from "@/model/facet.ts";
import { facetNames } from "@/model/facet.ts";
import type { PageReport, SortOrder } from "@/model/report.ts";
import { Icon } from "@/ui/controls/icon.tsx";

import type { PageState } from "../page-state.ts";

/** Of these, people look for little first; of all else, for much or for the newest. */
const risingFirst: ReadonlySet<SortOrder["by"]> = new Set<FacetName>(["price", "size", "duration"]);

interface SortChoiceProps {
  readonly page: PageState;
  readonly report: PageReport;
}

/** The orders that a page offers beside its own: that of filters that raise and lower, by hits, by the figures told. */
export function offeredOrders(report: PageReport): readonly ("filters" | SortOrder["by"])[] {
  const { sortedBy } = report;
  const lifts = report.results.some(({ verdict }) => verdict.lift !== 0);
  const told = new Set(report.results.flatMap(({ result }) => result.facets.map(({ name }) => name)));
  return [
    ...(lifts || standsByFilters(report) ? ["filters" as const] : []),
    ...(Object.values(report.hitsByList).some((hits) => hits > 0) || sortedBy?.by === "hits" ? ["hits" as const] : []),
    ...facetNames.filter((name) => told.has(name) || sortedBy?.by === name),
  ];
}

const standsByFilters = ({ sortedBy, reordered }: PageReport): boolean => sortedBy === null && reordered === true;

/** The order of the results on the page. */
export function SortChoice({ page, report }: SortChoiceProps) {
  const { sortedBy } = report;
  const choices = offeredOrders(report);
  if (choices.length === 0) return null;
  const choose = (value: string): void => {
    const by = choices.find((choice) => choice === value) ?? null;
    void page.sortResults(by === null || by === "filters" ? by : { by, descending: !risingFirst.has(by) });
  };
  return (
    <div class="sort">
      <label class="sort-label">
        <span>{messageText("narrow.order")}</span>
        <select
          class="select"
          value={standsByFilters(report) ? "filters" : (sortedBy?.by ?? "")}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          <option value="">{messageText("narrow.pageOrder")}</option>
          {choices.map((by) => (
            <option key={by} value={by}>
              {orderText(by)}
            </option>
          ))}
        </select>
      </label>
      {sortedBy !== null && (
        <button
          type="button"
          class="button sort-direction"
          onClick={() => void page.sortResults({ ...sortedBy, descending: !sortedBy.descending })}
        >
          <Icon name={sortedBy.descending ? "lower" : "raise"} />
          {directionText(sortedBy)}
        </button>
      )}
    </div>
  );
}

function orderText(by: "filters" | SortOrder["by"]): string {
  if (by === "filters") return messageText("narrow.byFilters");
  return by === "hits" ? messageText("narrow.byHits") : messageText("narrow.byFacet", [messageText(`facet.${by}`)]);
}

function directionText({ by, descending }: SortOrder): string {
  if (by === "date") return messageText(descending ? "narrow.newest" : "narrow.oldest");
  return messageText(descending ? "narrow.falling" : "narrow.rising");
}
