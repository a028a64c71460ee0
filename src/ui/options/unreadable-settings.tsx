import { messageText } from "@/browser/message-text.ts";
import { Icon } from "@/ui/controls/icon.tsx";
import { announceDone } from "@/ui/controls/undo.tsx";

import type { DeviceState } from "./device-state.ts";

/** What of the stored settings could not be read, to be copied and then let go, and taken back. */
export function UnreadableSettings({ device }: { readonly device: DeviceState }) {
  const text = device.unreadable.value;
  if (text === null) return null;
  const drop = async (): Promise<void> => {
    const putBack = await device.dropUnreadable();
    announceDone(messageText("options.unreadableDropped"), () => void putBack());
  };
  return (
    <div class="card">
      <h3>{messageText("options.unreadable")}</h3>
      <p class="hint">{messageText("options.unreadableHint")}</p>
      <textarea class="unreadable" readOnly rows={6} aria-label={messageText("options.unreadable")} value={text} />
      <div class="buttons">
        <button
          type="button"
          class="button"
          onClick={() =>
            void navigator.clipboard.writeText(text).then(() => announceDone(messageText("common.copied")))
          }
        >
          <Icon name="copy" />
          {messageText("common.copy")}
        </button>
        <button type="button" class="button" onClick={() => void drop()}>
          <Icon name="remove" />
          {messageText("options.dropUnreadable")}
        </button>
      </div>
    </div>
  );
}
