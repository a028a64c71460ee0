import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

import { messageText } from "@/browser/message-text.ts";
import { Icon } from "@/ui/controls/icon.tsx";
import { Switch } from "@/ui/controls/switch.tsx";

export interface RowProps {
  readonly leading: ComponentChildren;
  readonly name: string;
  /** What it did on this page, in words; "" where the page tells nothing. */
  readonly count: string;
  /** What the count consists of, shown once it is pressed; null where there is no more to say. */
  readonly details?: ComponentChildren;
  /** What the details are, said where one points at the count. */
  readonly detailsTitle?: string;
  /** What is wrong with it, in words, or null; a warning where it works all the same. */
  readonly problem: string | null;
  readonly isWarning?: boolean;
  readonly enabled: boolean;
  readonly onSwitch: (enabled: boolean) => void;
  readonly onOpen: () => void;
}

/** One keyword list or filter. */
export function Row({
  leading,
  name,
  count,
  details = null,
  detailsTitle,
  problem,
  isWarning = false,
  enabled,
  onSwitch,
  onOpen,
}: RowProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li class={enabled ? "row" : "row row-off"}>
      {leading}
      <button type="button" class="row-name" title={messageText("popup.edit", [name])} onClick={onOpen}>
        <bdi>{name}</bdi>
      </button>
      {details === null ? (
        <span class="row-count">{count}</span>
      ) : (
        <button
          type="button"
          class="row-count"
          title={detailsTitle}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {count}
        </button>
      )}
      <Switch small label={messageText("common.switchOf", [name])} checked={enabled} onChange={onSwitch} />
      {isOpen && details}
      {problem !== null && (
        <span class={isWarning ? "row-problem row-warning" : "row-problem"}>
          <Icon name="warning" />
          {problem}
        </span>
      )}
    </li>
  );
}
