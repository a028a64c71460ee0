interface SwitchProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** The smaller one, for rows. */
  readonly small?: boolean;
  readonly disabled?: boolean;
}

/** An on/off switch; its label is read out, not shown. */
export const Switch = ({ label, checked, onChange, small = false, disabled = false }: SwitchProps) => (
  <input
    type="checkbox"
    role="switch"
    class={small ? "switch switch-small" : "switch"}
    aria-label={label}
    title={label}
    checked={checked}
    disabled={disabled}
    onChange={(event) => onChange(event.currentTarget.checked)}
  />
);
