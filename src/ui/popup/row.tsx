import type { ComponentChildren } from "preact";

import { messageText } from "@/browser/message-text.ts";
import { Icon } from "@/ui/controls/icon.tsx";
import { Switch } from "@/ui/controls/switch.tsx";

interface RowProps {
  readonly leading: ComponentChildren;
  readonly name: string;
  /** What it did on this page, in words; "" where the page tells nothing. */
  readonly count: string;
  /** What is wrong with it, in words, or null. */
  readonly problem: string | null;
  readonly enabled: boolean;
  readonly onSwitch: (enabled: boolean) => void;
  readonly onOpen: () => void;
}

/** One keyword list or filter. */
export const Row = ({ leading, name, count, problem, enabled, onSwitch, onOpen }: RowProps) => (
  <li class={enabled ? "row" : "row row-off"}>
    {leading}
    <button type="button" class="row-name" title={messageText("popup.edit", [name])} onClick={onOpen}>
      <bdi>{name}</bdi>
    </button>
    <span class="row-count">{count}</span>
    <Switch small label={messageText("common.switchOf", [name])} checked={enabled} onChange={onSwitch} />
    {problem !== null && (
      <span class="row-problem">
        <Icon name="warning" />
        {problem}
      </span>
    )}
  </li>
);
