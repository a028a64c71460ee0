import { messageText } from "@/browser/message-text.ts";
import type { StoredRuleset } from "@/rulesets/stored-rulesets.ts";

/** Says how many rules of a ruleset are kept, and not used, and why. */
export const UnusedRules = ({ ruleset: { tooMany, unreadable } }: { readonly ruleset: StoredRuleset }) => (
  <>
    {tooMany > 0 && <p class="field-warning">{messageText("subscriptions.tooMany", tooMany, [String(tooMany)])}</p>}
    {unreadable > 0 && (
      <p class="field-warning">{messageText("subscriptions.unreadable", unreadable, [String(unreadable)])}</p>
    )}
  </>
);
