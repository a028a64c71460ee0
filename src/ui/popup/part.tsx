import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

interface PartProps {
  /** What its state is kept under. */
  readonly name: string;
  readonly title: string;
  /** A few words beside the title, seen while it is closed too. */
  readonly note?: string;
  /** Whether it is open until the user closes or opens it for the first time. */
  readonly openAtFirst?: boolean;
  /** Opens it whatever the user did, for what must not be missed. */
  readonly forceOpen?: boolean;
  readonly children: ComponentChildren;
}

/** A part of the popup that opens and closes, and stays as it was left. */
export function Part({ name, title, note = "", openAtFirst = false, forceOpen = false, children }: PartProps) {
  const key = `winnow-part-${name}`;
  // What is forced open when the popup opens may be closed then.
  const [open] = useState(() => forceOpen || (localStorage.getItem(key) ?? (openAtFirst ? "open" : "")) === "open");
  return (
    <details
      class={`part part-${name}`}
      open={open}
      onToggle={({ currentTarget }) => localStorage.setItem(key, currentTarget.open ? "open" : "closed")}
    >
      <summary>
        <h2>{title}</h2>
        <span class="part-note" role="status">
          {note}
        </span>
      </summary>
      <div class="part-body">{children}</div>
    </details>
  );
}
