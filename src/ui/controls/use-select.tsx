import { messageText } from "@/browser/message-text.ts";
import { offeredUses } from "@/ui/editing/filter-use.ts";
import type { FilterUse } from "@/ui/editing/filter-use.ts";

interface UseSelectProps {
  readonly label: string;
  readonly use: FilterUse;
  readonly onChange: (use: FilterUse) => void;
}

/** The choice of what a filter does. */
export const UseSelect = ({ label, use, onChange }: UseSelectProps) => (
  <select
    class="select"
    aria-label={label}
    value={use}
    title={messageText(`actionMeaning.${use}`)}
    onChange={(event) => onChange(event.currentTarget.value as FilterUse)}
  >
    {offeredUses.map((choice) => (
      <option key={choice} value={choice}>
        {messageText(`action.${choice}`)}
      </option>
    ))}
  </select>
);
