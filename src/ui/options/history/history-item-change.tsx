import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

import { messageText } from "@/browser/message-text.ts";
import type { HistoryChange } from "@/settings/history.ts";
import { announceWayBack } from "@/ui/controls/announce-way-back.ts";
import { changedName } from "@/ui/controls/describe-change.ts";
import { announceDone } from "@/ui/controls/undo.tsx";
import type { HistorySides, HistoryState } from "@/ui/editing/history-state.ts";
import { putItem, removeItem } from "@/ui/editing/settings-changes.ts";
import { useSettings } from "@/ui/editing/settings-context.ts";

import { Difference } from "./difference.tsx";

interface HistoryItemChangeProps {
  readonly change: HistoryChange;
  readonly item: HistoryChange["items"][number];
  readonly history: HistoryState;
  /** Whether it is the only thing that changed, so that the sentence above names it already. */
  readonly alone: boolean;
}

/** What a change made of one list, filter or recipe, and the button that brings it back as it was. */
export function HistoryItemChange({ change, item, history, alone }: HistoryItemChangeProps) {
  const { settings, change: changeSettings } = useSettings();
  const { kind, id, became } = item;
  const name = changedName(item);
  const sides = useSignal<HistorySides | null>(null);
  useEffect(() => {
    void history.sidesOf(change.number, kind, id).then((read) => (sides.value = read));
  }, [change.number, kind, id, history, sides]);
  if (sides.value === null) return null;

  const current = settings.value[kind].find((other) => other.id === id) ?? null;
  const { before, after = current } = sides.value;
  const restore = async (): Promise<void> => {
    const what = await history.restore(change.number, kind, id);
    if (what !== "done") return announceWayBack(what);
    const undo = current === null ? removeItem(kind, id) : putItem(kind, current);
    announceDone(messageText("history.restored", [name]), () => void changeSettings(undo));
  };
  return (
    <div class="history-item">
      {!alone && <p class="history-name">{messageText(`history.${became}`, [name])}</p>}
      <Difference before={before} after={after} />
      {before !== null && (
        <button type="button" class="button" onClick={() => void restore()}>
          {messageText("history.restore", [name])}
        </button>
      )}
    </div>
  );
}
