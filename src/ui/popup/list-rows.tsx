import type { ComponentChildren } from "preact";

import { messageText } from "@/browser/message-text.ts";
import { openSettings } from "@/browser/open-settings.ts";
import type { KeywordList } from "@/model/keyword-list.ts";
import type { PageReport } from "@/model/report.ts";
import { Swatch } from "@/ui/controls/swatch.tsx";
import { lineProblem } from "@/ui/editing/line-problem.ts";
import { patchItem } from "@/ui/editing/settings-changes.ts";
import { useSettings } from "@/ui/editing/settings-context.ts";

import { KeywordCounts } from "./keyword-counts.tsx";
import { Part } from "./part.tsx";
import { Row } from "./row.tsx";

/** Each keyword list with its colour, its switch and its hits on this page. */
export function ListRows({ report }: { readonly report: PageReport | null }) {
  const { settings, change } = useSettings();
  const { lists } = settings.value;
  return (
    <Part name="lists" title={messageText("popup.lists")} openAtFirst>
      {lists.length === 0 && <p class="hint">{messageText("popup.noLists")}</p>}
      <ul class="rows">
        {lists.map((list) => (
          <Row
            key={list.id}
            leading={<Swatch color={list.color} />}
            name={list.name || messageText("common.untitledList")}
            count={
              report?.state === "ready" && list.enabled
                ? messageText("popup.hits", report.hitsByList[list.id] ?? 0)
                : ""
            }
            details={countsOf(list, report)}
            detailsTitle={messageText("popup.eachKeyword")}
            problem={unreadableLines(list)}
            enabled={list.enabled}
            onSwitch={(enabled) => void change(patchItem("lists", list.id, { enabled }))}
            onOpen={() => void openSettings(`list-${list.id}`)}
          />
        ))}
      </ul>
    </Part>
  );
}

function countsOf(list: KeywordList, report: PageReport | null): ComponentChildren {
  const hits = report?.state === "ready" && list.enabled ? report.hitsByLine[list.id] : undefined;
  return hits === undefined ? null : <KeywordCounts list={list} hits={hits} />;
}

const counted = new WeakMap<readonly string[], number>();

/** How many lines can't be read, in words, or null; counted once for each state of the lines. */
function unreadableLines({ lines }: KeywordList): string | null {
  let count = counted.get(lines);
  if (count === undefined) {
    count = lines.filter((line) => lineProblem(line) !== null).length;
    counted.set(lines, count);
  }
  return count === 0 ? null : messageText("popup.listProblems", count);
}
