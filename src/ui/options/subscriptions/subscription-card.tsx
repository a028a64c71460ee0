import { useSignal } from "@preact/signals";

import { messageText } from "@/browser/message-text.ts";
import type { Problem } from "@/model/problem.ts";
import type { Subscription } from "@/model/settings.ts";
import { IconButton } from "@/ui/controls/icon-button.tsx";
import { Switch } from "@/ui/controls/switch.tsx";
import { announceDone } from "@/ui/controls/undo.tsx";
import { patchItem, putItem, removeItem } from "@/ui/editing/settings-changes.ts";
import { useSettings } from "@/ui/editing/settings-context.ts";
import { Overreach } from "@/ui/options/overreach.tsx";

import { releaseHost, requestHost } from "./host-permission.ts";
import { SubscriptionInterval } from "./subscription-interval.tsx";
import { SubscriptionStatus } from "./subscription-status.tsx";
import type { SubscriptionsState } from "./subscriptions-state.ts";

interface SubscriptionCardProps {
  readonly subscription: Subscription;
  readonly state: SubscriptionsState;
  /** That it hid everything on several pages in a row, where it did. */
  readonly overreach: Problem | undefined;
}

/** One subscription: what it gave, how its updates go, and what can be done about it. */
export function SubscriptionCard({ subscription, state, overreach }: SubscriptionCardProps) {
  const { settings, change } = useSettings();
  const busy = useSignal(false);
  const failure = useSignal<string | null>(null);
  const { id, address, enabled } = subscription;
  const name = subscription.name || address;

  const update = async (): Promise<void> => {
    busy.value = true;
    failure.value = null;
    try {
      await state.updates.update(subscription);
    } catch (error) {
      failure.value = String(error);
    }
    busy.value = false;
  };

  const remove = async (): Promise<void> => {
    const index = settings.value.subscriptions.findIndex((other) => other.id === id);
    if (!(await change(removeItem("subscriptions", id)))) return;
    void releaseHost(
      address,
      settings.value.subscriptions.filter((other) => other.id !== id),
    );
    announceDone(messageText("common.deleted", [name]), () => {
      // The permission went with it; the click on “undo” is one that the browser takes.
      void requestHost(address).catch(() => false);
      void change(putItem("subscriptions", subscription, index));
    });
  };

  return (
    <article class={enabled ? "card" : "card card-off"} aria-label={name}>
      <header class="card-head">
        <h3 class="recipe-name" dir="auto">
          {name}
        </h3>
        <IconButton
          icon="reload"
          label={messageText("subscriptions.update", [name])}
          disabled={busy.value}
          onClick={() => void update()}
        />
        <div class="card-tools">
          <IconButton icon="remove" label={messageText("common.delete", [name])} onClick={() => void remove()} />
        </div>
        <Switch
          label={messageText("common.switchOf", [name])}
          checked={enabled}
          onChange={(on) => void change(patchItem("subscriptions", id, { enabled: on }))}
        />
      </header>
      <p class="hint subscription-address" dir="ltr">
        {address}
      </p>
      <SubscriptionStatus
        state={state.states.value[id]}
        ruleset={state.rulesets.value.find((ruleset) => ruleset.id === id)}
        busy={busy.value}
        failure={failure.value}
        onAllow={() => void requestHost(address).then((granted) => (granted ? update() : undefined))}
      />
      <Overreach problem={overreach} />
      <SubscriptionInterval subscription={subscription} name={name} />
    </article>
  );
}
