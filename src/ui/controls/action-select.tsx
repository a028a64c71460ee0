import { messageText } from "@/browser/message-text.ts";
import type { Action } from "@/model/filter.ts";

/** The actions a filter can be given here, in the order of a filter's usual use. */
export const offeredActions: readonly Action[] = ["hide", "fold", "dim", "mark", "keep"];

interface ActionSelectProps {
  readonly label: string;
  readonly action: Action;
  readonly onChange: (action: Action) => void;
}

export function ActionSelect({ label, action, onChange }: ActionSelectProps) {
  // A filter may hold an action that came from elsewhere: it stays until the user takes another.
  const choices = offeredActions.includes(action) ? offeredActions : [...offeredActions, action];
  return (
    <select
      class="select"
      aria-label={label}
      value={action}
      title={messageText(`actionMeaning.${action}`)}
      onChange={(event) => onChange(event.currentTarget.value as Action)}
    >
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {messageText(`action.${choice}`)}
        </option>
      ))}
    </select>
  );
}
