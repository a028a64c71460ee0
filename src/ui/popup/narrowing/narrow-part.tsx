import { useState } from "preact/hooks";

import { messageText } from "@/browser/message-text.ts";
import type { PageReport } from "@/model/report.ts";
import { IconButton } from "@/ui/controls/icon-button.tsx";
import { announceDone } from "@/ui/controls/undo.tsx";
import { newFilter, putItem, removeItem } from "@/ui/editing/settings-changes.ts";
import { useSettings } from "@/ui/editing/settings-context.ts";

import type { PageState } from "../page-state.ts";
import { Part } from "../part.tsx";
import { groupKey } from "./facet-groups.ts";
import { FacetRange } from "./facet-range.tsx";
import { slidersOf } from "./sliders.ts";
import { SortChoice, offeredOrders } from "./sort-choice.tsx";
import { trialCondition } from "./trial.ts";

interface NarrowPartProps {
  readonly page: PageState;
  readonly report: PageReport;
}

/**
 * The order of the results where there is a choice, and for each kind of figure among them a range to try out and to
 * save as a filter.
 */
export function NarrowPart({ page, report }: NarrowPartProps) {
  const { settings, change } = useSettings();
  // Ages are seen from one moment for as long as the popup is open, so that no stop moves under a finger.
  const [now] = useState(() => Date.now());
  const tried = page.tried.value;
  const { sliders, others, leftOut } = slidersOf(report, tried, now);

  const replace = (before: string | null, after: string | null): Promise<void> =>
    page.tryConditions([...tried.filter((one) => one !== before), ...(after === null ? [] : [after])]);
  const save = async (condition: string): Promise<void> => {
    const filter = newFilter(settings.value, { name: "", condition, action: "hide" });
    if (!(await change(putItem("filters", filter)))) return;
    announceDone(messageText("narrow.saved", [condition]), () => void change(removeItem("filters", filter.id)));
    await page.tryConditions(page.tried.value.filter((one) => one !== condition));
  };

  const isEmpty = sliders.length === 0 && others.length === 0 && offeredOrders(report).length === 0;
  if (report.found < 2 || isEmpty) return null;
  return (
    <Part
      name="narrow"
      title={messageText("narrow.title")}
      note={
        tried.length === 0
          ? [...new Set(sliders.map(({ group }) => messageText(`facet.${group.facet}`)))].join(" · ")
          : messageText("narrow.left", [String(report.found - report.hidden), String(report.found)])
      }
      forceOpen={tried.length > 0}
    >
      <SortChoice page={page} report={report} />
      {sliders.map(({ group, condition, trial, scale }) => (
        <FacetRange
          key={groupKey(group)}
          group={group}
          scale={scale}
          trial={trial}
          leftOut={leftOut}
          onChange={(next) => void replace(condition, trialCondition(next, group.facet, scale.measure))}
          onSave={() => void (condition === null ? undefined : save(condition))}
        />
      ))}
      {others.map((condition) => (
        <div key={condition} class="facet-head">
          <span class="facet-range">{messageText("narrow.elsewhere", [condition])}</span>
          <IconButton
            icon="undo"
            label={messageText("narrow.reset", [condition])}
            onClick={() => void replace(condition, null)}
          />
        </div>
      ))}
    </Part>
  );
}
