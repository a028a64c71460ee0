import { useSignal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

import { useSettings } from "./settings-context.ts";
import { isStored, textAt } from "./text-edit.ts";
import type { TextEdit, TextPlace } from "./text-edit.ts";

/** Milliseconds without a key after which what was typed is written: long enough for a pause between two words. */
const typingPause = 300;

type TimerId = ReturnType<typeof setTimeout>;

/** A text field's content and the listeners that keep it and the settings together. */
export interface Draft {
  readonly text: ReadonlySignal<string>;
  readonly onInput: (event: { readonly currentTarget: { readonly value: string } }) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/**
 * Edits one text of the settings. Typing is written after a pause, when the field is left, when the page closes or is
 * hidden, and when the component goes. A change from elsewhere shows as soon as the field is not in use.
 */
export function useDraft(place: TextPlace): Draft {
  const state = useSettings();
  const stored = textAt(state.settings.value, place) ?? "";
  const text = useSignal(stored);
  const own = useRef({ before: stored, dirty: false, focused: false, timer: undefined as TimerId | undefined });

  const edit = () => ({ place, before: own.current.before, text: text.peek() });

  const write = async (written: TextEdit): Promise<void> => {
    const done = await state.write(written);
    // What storage refused stays in the field, to be written with the next key or when the field is left.
    if (!done && !own.current.dirty) Object.assign(own.current, { dirty: true, before: written.before });
  };

  const flush = (): void => {
    clearTimeout(own.current.timer);
    if (!own.current.dirty) return;
    const written = edit();
    own.current.dirty = false;
    own.current.before = written.text;
    void write(written);
  };

  const take = (now: string): void => {
    own.current.before = now;
    if (!isStored(place, text.peek(), now)) text.value = now;
  };

  const latestTake = useRef(take);
  latestTake.current = take;
  const taken = useRef(stored);
  useEffect(() => {
    // An effect of the first drawing may come after a key, and knows nothing of it.
    if (stored === taken.current) return;
    taken.current = stored;
    const { dirty, focused } = own.current;
    if (!dirty && !focused) latestTake.current(stored);
  }, [stored]);

  const latestFlush = useRef(flush);
  latestFlush.current = flush;
  useEffect(() => {
    const onHide = (): void => latestFlush.current();
    addEventListener("pagehide", onHide);
    document.addEventListener("visibilitychange", onHide);
    return () => {
      removeEventListener("pagehide", onHide);
      document.removeEventListener("visibilitychange", onHide);
      onHide();
    };
  }, []);

  return {
    text,
    onInput: ({ currentTarget }) => {
      text.value = currentTarget.value;
      own.current.dirty = true;
      state.note(edit());
      clearTimeout(own.current.timer);
      own.current.timer = setTimeout(() => latestFlush.current(), typingPause);
    },
    onFocus: () => {
      own.current.focused = true;
    },
    onBlur: () => {
      own.current.focused = false;
      flush();
      if (own.current.dirty) return;
      const now = textAt(state.settings.peek(), place);
      if (now !== null) take(now);
    },
  };
}
