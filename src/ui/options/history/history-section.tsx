import { useSignal } from "@preact/signals";

import { messageText } from "@/browser/message-text.ts";
import type { HistoryState } from "@/ui/editing/history-state.ts";

import { Section } from "../section.tsx";
import { HistoryEntry } from "./history-entry.tsx";

/** So many changes are listed at first, and with each press of the button. */
const listedAtOnce = 10;

/** What was changed when, and the way back. */
export function HistorySection({ history }: { readonly history: HistoryState }) {
  const listed = useSignal(listedAtOnce);
  const changes = history.changes.value;
  return (
    <Section id="history" title={messageText("place.history")} hint={messageText("history.hint")}>
      {changes.length === 0 ? (
        <p class="hint">{messageText("history.empty")}</p>
      ) : (
        <ol class="card history">
          {changes.slice(0, listed.value).map((change) => (
            <HistoryEntry key={change.number} change={change} history={history} />
          ))}
        </ol>
      )}
      {changes.length > listed.value && (
        <button type="button" class="button" onClick={() => (listed.value += listedAtOnce)}>
          {messageText("history.more")}
        </button>
      )}
    </Section>
  );
}
