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

/** The order of the results on the page: its own, or by a figure that some of them tell, or by their hits. */
export function SortChoice({ page, report }: SortChoiceProps) {
  const { sortedBy } = report;
  // Filters raise and lower: that is an order too, which ends by choosing the page's own.
  const byFilters = sortedBy === null && report.reordered === true;
  const told = new Set(report.results.flatMap(({ result }) => result.facets.map(({ name }) => name)));
  const choices: readonly SortOrder["by"][] = [
    ...(Object.values(report.hitsByList).some((hits) => hits > 0) || sortedBy?.by === "hits" ? ["hits" as const] : []),
    ...facetNames.filter((name) => told.has(name) || sortedBy?.by === name),
  ];
  if (choices.length === 0 && !byFilters) return null;
  const choose = (value: string): void => {
    const by = choices.find((choice) => choice === value);
    void page.sortResults(by === undefined ? null : { by, descending: !risingFirst.has(by) });
  };
  return (
    <div class="sort">
      <label class="sort-label">
        <span>{messageText("narrow.order")}</span>
        <select
          class="select"
          value={byFilters ? "filters" : (sortedBy?.by ?? "")}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          <option value="">{messageText("narrow.pageOrder")}</option>
          {byFilters && <option value="filters">{messageText("narrow.byFilters")}</option>}
          {choices.map((by) => (
            <option key={by} value={by}>
              {by === "hits"
                ? messageText("narrow.byHits")
                : messageText("narrow.byFacet", [messageText(`facet.${by}`)])}
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

function directionText({ by, descending }: SortOrder): string {
  if (by === "date") return messageText(descending ? "narrow.newest" : "narrow.oldest");
  return messageText(descending ? "narrow.falling" : "narrow.rising");
}
