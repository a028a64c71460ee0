import { useSignal } from "@preact/signals";

import { messageText } from "@/browser/message-text.ts";
import type { HistoryState } from "@/ui/editing/history-state.ts";

import { Section } from "../section.tsx";
import type { SubscriptionsState } from "../subscriptions/subscriptions-state.ts";
import { HistoryEntry } from "./history-entry.tsx";
import { RulesetEntry } from "./ruleset-entry.tsx";

/** So many changes are listed at first, and with each press of the button. */
const listedAtOnce = 10;

interface HistorySectionProps {
  readonly history: HistoryState;
  readonly rulesets: Pick<SubscriptionsState, "changes" | "store">;
}

/** What was changed when, and the way back: of the settings, and of the rulesets that were brought. */
export function HistorySection({ history, rulesets }: HistorySectionProps) {
  const listed = useSignal(listedAtOnce);
  const changes = [
    ...history.changes.value.map((change) => ({
      key: `settings ${change.number}`,
      time: change.time,
      entry: <HistoryEntry change={change} history={history} />,
    })),
    ...rulesets.changes.value.map((change) => ({
      key: `ruleset ${change.number}`,
      time: change.time,
      entry: <RulesetEntry change={change} store={rulesets.store} />,
    })),
  ].toSorted((one, other) => other.time - one.time);
  return (
    <Section id="history" title={messageText("place.history")} hint={messageText("history.hint")}>
      {changes.length === 0 ? (
        <p class="hint">{messageText("history.empty")}</p>
      ) : (
        <ol class="card history">
          {changes.slice(0, listed.value).map(({ key, entry }) => (
            <li key={key} class="history-entry">
              {entry}
            </li>
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
