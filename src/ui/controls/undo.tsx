import { signal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

import { messageText } from "@/browser/message-text.ts";

import { IconButton } from "./icon-button.tsx";

/** Milliseconds that an undo is offered, long enough to read the sentence and reach the button without haste. */
const undoTime = 10_000;

interface Offer {
  readonly text: string;
  readonly undo: (() => void) | null;
}

const offer = signal<Offer | null>(null);

/** Says what was done, and offers to undo it where it can be. A new offer takes the place of the last. */
export const announceDone = (text: string, undo: (() => void) | null = null): void => {
  offer.value = { text, undo };
};

/** Whether what was last pressed is a key. */
const usePressedKey = (): { readonly current: boolean } => {
  const byKey = useRef(false);
  useLayoutEffect(() => {
    const until = new AbortController();
    const options = { capture: true, signal: until.signal };
    addEventListener("keydown", () => (byKey.current = true), options);
    addEventListener("pointerdown", () => (byKey.current = false), options);
    return () => until.abort();
  }, []);
  return byKey;
};

/**
 * The place where {@link announceDone} speaks; one a page. It stays while the pointer or the focus is on it. Where the
 * keyboard did away with what it was in, the focus goes on from the way back; where it does away with the bar, the
 * focus goes back to where it came from, or else to the beginning of what the page is about.
 */
export function UndoBar() {
  const byKey = usePressedKey();
  const back = useRef<HTMLButtonElement>(null);
  const cameFrom = useRef<EventTarget | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | 0>(0);
  const current = offer.value;
  const hold = (): void => clearTimeout(timer.current);
  const release = (): void => {
    hold();
    timer.current = setTimeout(() => (offer.value = null), undoTime);
  };
  const end = (): void => {
    offer.value = null;
    if (!byKey.current) return;
    const goal = cameFrom.current instanceof HTMLElement ? cameFrom.current : null;
    (goal?.isConnected === true ? goal : document.querySelector("main"))?.focus();
  };
  const enter = ({ relatedTarget, currentTarget }: FocusEvent): void => {
    hold();
    if (!(currentTarget as Node).contains(relatedTarget as Node | null)) cameFrom.current = relatedTarget;
  };
  useEffect(() => {
    if (current !== null) release();
    if (byKey.current && document.activeElement === document.body) back.current?.focus();
    return hold;
  }, [current, byKey]);
  return (
    <div class="undo-place" role="status" aria-live="polite">
      {current !== null && (
        <div class="undo-bar" onMouseEnter={hold} onMouseLeave={release} onFocusIn={enter} onFocusOut={release}>
          <span class="undo-text">{current.text}</span>
          {current.undo !== null && (
            <button
              ref={back}
              type="button"
              class="undo-button"
              onClick={() => {
                end();
                current.undo?.();
              }}
            >
              {messageText("common.undo")}
            </button>
          )}
          <IconButton icon="close" label={messageText("common.close")} onClick={end} />
        </div>
      )}
    </div>
  );
}
