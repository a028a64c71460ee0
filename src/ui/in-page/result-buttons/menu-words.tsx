import { useSignal } from "@preact/signals";

import { messageText } from "@/browser/message-text.ts";
import { printCondition } from "@/filters/print-condition.ts";

import type { MenuState, OpenMenu } from "./menu-state.ts";
import { wordsCondition } from "./title-words.ts";

interface MenuWordsProps {
  readonly state: MenuState;
  readonly menu: OpenMenu;
  readonly back: () => void;
}

/** The words of the title to choose from; results whose titles have all that are chosen are hidden. */
export function MenuWords({ state, menu: { target, words }, back }: MenuWordsProps) {
  const chosen = useSignal<readonly number[]>([]);
  const toggle = (place: number): void => {
    const others = chosen.value.filter((one) => one !== place);
    chosen.value = others.length < chosen.value.length ? others : [...others, place].toSorted((a, b) => a - b);
  };
  return (
    <>
      <header class="head">
        <strong>{messageText("resultMenu.chooseWords")}</strong>
        <p class="hint">{messageText("resultMenu.chooseWordsHint")}</p>
      </header>
      <div class="words" dir="auto">
        {words.map(({ text, start }, place) => (
          <button
            key={start}
            type="button"
            class="word"
            aria-pressed={chosen.value.includes(place)}
            onClick={() => toggle(place)}
          >
            {text}
          </button>
        ))}
      </div>
      <code class="condition" dir="auto">
        {chosen.value.length > 0 && printCondition(wordsCondition(target.result.title, words, chosen.value))}
      </code>
      <div class="buttons">
        <button type="button" class="button" onClick={back}>
          {messageText("resultMenu.back")}
        </button>
        <button
          type="button"
          class="button button-strong"
          disabled={chosen.value.length === 0}
          onClick={() => void state.hideWords(chosen.value)}
        >
          {messageText("resultMenu.hideWords")}
        </button>
      </div>
    </>
  );
}
