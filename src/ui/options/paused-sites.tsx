import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";

import { messageText } from "@/browser/message-text.ts";
import { withSite } from "@/settings/paused-sites.ts";
import { IconButton } from "@/ui/controls/icon-button.tsx";
import { announceDone } from "@/ui/controls/undo.tsx";
import { useSettings } from "@/ui/editing/settings-context.ts";

import { readHost } from "./read-host.ts";

/** The sites on which Winnow is switched off. */
export function PausedSites() {
  const { settings, change } = useSettings();
  const typed = useSignal("");
  const wrong = useSignal(false);
  const message = useId();
  const add = (): void => {
    const host = readHost(typed.value);
    wrong.value = host === null;
    if (host === null) return;
    typed.value = "";
    void change((current) => withSite(current, host, false));
  };
  const remove = async (host: string): Promise<void> => {
    if (!(await change((current) => withSite(current, host, true)))) return;
    announceDone(
      messageText("options.resumed", [host]),
      () => void change((current) => withSite(current, host, false)),
    );
  };
  return (
    <div class="card">
      <h3>{messageText("options.pausedSites")}</h3>
      <p class="hint">{messageText("options.pausedSitesHint")}</p>
      <ul class="site-list">
        {settings.value.pausedSites.map((host) => (
          <li key={host}>
            <span dir="ltr">{host}</span>
            <IconButton icon="close" label={messageText("options.resume", [host])} onClick={() => void remove(host)} />
          </li>
        ))}
      </ul>
      <form
        class="inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <input
          type="text"
          class="text-field"
          dir="ltr"
          placeholder="example.com"
          aria-label={messageText("options.pauseSite")}
          aria-invalid={wrong.value}
          aria-describedby={message}
          spellcheck={false}
          autocapitalize="off"
          value={typed.value}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
            wrong.value = false;
          }}
        />
        <button type="submit" class="button">
          {messageText("common.add")}
        </button>
      </form>
      <p id={message} class="field-problem" aria-live="polite">
        {wrong.value && messageText("options.notAHost")}
      </p>
    </div>
  );
}
