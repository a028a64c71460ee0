import { messageText } from "@/browser/message-text.ts";
import type { ResultOnPage, ResultsOnPage } from "@/messaging/result-buttons.ts";

import { buttonPlace } from "./button-place.ts";

import styleText from "./button-layer.css?inline";

/** The buttons at results: as many as are shown now, in one element of ours that the page flows by. */
export interface ButtonLayer {
  readonly host: HTMLElement;
  /** Shows a button at each of these results and at no other. */
  readonly show: (results: readonly ResultOnPage[]) => void;
  /** Puts the buttons to where their results are now. */
  readonly follow: () => void;
  /** The button at a result that has one. */
  readonly at: (root: Element) => HTMLButtonElement | null;
  /** The result whose button has the focus. */
  readonly focused: () => Element | null;
}

const drawing = "M2.5 10h15c0 4.2-3.3 7-7.5 7s-7.5-2.8-7.5-7zM6 6.5h.01M10 3.5h.01M14 6.5h.01";

const drawIcon = (document: Document): Element => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  const path = svg.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "path"));
  path.setAttribute("d", drawing);
  return svg;
};

/** @param onOpen called when a button is pressed */
export const createButtonLayer = (
  document: Document,
  { at, write, signal }: ResultsOnPage,
  onOpen: (result: ResultOnPage) => void,
): ButtonLayer => {
  const host = document.createElement("winnow-buttons");
  const shadow = host.attachShadow({ mode: "closed" });
  const style = new CSSStyleSheet();
  style.replaceSync(styleText);
  shadow.adoptedStyleSheets = [style];
  // What is pressed here is none of the page's business.
  for (const type of ["click", "pointerdown", "pointerup", "mousedown", "mouseup", "keyup"]) {
    host.addEventListener(type, (event) => event.stopPropagation());
  }
  write(() => document.documentElement.append(host));
  signal.addEventListener("abort", () => write(() => host.remove()), { once: true });

  const buttons = new Map<Element, HTMLButtonElement>();
  const addButton = (root: Element): HTMLButtonElement => {
    const button = document.createElement("button");
    button.type = "button";
    // All buttons stand at the end of the page, where Tab would come to them long after their results.
    button.tabIndex = -1;
    button.append(drawIcon(document));
    button.setAttribute("aria-haspopup", "dialog");
    button.addEventListener("click", () => {
      const result = at(root);
      if (result !== null) onOpen(result);
    });
    buttons.set(root, button);
    shadow.append(button);
    return button;
  };

  const isFree = (element: Element): boolean => at(element) === null;
  const follow = (): void => {
    const origin = host.getBoundingClientRect();
    const places = [...buttons.keys()].map((root) => buttonPlace(root, host, isFree));
    for (const [index, button] of [...buttons.values()].entries()) {
      const place = places[index];
      button.hidden = !place;
      if (!place) continue;
      button.style.translate = `${String(place.x - origin.left)}px ${String(place.y - origin.top)}px`;
    }
  };

  return {
    host,
    show: (results) => {
      if (!host.isConnected && !signal.aborted) write(() => document.documentElement.append(host));
      const wanted = new Set(results.map(({ root }) => root));
      for (const [root, button] of buttons) {
        if (wanted.has(root)) continue;
        button.remove();
        buttons.delete(root);
      }
      for (const { root, result } of results) {
        const button = buttons.get(root) ?? addButton(root);
        const name = messageText("resultMenu.button", [result.title]);
        button.setAttribute("aria-label", name);
        button.title = messageText("resultMenu.name");
      }
      follow();
    },
    follow,
    at: (root) => buttons.get(root) ?? null,
    focused: () => [...buttons].find(([, button]) => button === shadow.activeElement)?.[0] ?? null,
  };
};
