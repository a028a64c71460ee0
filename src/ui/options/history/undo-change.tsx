import { messageText } from "@/browser/message-text.ts";
import { Icon } from "@/ui/controls/icon.tsx";

interface UndoChangeProps {
  readonly undo: () => Promise<void>;
}

/** The button of an entry that takes its change back. */
export function UndoChange({ undo }: UndoChangeProps) {
  return (
    <button type="button" class="button" onClick={() => void undo()}>
      <Icon name="undo" />
      {messageText("history.undo")}
    </button>
  );
}
