import { effect } from "@preact/signals";

import type { ResultsOnPage } from "@/messaging/result-buttons.ts";

import type { MenuState } from "./menu-state.ts";

import styleText from "./result-menu.css?inline";

/** Puts the element that the menu and the undo line are shown in on the page while there is something to show. */
export const createMenuHost = (
  document: Document,
  { language, direction }: { readonly language: string; readonly direction: string },
  state: MenuState,
  { write, signal }: ResultsOnPage,
): { readonly place: HTMLElement } => {
  const host = document.createElement("winnow-menu");
  const shadow = host.attachShadow({ mode: "closed" });
  const style = new CSSStyleSheet();
  style.replaceSync(styleText);
  shadow.adoptedStyleSheets = [style];
  const place = document.createElement("div");
  place.lang = language;
  place.dir = direction;
  shadow.append(place);
  for (const type of ["click", "pointerdown", "pointerup", "mousedown", "mouseup", "keydown", "keyup", "input"]) {
    host.addEventListener(type, (event) => event.stopPropagation());
  }
  host.popover = "manual";
  const stop = effect(() => {
    const isWanted = state.open.value !== null || state.done.value !== null;
    if (isWanted === host.isConnected) return;
    write(() => {
      if (!isWanted) {
        host.remove();
        return;
      }
      document.documentElement.append(host);
      // The top layer lies over whatever the page puts on top of itself.
      host.showPopover?.();
    });
  });
  document.addEventListener(
    "pointerdown",
    (event) => {
      if (!event.composedPath().includes(host)) state.close();
    },
    { capture: true, passive: true, signal },
  );
  signal.addEventListener(
    "abort",
    () => {
      stop();
      write(() => host.remove());
    },
    { once: true },
  );
  return { place };
};
