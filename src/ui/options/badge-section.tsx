import { messageText } from "@/browser/message-text.ts";
import { badgeFigures } from "@/model/settings.ts";
import { useSettings } from "@/ui/editing/settings-context.ts";

import { Section } from "./section.tsx";

/** What the toolbar button counts. */
export function BadgeSection() {
  const { settings, change } = useSettings();
  return (
    <Section id="badge" title={messageText("place.badge")} hint={messageText("options.badgeHint")}>
      <div class="card choices" role="radiogroup" aria-labelledby="badge-title">
        {badgeFigures.map((badge) => (
          <label key={badge} class="choice">
            <input
              type="radio"
              name="badge"
              checked={settings.value.badge === badge}
              onChange={() => void change((current) => ({ ...current, badge }))}
            />
            <span>
              <strong>{messageText(`badge.${badge}`)}</strong>
            </span>
          </label>
        ))}
      </div>
    </Section>
  );
}
