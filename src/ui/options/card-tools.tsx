import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

import { messageText } from "@/browser/message-text.ts";
import type { NamedKind } from "@/settings/item-names.ts";
import { IconButton } from "@/ui/controls/icon-button.tsx";
import { announceDone } from "@/ui/controls/undo.tsx";
import { bringBack, moveItem, removeItem } from "@/ui/editing/settings-changes.ts";
import { useSettings } from "@/ui/editing/settings-context.ts";

interface CardToolsProps {
  readonly kind: NamedKind;
  readonly id: string;
  /** What the list or filter is called in sentences. */
  readonly name: string;
  /** Its place among `count`, from 0. */
  readonly index: number;
  readonly count: number;
  /** The switch, which stays beside the buttons where the line is too short for all. */
  readonly children: ComponentChildren;
}

/** The buttons that move and delete a list or filter. */
export function CardTools({ kind, id, name, index, count, children }: CardToolsProps) {
  const { settings, change } = useSettings();
  const up = useRef<HTMLButtonElement>(null);
  const down = useRef<HTMLButtonElement>(null);
  const moved = useRef<-1 | 0 | 1>(0);

  // The browser takes the focus away from a button whose card is moved, and from one that is switched off.
  useLayoutEffect(() => {
    const [first, second] = moved.current === -1 ? [up.current, down.current] : [down.current, up.current];
    if (moved.current !== 0) (first?.disabled === true ? second : first)?.focus();
    moved.current = 0;
  }, [index]);

  const move = (by: -1 | 1): void => {
    moved.current = by;
    void change(moveItem(kind, id, by));
  };
  const remove = async (): Promise<void> => {
    const item = settings.value[kind].find((other) => other.id === id);
    if (item === undefined || !(await change(removeItem(kind, id)))) return;
    announceDone(messageText("common.deleted", [name]), () => void change(bringBack(kind, item, index)));
  };

  return (
    <div class="card-tools">
      <IconButton
        icon="up"
        label={messageText("common.moveUp", [name])}
        disabled={index === 0}
        onClick={() => move(-1)}
        buttonRef={up}
      />
      <IconButton
        icon="down"
        label={messageText("common.moveDown", [name])}
        disabled={index === count - 1}
        onClick={() => move(1)}
        buttonRef={down}
      />
      <IconButton icon="remove" label={messageText("common.delete", [name])} onClick={() => void remove()} />
      {children}
    </div>
  );
}
