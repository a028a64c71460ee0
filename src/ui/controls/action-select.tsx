import { messageText } from "@/browser/message-text.ts";
import type { Action } from "@/model/filter.ts";

/** The actions of filters, in the order of their usual use. */
export const offeredActions: readonly Action[] = ["hide", "fold", "dim", "mark", "raise", "lower", "keep"];

interface ActionSelectProps {
  readonly label: string;
  readonly action: Action;
  readonly onChange: (action: Action) => void;
}

export const ActionSelect = ({ label, action, onChange }: ActionSelectProps) => (
  <select
    class="select"
    aria-label={label}
    value={action}
    title={messageText(`actionMeaning.${action}`)}
    onChange={(event) => onChange(event.currentTarget.value as Action)}
  >
    {offeredActions.map((choice) => (
      <option key={choice} value={choice}>
        {messageText(`action.${choice}`)}
      </option>
    ))}
  </select>
);
