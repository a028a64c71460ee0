interface ChoiceOptionProps<Value extends string> {
  readonly label: string;
  readonly hint: string;
  /** Each value with what it is called. */
  readonly choices: readonly (readonly [value: Value, name: string])[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** A labelled choice of one among several. */
export const ChoiceOption = <Value extends string>({
  label,
  hint,
  choices,
  value,
  onChange,
}: ChoiceOptionProps<Value>) => (
  <label class="choice-option" title={hint}>
    <span>{label}</span>
    <select class="select" value={value} onChange={(event) => onChange(event.currentTarget.value as Value)}>
      {choices.map(([choice, name]) => (
        <option key={choice} value={choice}>
          {name}
        </option>
      ))}
    </select>
  </label>
);
