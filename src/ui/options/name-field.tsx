import { useEffect, useRef } from "preact/hooks";

import type { TextPlace } from "@/ui/editing/text-edit.ts";
import { useDraft } from "@/ui/editing/use-draft.ts";

interface NameFieldProps {
  readonly place: TextPlace;
  readonly label: string;
  readonly placeholder: string;
  /** Takes the focus when it appears: for what was just created. */
  readonly fresh: boolean;
}

export function NameField({ place, label, placeholder, fresh }: NameFieldProps) {
  const { text, onInput, onFocus, onBlur } = useDraft(place);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (fresh) field.current?.focus();
  }, [fresh]);
  return (
    <input
      ref={field}
      type="text"
      class="name-field"
      dir="auto"
      aria-label={label}
      placeholder={placeholder}
      value={text.value}
      onInput={onInput}
      onFocus={onFocus}
      onBlur={onBlur}
    />
  );
}
