import { messageText } from "@/browser/message-text.ts";
import { isBrought } from "@/rulesets/stored-rulesets.ts";
import { hidingProblems } from "@/settings/hiding-record.ts";
import { Note } from "@/ui/controls/note.tsx";
import { useSettings } from "@/ui/editing/settings-context.ts";
import { Section } from "@/ui/options/section.tsx";
import { useHidingRecord } from "@/ui/options/use-hiding-record.ts";

import { RulesetCard } from "./ruleset-card.tsx";
import { SubscriptionCard } from "./subscription-card.tsx";
import { SubscriptionForm } from "./subscription-form.tsx";
import type { SubscriptionsState } from "./subscriptions-state.ts";

/** Rules, lists and recipes of others: subscribed to, or brought in once. */
export function SubscriptionSection({ state }: { readonly state: SubscriptionsState }) {
  const { settings } = useSettings();
  const brought = state.rulesets.value.filter(isBrought);
  const subscribed = settings.value.subscriptions.filter(({ enabled }) => enabled);
  const isOn = [
    ...subscribed.map(({ id, name, address }) => ({ id, name: name || address })),
    ...brought.filter(({ enabled }) => enabled),
  ];
  const problems = hidingProblems(useHidingRecord(), [], isOn);
  const overreachOf = (ruleset: string) => problems.find(({ of }) => of === ruleset);
  return (
    <Section id="subscriptions" title={messageText("place.subscriptions")} hint={messageText("subscriptions.hint")}>
      {state.newer.value && <Note tone="warning">{messageText("subscriptions.newer")}</Note>}
      {settings.value.subscriptions.map((subscription) => (
        <SubscriptionCard
          key={subscription.id}
          subscription={subscription}
          state={state}
          overreach={overreachOf(subscription.id)}
        />
      ))}
      {brought.map((ruleset) => (
        <RulesetCard key={ruleset.id} ruleset={ruleset} store={state.store} overreach={overreachOf(ruleset.id)} />
      ))}
      <SubscriptionForm state={state} />
    </Section>
  );
}
