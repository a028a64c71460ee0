import { messageText } from "@/browser/message-text.ts";
import type { Subscription } from "@/model/settings.ts";
import { patchItem } from "@/ui/editing/settings-changes.ts";
import { useSettings } from "@/ui/editing/settings-context.ts";

/** The intervals that can be chosen, in hours. */
const intervals = [6, 24, 72, 168] as const;

const intervalText = (hours: number): string =>
  hours % 24 === 0
    ? messageText("subscriptions.everyDays", hours / 24, [String(hours / 24)])
    : messageText("subscriptions.everyHours", hours, [String(hours)]);

interface SubscriptionIntervalProps {
  readonly subscription: Subscription;
  readonly name: string;
}

/** How often an address is asked. */
export function SubscriptionInterval({ subscription, name }: SubscriptionIntervalProps) {
  const { change } = useSettings();
  const { id, interval } = subscription;
  const offered = intervals.some((hours) => hours === interval) ? intervals : [...intervals, interval];
  return (
    <label class="subscription-interval">
      <span>{messageText("subscriptions.updated")}</span>
      <select
        class="select"
        aria-label={messageText("subscriptions.interval", [name])}
        value={String(interval)}
        onChange={({ currentTarget }) =>
          void change(patchItem("subscriptions", id, { interval: Number(currentTarget.value) }))
        }
      >
        {offered.map((hours) => (
          <option key={hours} value={String(hours)}>
            {intervalText(hours)}
          </option>
        ))}
      </select>
    </label>
  );
}
