import { messageText } from "@/browser/message-text.ts";
import type { RulesetChange } from "@/rulesets/ruleset-changes.ts";
import type { RulesetStore } from "@/rulesets/ruleset-store.ts";
import { announceWayBack } from "@/ui/controls/announce-way-back.ts";

import { countsText } from "../subscriptions/content-counts.ts";
import { EntryTime } from "./entry-time.tsx";
import { UndoChange } from "./undo-change.tsx";

interface RulesetEntryProps {
  readonly change: RulesetChange;
  readonly store: RulesetStore;
}

/** One change of a ruleset that was brought: it has no lines to compare, for there may be a hundred thousand. */
export function RulesetEntry({ change: { number, name, became, time, before }, store }: RulesetEntryProps) {
  const undo = (): Promise<void> =>
    store.undo(number).then(
      (done) => announceWayBack(done ? "done" : "gone"),
      () => announceWayBack("refused"),
    );
  return (
    <details>
      <summary>
        <span class="history-text">
          {messageText(`history.${became}`, [name || messageText("subscriptions.untitled")])}
        </span>
        <span class="hint">
          {messageText("history.ruleset")} · <EntryTime time={time} />
        </span>
      </summary>
      <div class="history-body">
        {before !== null && <p>{messageText("history.before", [countsText(before)])}</p>}
        <UndoChange undo={undo} />
      </div>
    </details>
  );
}
