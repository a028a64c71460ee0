import { effect } from "@preact/signals";
import { render } from "preact";

import { interfaceLanguage } from "@/browser/interface-language.ts";
import { messageText } from "@/browser/message-text.ts";
import { askBackground } from "@/messaging/messenger.ts";
import { offerResultButtons } from "@/messaging/result-buttons.ts";
import type { ResultsOnPage } from "@/messaging/result-buttons.ts";
import { createPageStore } from "@/ui/in-page/page-store.ts";

import { createButtonLayer } from "./button-layer.ts";
import { stopAfter } from "./focus-stops.ts";
import { followAttention } from "./follow-attention.ts";
import { createMenuHost } from "./menu-host.ts";
import { createMenuState } from "./menu-state.ts";
import { knowsDomains } from "./owned-domain.ts";
import { ResultMenu } from "./result-menu.tsx";

/** Milliseconds for which a choice can be undone where it was made. */
const undoable = 10_000;

/** Offers the content script the buttons at the results, with the menu that each opens. */
export const bringResultButtons = (document: Document): void => {
  const view = document.defaultView;
  if (view === null) return;
  offerResultButtons((results, first) => start(document, view, results, first));
};

const start = (document: Document, view: Window, results: ResultsOnPage, first: Element | null): void => {
  const { language, direction } = interfaceLanguage();
  const state = createMenuState({
    store: createPageStore(),
    bringDomains: async () => {
      if (!knowsDomains()) await askBackground("loadPart", "public-suffixes");
    },
    pageHost: document.location.hostname,
    results,
    language,
    filterName: (action, kind) => messageText(`resultMenu.filterName.${kind}.${action}`),
  });
  results.onChange(state.lookAgain);
  let opened: Element | null = null;
  const buttonOf = (root: Element | null): HTMLButtonElement | null => root && layer.at(root);
  let lastAnchor: DOMRect | null = null;
  const anchor = (): DOMRect | null => {
    const button = buttonOf(opened);
    if (button !== null && !button.hidden) lastAnchor = button.getBoundingClientRect();
    return lastAnchor;
  };
  const layer = createButtonLayer(document, results, (target) => {
    opened = target.root;
    anchor();
    void state.openAt(target);
  });
  const host = createMenuHost(document, { language, direction }, state, results);
  followAttention(document, view, results, layer, first);

  const close = (): void => {
    // First the focus, while there is a button to take it: it would go with the menu's.
    buttonOf(opened)?.focus({ preventScroll: true });
    state.close();
  };
  const goBack = (): void => {
    layer.follow();
    const button = buttonOf(opened);
    const stop = button !== null && !button.hidden ? button : stopAfter(results.all(), opened);
    stop?.focus({ preventScroll: button === stop });
  };
  render(
    <ResultMenu
      state={state}
      close={close}
      goBack={goBack}
      anchor={anchor}
      tone={() => (view.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")}
    />,
    host.place,
  );
  const stop = effect(() => {
    const { value } = state.done;
    if (value === null) return undefined;
    let timer = setTimeout(state.dismiss, undoable);
    const wait = (): void => clearTimeout(timer);
    const goOn = (): void => {
      clearTimeout(timer);
      timer = setTimeout(state.dismiss, undoable);
    };
    const until = new AbortController();
    // Nobody has to hurry who is about to press it.
    for (const type of ["pointerenter", "focusin"]) host.place.addEventListener(type, wait, { signal: until.signal });
    for (const type of ["pointerleave", "focusout"]) host.place.addEventListener(type, goOn, { signal: until.signal });
    return () => {
      until.abort();
      clearTimeout(timer);
    };
  });
  results.signal.addEventListener(
    "abort",
    () => {
      stop();
      render(null, host.place);
    },
    { once: true },
  );
};
