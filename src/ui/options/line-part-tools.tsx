import { useSignal } from "@preact/signals";

import { messageText } from "@/browser/message-text.ts";
import { IconButton } from "@/ui/controls/icon-button.tsx";
import { numberText } from "@/ui/controls/local-text.ts";

import { linesInPart } from "./use-line-part.ts";

interface LinePartToolsProps {
  readonly lines: readonly string[];
  /** The index of the first line that is shown, and how many are. */
  readonly from: number;
  readonly count: number;
  readonly onShow: (line: number) => void;
  readonly onFound: (line: number) => void;
}

/** The way from part to part of a long list, and to a line by its words. */
export function LinePartTools({ lines, from, count, onShow, onFound }: LinePartToolsProps) {
  const sought = useSignal("");
  const found = useSignal<number | null>(null);
  const missed = useSignal(false);

  const find = (): void => {
    const words = sought.value.trim().toLowerCase();
    if (words === "") return;
    const start = found.value === null ? from : found.value + 1;
    const matches = (line: string): boolean => line.toLowerCase().includes(words);
    const next = lines.findIndex((line, index) => index >= start && matches(line));
    const line = next === -1 ? lines.findIndex(matches) : next;
    missed.value = line === -1;
    found.value = line === -1 ? null : line;
    if (line !== -1) onFound(line);
  };

  return (
    <div class="line-part">
      <IconButton
        icon="up"
        label={messageText("options.previousLines")}
        disabled={from === 0}
        onClick={() => onShow(from - linesInPart)}
      />
      <IconButton
        icon="down"
        label={messageText("options.nextLines")}
        disabled={from + count >= lines.length}
        onClick={() => onShow(from + count)}
      />
      <span class="hint">
        {messageText("options.linesShown", [numberText(from + 1), numberText(from + count), numberText(lines.length)])}
      </span>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          find();
        }}
      >
        <input
          type="search"
          class="text-field"
          aria-label={messageText("options.findLine")}
          placeholder={messageText("options.findLine")}
          aria-invalid={missed.value}
          value={sought.value}
          onInput={({ currentTarget }) => {
            sought.value = currentTarget.value;
            found.value = null;
            missed.value = false;
          }}
        />
      </form>
    </div>
  );
}
