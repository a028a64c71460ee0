import { useState } from "preact/hooks";

import { messageText } from "@/browser/message-text.ts";
import { openSettings } from "@/browser/open-settings.ts";
import { announceWayBack } from "@/ui/controls/announce-way-back.ts";
import { describeChange } from "@/ui/controls/describe-change.ts";
import { Icon } from "@/ui/controls/icon.tsx";
import type { HistoryState } from "@/ui/editing/history-state.ts";

/** Milliseconds for which the last change can be taken back here; the settings page keeps it for much longer. */
const offeredFor = 10 * 60_000;

/**
 * The last change of the settings, wherever it was made, with a button that takes it back. While a newer one waits to
 * be recorded there is nothing here: what could be taken back is not what was done last.
 */
export function RecentChange({ history }: { readonly history: HistoryState }) {
  const [opened] = useState(() => Date.now());
  const [last] = history.changes.value;
  if (history.isBehind.value || last === undefined || opened - last.time > offeredFor) return null;
  const sentence = describeChange(last);
  return (
    <div class="recent-change">
      <span class="recent-text" title={sentence}>
        {last.cause === "sync" ? messageText("history.elsewhere", [sentence]) : sentence}
      </span>
      <button type="button" class="link-button" onClick={() => void history.undo(last.number).then(announceWayBack)}>
        <Icon name="undo" />
        {messageText("common.undo")}
      </button>
      <button type="button" class="link-button" onClick={() => void openSettings("history")}>
        {messageText("place.history")}
      </button>
    </div>
  );
}
