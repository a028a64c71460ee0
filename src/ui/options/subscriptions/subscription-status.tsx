import { messageText, problemText } from "@/browser/message-text.ts";
import type { StoredRuleset } from "@/rulesets/stored-rulesets.ts";
import type { SubscriptionState } from "@/subscriptions/subscription-states.ts";
import { timeText } from "@/ui/controls/local-text.ts";

import { countsText } from "./content-counts.ts";
import { UnusedRules } from "./unused-rules.tsx";

interface SubscriptionStatusProps {
  /** How its updates went; undefined where this device never asked it. */
  readonly state: SubscriptionState | undefined;
  readonly ruleset: StoredRuleset | undefined;
  readonly busy: boolean;
  /** Why what came could not be kept, or null. */
  readonly failure: string | null;
  readonly onAllow: () => void;
}

/** What a subscription gave to this device, when, and what went wrong since. */
export function SubscriptionStatus({ state, ruleset, busy, failure, onAllow }: SubscriptionStatusProps) {
  const problem = failure === null ? state?.problem : { code: "subscription-not-saved", args: [failure] };
  const difference = state?.difference;
  return (
    <>
      {ruleset !== undefined && <p>{countsText(ruleset)}</p>}
      {ruleset !== undefined && <UnusedRules ruleset={ruleset} />}
      <p class="hint">
        {state === undefined || state.fine === 0
          ? messageText("subscriptions.never")
          : messageText("subscriptions.fine", [timeText(state.fine)])}
        {state !== undefined && difference !== null && difference !== undefined && (
          <>
            {" "}
            {messageText("subscriptions.difference", [
              timeText(state.changed),
              String(difference.added),
              String(difference.removed),
            ])}
          </>
        )}
        {state !== undefined && state.leftOut > 0 && (
          <> {messageText("subscriptions.leftOut", state.leftOut, [String(state.leftOut)])}</>
        )}
      </p>
      <div role="status">
        {busy && <p class="hint">{messageText("subscriptions.fetching")}</p>}
        {!busy && problem !== null && problem !== undefined && (
          <>
            <p class="field-problem">{problemText(problem)}</p>
            {state !== undefined && state.fine > 0 && <p class="hint">{messageText("subscriptions.lastGoodStays")}</p>}
          </>
        )}
      </div>
      {problem?.code === "subscription-not-allowed" && (
        <button type="button" class="button" onClick={onAllow}>
          {messageText("subscriptions.allow")}
        </button>
      )}
    </>
  );
}
