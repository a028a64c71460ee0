import { useSignal } from "@preact/signals";

import { messageText } from "@/browser/message-text.ts";
import type { HitPlace, PageReport } from "@/model/report.ts";
import { IconButton } from "@/ui/controls/icon-button.tsx";
import { useSettings } from "@/ui/editing/settings-context.ts";

import type { PageState } from "./page-state.ts";

interface HitWalkBarProps {
  readonly page: PageState;
  readonly report: PageReport;
}

/** Goes from hit to hit on the page, through all lists or one. */
export function HitWalkBar({ page, report }: HitWalkBarProps) {
  const { settings } = useSettings();
  const list = useSignal<string | null>(null);
  const place = useSignal<HitPlace | null>(null);
  const lists = settings.value.lists.filter(({ id }) => (report.hitsByList[id] ?? 0) > 0);
  if (lists.length === 0) return null;

  const walk = async (direction: 1 | -1): Promise<void> => {
    const wanted = lists.some(({ id }) => id === list.value) ? list.value : null;
    place.value = await page.walkHits(direction, wanted);
  };
  return (
    <div class="hit-walk" role="group" aria-label={messageText("popup.walk")}>
      <select
        class="select"
        aria-label={messageText("popup.walkList")}
        value={list.value ?? ""}
        onChange={({ currentTarget: { value } }) => {
          list.value = value === "" ? null : value;
          place.value = null;
        }}
      >
        <option value="">{messageText("popup.walkAll")}</option>
        {lists.map(({ id, name }) => (
          <option key={id} value={id}>
            {name || messageText("common.untitledList")}
          </option>
        ))}
      </select>
      <span class="hit-place" role="status">
        {place.value !== null && messageText("popup.place", [String(place.value.number), String(place.value.of)])}
      </span>
      <IconButton icon="up" label={messageText("command.previousHit")} onClick={() => void walk(-1)} />
      <IconButton icon="down" label={messageText("command.nextHit")} onClick={() => void walk(1)} />
    </div>
  );
}
