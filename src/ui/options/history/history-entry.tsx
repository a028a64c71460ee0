import { useSignal } from "@preact/signals";

import { messageText } from "@/browser/message-text.ts";
import type { HistoryChange } from "@/settings/history.ts";
import { announceWayBack } from "@/ui/controls/announce-way-back.ts";
import { describeChange } from "@/ui/controls/describe-change.ts";
import type { HistoryState } from "@/ui/editing/history-state.ts";

import { EntryTime } from "./entry-time.tsx";
import { HistoryItemChange } from "./history-item-change.tsx";
import { UndoChange } from "./undo-change.tsx";

interface HistoryEntryProps {
  readonly change: HistoryChange;
  readonly history: HistoryState;
}

/** One change of the settings; what differed is read when it is opened. */
export function HistoryEntry({ change, history }: HistoryEntryProps) {
  const open = useSignal(false);
  const undo = async (): Promise<void> => announceWayBack(await history.undo(change.number));
  return (
    <details onToggle={({ currentTarget }) => (open.value = currentTarget.open)}>
      <summary>
        <span class="history-text">{describeChange(change)}</span>
        <span class="hint">
          {change.cause === "sync" && `${messageText("history.fromSync")} · `}
          <EntryTime time={change.time} />
        </span>
      </summary>
      {open.value && (
        <div class="history-body">
          {change.items.map((item) => (
            <HistoryItemChange
              key={`${item.kind} ${item.id}`}
              change={change}
              item={item}
              history={history}
              alone={change.items.length === 1}
            />
          ))}
          <UndoChange undo={undo} />
        </div>
      )}
    </details>
  );
}
