import { messageText } from "@/browser/message-text.ts";
import { resultButtonPlaces } from "@/model/settings.ts";
import { useSettings } from "@/ui/editing/settings-context.ts";

import { Section } from "./section.tsx";

/** Where each result has a small button of its own. */
export function ResultButtonsSection() {
  const { settings, change } = useSettings();
  return (
    <Section id="buttons" title={messageText("place.buttons")} hint={messageText("options.buttonsHint")}>
      <div class="card choices" role="radiogroup" aria-labelledby="buttons-title">
        {resultButtonPlaces.map((resultButtons) => (
          <label key={resultButtons} class="choice">
            <input
              type="radio"
              name="buttons"
              checked={settings.value.resultButtons === resultButtons}
              onChange={() => void change((current) => ({ ...current, resultButtons }))}
            />
            <span>
              <strong>{messageText(`resultButtons.${resultButtons}`)}</strong>
            </span>
          </label>
        ))}
      </div>
    </Section>
  );
}
