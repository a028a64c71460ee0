import { messageText, problemText } from "@/browser/message-text.ts";
import { timeText } from "@/ui/controls/local-text.ts";
import { Note } from "@/ui/controls/note.tsx";

import type { DeviceState } from "./device-state.ts";
import { Section } from "./section.tsx";
import { SyncFillMeter } from "./sync-fill-meter.tsx";

/** Whether the settings reach the user's other devices. */
export function SyncSection({ device }: { readonly device: DeviceState }) {
  const { modified, problem } = device.sync.value;
  return (
    <Section id="sync" title={messageText("place.sync")} hint={messageText("options.syncHint")}>
      {problem === null ? (
        <Note tone="plain" icon={modified === 0 ? "reload" : "check"}>
          {modified === 0 ? messageText("options.notSynced") : messageText("options.synced", [timeText(modified)])}
        </Note>
      ) : (
        <Note tone="warning">{problemText(problem)}</Note>
      )}
      <div class="card">
        <SyncFillMeter />
      </div>
    </Section>
  );
}
