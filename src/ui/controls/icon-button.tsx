import type { Ref } from "preact";

import { Icon } from "./icon.tsx";
import type { IconName } from "./icon.tsx";

interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly buttonRef?: Ref<HTMLButtonElement>;
}

/** A button that shows a drawing alone; its label is read out and shown on hovering. */
export const IconButton = ({ icon, label, onClick, disabled = false, buttonRef }: IconButtonProps) => (
  <button
    type="button"
    class="icon-button"
    aria-label={label}
    title={label}
    disabled={disabled}
    onClick={onClick}
    {...(buttonRef === undefined ? {} : { ref: buttonRef })}
  >
    <Icon name={icon} />
  </button>
);
