import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";

import { messageText, problemText } from "@/browser/message-text.ts";
import { subscriptionId } from "@/lists/subscription-id.ts";
import type { Problem } from "@/model/problem.ts";
import type { Subscription } from "@/model/settings.ts";
import { defaultInterval } from "@/settings/settings-schema.ts";
import type { Preview } from "@/subscriptions/subscription-updates.ts";
import { Icon } from "@/ui/controls/icon.tsx";
import { announceDone } from "@/ui/controls/undo.tsx";
import { putItem, removeItem } from "@/ui/editing/settings-changes.ts";
import { useSettings } from "@/ui/editing/settings-context.ts";

import { releaseHost, requestHost } from "./host-permission.ts";
import { readAddress } from "./read-address.ts";
import { SubscriptionPreview } from "./subscription-preview.tsx";
import type { SubscriptionsState } from "./subscriptions-state.ts";

/** Something that was fetched and waits for the user to take it. */
interface Waiting {
  readonly subscription: Subscription;
  readonly preview: Preview & { readonly ok: true };
}

/** Takes an address, asks for its host, shows what it holds and subscribes to it. */
export function SubscriptionForm({ state }: { readonly state: SubscriptionsState }) {
  const { settings, change } = useSettings();
  const typed = useSignal("");
  const busy = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const waiting = useSignal<Waiting | null>(null);
  const message = useId();

  const fail = async (what: Problem, address: string): Promise<void> => {
    problem.value = what;
    await releaseHost(address, settings.value.subscriptions);
  };

  const look = async (address: string, allowed: Promise<boolean>): Promise<void> => {
    if (!(await allowed)) {
      problem.value = { code: "subscription-not-allowed", args: [new URL(address).host] };
      return;
    }
    const ids = new Set(settings.peek().subscriptions.map((one) => one.id));
    const id = subscriptionId(address, ids, () => crypto.randomUUID());
    const preview = await state.updates.preview(id, address);
    if (!preview.ok) {
      await fail(preview.problem, address);
      return;
    }
    const name = preview.content.name ?? new URL(address).pathname.split("/").findLast((part) => part !== "") ?? "";
    waiting.value = { subscription: { id, enabled: true, name, address, interval: defaultInterval }, preview };
  };

  const submit = (): void => {
    // The button stays one that can have the focus while it waits.
    if (busy.value) return;
    const read = readAddress(typed.value);
    waiting.value = null;
    problem.value = null;
    if (!read.ok) {
      problem.value = read.problem;
    } else if (settings.value.subscriptions.some(({ address }) => address === read.address)) {
      problem.value = { code: "subscription-known", args: [] };
    } else {
      busy.value = true;
      // The browser asks only straight from the click, so nothing may come before.
      void look(read.address, requestHost(read.address)).finally(() => (busy.value = false));
    }
  };

  const take = async ({ subscription, preview }: Waiting): Promise<void> => {
    waiting.value = null;
    try {
      await state.updates.adopt(subscription, preview);
    } catch (error) {
      await fail({ code: "subscription-not-saved", args: [String(error)] }, subscription.address);
      return;
    }
    if (!(await change(putItem("subscriptions", subscription)))) return;
    typed.value = "";
    announceDone(messageText("subscriptions.taken", [subscription.name]), () => {
      void change(removeItem("subscriptions", subscription.id));
      void releaseHost(
        subscription.address,
        settings.value.subscriptions.filter(({ id }) => id !== subscription.id),
      );
    });
  };

  return (
    <div class="card">
      <form
        class="subscription-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <label>
          <span class="hint">{messageText("subscriptions.address")}</span>
          <input
            class="text-field"
            type="text"
            inputMode="url"
            dir="ltr"
            spellcheck={false}
            placeholder="https://"
            aria-invalid={problem.value !== null}
            aria-describedby={message}
            value={typed.value}
            onInput={({ currentTarget }) => {
              typed.value = currentTarget.value;
              problem.value = null;
            }}
          />
        </label>
        <button type="submit" class="button" aria-disabled={busy.value} disabled={typed.value.trim() === ""}>
          <Icon name="search" />
          {messageText("subscriptions.look")}
        </button>
      </form>
      <div role="status">
        {busy.value && <p class="hint">{messageText("subscriptions.fetching")}</p>}
        {problem.value !== null && (
          <p id={message} class="field-problem">
            {problemText(problem.value)}
          </p>
        )}
      </div>
      {waiting.value !== null && (
        <SubscriptionPreview
          name={waiting.value.subscription.name}
          content={waiting.value.preview.content}
          onTake={() => waiting.value !== null && void take(waiting.value)}
          onLeave={() => {
            const left = waiting.value?.subscription.address;
            waiting.value = null;
            if (left !== undefined) void releaseHost(left, settings.value.subscriptions);
          }}
        />
      )}
    </div>
  );
}
