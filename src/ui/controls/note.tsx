import type { ComponentChildren } from "preact";

import { Icon } from "./icon.tsx";
import type { IconName } from "./icon.tsx";

interface NoteProps {
  readonly tone: "plain" | "warning";
  readonly icon?: IconName;
  readonly children: ComponentChildren;
}

/** A boxed sentence or two, with a button where something can be done about it. */
export const Note = ({ tone, icon = "warning", children }: NoteProps) => (
  <div class={`note note-${tone}`} role="status">
    <Icon name={icon} />
    <div class="note-body">{children}</div>
  </div>
);
