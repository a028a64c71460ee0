import { useState } from "preact/hooks";

import { messageText } from "@/browser/message-text.ts";
import { openSettings } from "@/browser/open-settings.ts";
import type { Filter } from "@/model/filter.ts";
import type { KeywordList } from "@/model/keyword-list.ts";
import type { PageReport } from "@/model/report.ts";
import { describeProblem } from "@/ui/controls/describe-problem.ts";
import { Icon } from "@/ui/controls/icon.tsx";
import { ShowMore } from "@/ui/controls/show-more.tsx";
import { Swatch } from "@/ui/controls/swatch.tsx";
import { checkFilter } from "@/ui/editing/check-filter.ts";
import { seenFilter, usedAs } from "@/ui/editing/filter-use.ts";
import { patchItem } from "@/ui/editing/settings-changes.ts";
import { useSettings } from "@/ui/editing/settings-context.ts";

import { Part } from "./part.tsx";
import { Row } from "./row.tsx";
import type { RowProps } from "./row.tsx";

/** So many filters have a row at first and with each press; those that apply to results of this page before others. */
const rowsAtOnce = 50;

/** Each filter with its action, its switch and the number of results it applies to on this page. */
export function FilterRows({ report }: { readonly report: PageReport | null }) {
  const { settings, change } = useSettings();
  const { filters, lists } = settings.value;
  const [drawn, setDrawn] = useState(rowsAtOnce);
  const counts = report?.resultsByFilter ?? {};
  const applying = filters.filter(({ id }) => (counts[id] ?? 0) > 0);
  const chosen = new Set([...new Set([...applying, ...filters])].slice(0, drawn));
  const rows = filters.filter((filter) => chosen.has(filter));
  return (
    <Part name="filters" title={messageText("popup.filters")} openAtFirst>
      {filters.length === 0 && <p class="hint">{messageText("popup.noFilters")}</p>}
      <ul class="rows">
        {rows.map((filter) => (
          <Row
            key={filter.id}
            leading={<ActionSign filter={filter} />}
            name={filter.name || usedAs(filter).condition || messageText("common.untitledFilter")}
            count={
              report?.state === "ready" && filter.enabled
                ? messageText("popup.filterCount", counts[filter.id] ?? 0)
                : ""
            }
            {...said(filter, lists)}
            enabled={filter.enabled}
            onSwitch={(enabled) => void change(patchItem("filters", filter.id, { enabled }))}
            onOpen={() => void openSettings(`filter-${filter.id}`)}
          />
        ))}
      </ul>
      <ShowMore left={filters.length - rows.length} onMore={() => setDrawn(drawn + rowsAtOnce)} />
    </Part>
  );
}

/** The first thing to be said about a filter, in words. */
function said(filter: Filter, lists: readonly KeywordList[]): Pick<RowProps, "problem" | "isWarning"> {
  const { problem, warnings } = checkFilter(seenFilter(filter), lists);
  const first = problem ?? warnings[0];
  return { problem: first === undefined ? null : describeProblem(first), isWarning: problem === null };
}

function ActionSign({ filter }: { readonly filter: Filter }) {
  const { use } = usedAs(filter);
  return (
    <span class="action-sign" title={messageText(`actionMeaning.${use}`)}>
      {use === "mark" ? <Swatch color={filter.color} /> : <Icon name={use} />}
      <span>{messageText(`action.${use}`)}</span>
    </span>
  );
}
