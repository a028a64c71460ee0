import { signal, useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";

import { messageText } from "@/browser/message-text.ts";
import { palette } from "@/model/palette.ts";
import type { PageTone } from "@/model/palette.ts";
import { Icon } from "@/ui/controls/icon.tsx";
import type { IconName } from "@/ui/controls/icon.tsx";

import type { MenuState, OpenMenu } from "./menu-state.ts";
import type { MenuAction } from "./subject-rules.ts";

interface MenuChoicesProps {
  readonly state: MenuState;
  readonly menu: OpenMenu;
  readonly tone: PageTone;
  readonly chooseWords: () => void;
}

/** Whether Shift is held down while the menu is open. */
const useShift = () => {
  const held = useMemo(() => signal(false), []);
  useEffect(() => {
    const until = new AbortController();
    for (const type of ["keydown", "keyup", "pointermove"] as const) {
      window.addEventListener(type, (event) => (held.value = event.shiftKey), {
        capture: true,
        passive: true,
        signal: until.signal,
      });
    }
    return () => until.abort();
  }, [held]);
  return held;
};

/** What can be made of the result's site, or of the result itself. */
export function MenuChoices({ state, menu, tone, chooseWords }: MenuChoicesProps) {
  const { offered, usual, leftOut } = menu.subjects;
  const shift = useShift();
  const chosen = useSignal(usual);
  // Shift stands for the exact host, whatever is chosen.
  const scope = shift.value && offered.some((one) => one.scope === "host") ? "host" : chosen.value;
  const subject = offered.find((one) => one.scope === scope) ?? null;
  const kind = subject?.scope === "result" ? "result" : "site";

  const item = (action: Exclude<MenuAction, "mark">, icon: IconName) => {
    if (subject === null) return null;
    const rule = { action, color: null, condition: subject.condition };
    return (
      <button
        type="button"
        class="item"
        aria-pressed={state.says(rule)}
        onClick={() => void state.choose(rule, subject.label)}
      >
        <Icon name={icon} />
        {messageText(`resultMenu.${kind}.${action}`)}
      </button>
    );
  };

  return (
    <>
      <header class="head">
        <strong class={kind === "site" ? "host" : "title"} dir={kind === "site" && subject ? "ltr" : "auto"}>
          {subject?.label ?? menu.target.result.title}
        </strong>
        {offered.length > 1 && (
          <fieldset class="scopes" aria-label={messageText("resultMenu.scope.label")}>
            {offered.map(({ scope: one, label }) => (
              <label key={one} class="check-option">
                <input type="radio" name="scope" checked={one === scope} onChange={() => (chosen.value = one)} />
                <span>{messageText(`resultMenu.scope.${one}`, [label])}</span>
              </label>
            ))}
          </fieldset>
        )}
        {leftOut !== null && <p class="hint">{messageText("resultMenu.ownSite", [leftOut])}</p>}
        {subject === null && <p class="hint">{messageText("resultMenu.noAddress")}</p>}
      </header>
      <div class="items">
        {item("hide", "hide")}
        {menu.words.length > 0 && (
          <button type="button" class="item" onClick={chooseWords}>
            <Icon name="search" />
            {messageText("resultMenu.words")}
          </button>
        )}
        {item("dim", "dim")}
        {item("raise", "raise")}
        {item("keep", "keep")}
      </div>
      {subject !== null && (
        <div class="colors" role="group" aria-label={messageText(`resultMenu.${kind}.mark`)}>
          <Icon name="mark" />
          {palette.map(({ name, ...shades }, index) => {
            const rule = { action: "mark", color: index + 1, condition: subject.condition } as const;
            const color = messageText(`color.${name as "yellow"}`);
            return (
              <button
                key={name}
                type="button"
                class="color"
                style={{ background: shades[tone].back, borderColor: shades[tone].line }}
                aria-label={messageText("resultMenu.markIn", [color])}
                title={messageText("resultMenu.markIn", [color])}
                aria-pressed={state.says(rule)}
                onClick={() => void state.choose(rule, subject.label)}
              />
            );
          })}
        </div>
      )}
    </>
  );
}
