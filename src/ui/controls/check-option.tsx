interface CheckOptionProps {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A check box with its label and, where one is given, a sentence that says what it does. */
export const CheckOption = ({ label, hint, checked, onChange }: CheckOptionProps) => (
  <label class="check-option" title={hint}>
    <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
    <span>{label}</span>
  </label>
);
