import { useSignal } from "@preact/signals";

import { messageText } from "@/browser/message-text.ts";
import { openPicker } from "@/browser/run-in-tab.ts";
import { runsOn } from "@/settings/paused-sites.ts";
import { useSettings } from "@/ui/editing/settings-context.ts";

import type { PageView } from "./page-state.ts";

interface PickResultsProps {
  readonly view: PageView;
  readonly tab: number | null;
}

/** Lets the user show what the results of the page are, in the page itself; the popup makes room for it. */
export function PickResults({ view, tab }: PickResultsProps) {
  const { settings } = useSettings();
  const refused = useSignal(false);
  // What the browser protects is told of above; where Winnow is off, nothing would come of a recipe.
  if (tab === null || !("host" in view) || !runsOn(settings.value, view.host)) return null;
  const start = async (): Promise<void> => {
    const started = await openPicker(tab);
    refused.value = !started;
    if (started) close();
  };
  return (
    <div class="pick">
      <button type="button" class="link-button" title={messageText("popup.pickHint")} onClick={() => void start()}>
        {messageText("popup.pick")}
      </button>
      <p class="field-problem" role="status">
        {refused.value && messageText("popup.pickRefused")}
      </p>
    </div>
  );
}
