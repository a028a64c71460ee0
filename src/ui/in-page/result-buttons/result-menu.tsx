import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

import { messageText, problemText } from "@/browser/message-text.ts";
import type { PageTone } from "@/model/palette.ts";

import { MenuChoices } from "./menu-choices.tsx";
import { menuCorner } from "./menu-corner.ts";
import { MenuReasons } from "./menu-reasons.tsx";
import type { Done, MenuState, OpenMenu } from "./menu-state.ts";
import { MenuWords } from "./menu-words.tsx";

interface ResultMenuProps {
  readonly state: MenuState;
  readonly close: () => void;
  /** Gives the focus back to where it was before the menu: to the result's button, or to what is next. */
  readonly goBack: () => void;
  /** Where the button stands that opened the menu. */
  readonly anchor: () => DOMRect | null;
  readonly tone: () => PageTone;
}

/** What stands over the page: the menu of one result, or what was done and the way back. */
export function ResultMenu(props: ResultMenuProps) {
  const { open, done } = props.state;
  const byKey = useRef(false);
  return (
    <div onKeyDownCapture={() => (byKey.current = true)} onPointerDownCapture={() => (byKey.current = false)}>
      {open.value !== null ? (
        <Menu key={open.value.target.result.id} {...props} menu={open.value} />
      ) : (
        done.value !== null && <DoneLine {...props} done={done.value} takesFocus={byKey.current} />
      )}
    </div>
  );
}

function Menu({ state, close, anchor, tone, menu }: ResultMenuProps & { readonly menu: OpenMenu }) {
  const card = useRef<HTMLDivElement>(null);
  const words = useSignal(false);
  const place = (): void => {
    const { current } = card;
    const from = anchor();
    if (current === null || from === null) return;
    const { left, top } = menuCorner(from, current.getBoundingClientRect(), {
      width: document.documentElement.clientWidth,
      height: window.innerHeight,
    });
    Object.assign(current.style, { left: `${String(left)}px`, top: `${String(top)}px` });
  };
  useLayoutEffect(place);
  useEffect(() => {
    const until = new AbortController();
    // Where the page scrolls, the menu stays with its result; it goes when that leaves the view.
    const follow = (): void => {
      const from = anchor();
      if (from !== null && (from.bottom < 0 || from.top > window.innerHeight)) close();
      else place();
    };
    for (const type of ["scroll", "resize"]) {
      window.addEventListener(type, follow, { capture: true, passive: true, signal: until.signal });
    }
    return () => until.abort();
  });
  // Where there is nothing to press, the menu itself has the focus, so that keys can close it.
  useEffect(() => (firstButton(card.current) ?? card.current)?.focus({ preventScroll: true }), [words.value]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") {
      if (words.value) words.value = false;
      else close();
    } else if (!moveFocus(card.current, event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={card}
      class="card"
      role="dialog"
      tabIndex={-1}
      aria-label={messageText("resultMenu.name")}
      onKeyDown={onKeyDown}
    >
      {words.value ? (
        <MenuWords state={state} menu={menu} back={() => (words.value = false)} />
      ) : (
        <>
          <MenuChoices state={state} menu={menu} tone={tone()} chooseWords={() => (words.value = true)} />
          <MenuReasons state={state} menu={menu} />
        </>
      )}
      <p class="wrong" role="status">
        {state.problem.value && problemText(state.problem.value)}
      </p>
    </div>
  );
}

interface DoneLineProps extends Pick<ResultMenuProps, "state" | "goBack"> {
  readonly done: Done;
  readonly takesFocus: boolean;
}

function DoneLine({ state, done, goBack, takesFocus }: DoneLineProps) {
  const button = useRef<HTMLButtonElement>(null);
  // For the keyboard, what had the focus may just have been hidden; from here the way back is one key.
  useEffect(() => {
    if (takesFocus) button.current?.focus({ preventScroll: true });
  }, [done, takesFocus]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" && event.key !== "Tab") return;
    event.preventDefault();
    goBack();
    if (event.key === "Escape") state.dismiss();
  };
  const onUndo = ({ detail }: MouseEvent): void => {
    // Of a key press, no pointer clicked.
    if (detail === 0) goBack();
    void done.undo();
  };
  const above = state.obstacle.value;
  const text =
    above === null
      ? messageText(`resultMenu.done.${done.what}`, [done.label])
      : messageText(`resultMenu.notSeen.${above.what}`, [done.label, "filterName" in above ? above.filterName : ""]);
  return (
    <div class="done" role="status" onKeyDown={onKeyDown}>
      <span class="done-text">{text}</span>
      <button ref={button} type="button" class="button" onClick={onUndo}>
        {messageText("common.undo")}
      </button>
    </div>
  );
}

const controlsIn = (card: Element | null): readonly HTMLElement[] => [
  ...(card?.querySelectorAll<HTMLElement>("button:not(:disabled), input") ?? []),
];

/** What the menu is opened for: the first button, past the box above that only says whom it is about. */
const firstButton = (card: Element | null): HTMLElement | undefined =>
  controlsIn(card).find(({ localName }) => localName === "button");

/** Moves the focus by arrows, and by Tab round the menu; false for keys that do nothing here. */
const moveFocus = (card: Element | null, { key, shiftKey }: KeyboardEvent): boolean => {
  const backward = key === "ArrowUp" || key === "ArrowLeft" || (key === "Tab" && shiftKey);
  if (!backward && key !== "ArrowDown" && key !== "ArrowRight" && key !== "Tab") return false;
  const controls = controlsIn(card);
  const root = card?.getRootNode();
  const at = controls.findIndex((control) => root instanceof ShadowRoot && control === root.activeElement);
  controls.at((at + (backward ? -1 : 1)) % controls.length)?.focus();
  return true;
};
