import { messageText } from "@/browser/message-text.ts";
import { painterNames } from "@/model/settings.ts";
import { useSettings } from "@/ui/editing/settings-context.ts";

import { Section } from "./section.tsx";

/** How hits are drawn on the page. */
export function PainterSection() {
  const { settings, change } = useSettings();
  return (
    <Section id="painter" title={messageText("place.painter")} hint={messageText("options.painterHint")}>
      <div class="card choices" role="radiogroup" aria-labelledby="painter-title">
        {painterNames.map((painter) => (
          <label key={painter} class="choice">
            <input
              type="radio"
              name="painter"
              checked={settings.value.painter === painter}
              onChange={() => void change((current) => ({ ...current, painter }))}
            />
            <span>
              <strong>{messageText(`painter.${painter}`)}</strong>
              <span class="hint">{messageText(`painterMeaning.${painter}`)}</span>
            </span>
          </label>
        ))}
      </div>
      <div class="card choices">
        <label class="choice">
          <input
            type="checkbox"
            checked={settings.value.scrollMarkers}
            onChange={() => void change((current) => ({ ...current, scrollMarkers: !current.scrollMarkers }))}
          />
          <span>
            <strong>{messageText("scrollMarkers.name")}</strong>
            <span class="hint">{messageText("scrollMarkers.meaning")}</span>
          </span>
        </label>
      </div>
    </Section>
  );
}
