import { useId, useRef } from "preact/hooks";

import type { Problem } from "@/model/problem.ts";

import { describeProblem } from "./describe-problem.ts";
import { Icon } from "./icon.tsx";

interface CodeFieldProps {
  readonly label: string;
  readonly text: string;
  /** What is wrong with the text, or null; shown below the field and underlined in it. */
  readonly problem: Problem | null;
  readonly placeholder?: string;
  readonly onInput: (event: { readonly currentTarget: HTMLInputElement }) => void;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
}

/** A line for a keyword or a condition, which shows at once where it cannot be read and why. */
export function CodeField({ label, text, problem, placeholder = "", onInput, onFocus, onBlur }: CodeFieldProps) {
  const message = useId();
  const mirror = useRef<HTMLDivElement>(null);
  const from = problem?.column === undefined ? null : Math.min(problem.column - 1, text.length);
  return (
    <div class="code-field">
      <div class="code-line">
        <div class="code-mirror" ref={mirror} aria-hidden="true">
          {from !== null && text.slice(0, from)}
          {from !== null && <span class="code-wrong">{text.slice(from) || " "}</span>}
        </div>
        <input
          type="text"
          class="code-input"
          aria-label={label}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : message}
          placeholder={placeholder}
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          dir="auto"
          value={text}
          onInput={onInput}
          onFocus={onFocus}
          onBlur={onBlur}
          onScroll={({ currentTarget }) => mirror.current?.scrollTo(currentTarget.scrollLeft, 0)}
        />
      </div>
      <div id={message} class="field-problem" aria-live="polite">
        {problem !== null && (
          <>
            <Icon name="warning" />
            <span>{describeProblem(problem)}</span>
          </>
        )}
      </div>
    </div>
  );
}
