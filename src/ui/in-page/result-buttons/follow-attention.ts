import type { ResultsOnPage } from "@/messaging/result-buttons.ts";

import type { ButtonLayer } from "./button-layer.ts";

/** Milliseconds that a button stays when the pointer has left its result: long enough to come back to it. */
const linger = 400;

const innermost = (event: Event): Element | null => {
  const [target] = event.composedPath();
  return target instanceof Element ? target : null;
};

/** What is ours: the buttons, and the menu that one of them opened. Neither takes the attention from its result. */
const isOurs = (element: Element | null): boolean =>
  element?.localName === "winnow-buttons" || element?.localName === "winnow-menu";

/**
 * Shows the buttons at the result under the pointer and at the one with the focus; where nothing hovers, at every
 * result in view. Tab goes from the first stop in a result to its button, and on from there.
 */
export const followAttention = (
  document: Document,
  view: Window,
  results: ResultsOnPage,
  layer: ButtonLayer,
  first: Element | null,
): void => {
  const { at, signal } = results;
  const options = { capture: true, passive: true, signal };
  let pointed: Element | null = null;
  let focused: Element | null = null;
  /** Where Tab came from when it went to the button, and the result that it has visited so. */
  let origin: { readonly element: HTMLElement | SVGElement; readonly root: Element } | null = null;
  let visited: Element | null = null;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const inView = new Set<Element>();
  let frame = 0;

  const draw = (): void => {
    const roots = new Set([focused, pointed, ...inView].filter((root) => root !== null));
    layer.show([...roots].flatMap((root) => (root.isConnected ? (at(root) ?? []) : [])));
  };
  const followSoon = (): void => {
    if (frame !== 0) return;
    frame = view.requestAnimationFrame(() => {
      frame = 0;
      layer.follow();
    });
  };
  const point = (root: Element | null): void => {
    clearTimeout(leaving);
    if (root === pointed) return;
    const go = (): void => {
      pointed = root;
      draw();
    };
    if (root === null) leaving = setTimeout(go, linger);
    else go();
  };
  const rootAt = (element: Element | null): Element | null =>
    element === null || document.querySelector("winnow-picker") !== null ? null : (at(element)?.root ?? null);

  view.addEventListener(
    "pointerover",
    (event) => {
      const element = innermost(event);
      if (isOurs(element)) clearTimeout(leaving);
      else point(rootAt(element));
    },
    options,
  );
  view.addEventListener(
    "focusin",
    (event) => {
      const element = innermost(event);
      if (isOurs(element)) return;
      focused = rootAt(element);
      if (focused !== visited) visited = null;
      draw();
    },
    options,
  );
  view.addEventListener(
    "focusout",
    ({ relatedTarget }) => {
      if (relatedTarget !== null) return;
      focused = null;
      draw();
    },
    options,
  );
  for (const type of ["scroll", "resize", "load", "transitionend"]) view.addEventListener(type, followSoon, options);

  const isOnButton = (): boolean => document.activeElement === layer.host;
  const onTab = (event: KeyboardEvent): void => {
    const element = innermost(event);
    if (isOnButton() && origin !== null) {
      visited = origin.root;
      // From here the browser's own Tab goes on to what comes next.
      origin.element.focus({ preventScroll: true });
      if (event.shiftKey) event.preventDefault();
      return;
    }
    const root = event.shiftKey ? null : rootAt(element);
    const button = root === null || root === visited ? null : layer.at(root);
    if (root === null || button === null || button.hidden) return;
    if (!(element instanceof HTMLElement || element instanceof SVGElement)) return;
    origin = { element, root };
    event.preventDefault();
    event.stopImmediatePropagation();
    button.focus();
  };
  view.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Tab" && !event.ctrlKey && !event.altKey && !event.metaKey) onTab(event);
    },
    { capture: true, signal },
  );

  const watching = view.matchMedia("(hover: none)").matches
    ? new IntersectionObserver((entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) inView.add(target);
          else inView.delete(target);
        }
        draw();
      })
    : null;
  const watchAll = (): void => {
    for (const { root } of results.all()) watching?.observe(root);
  };
  results.onChange(() => {
    watchAll();
    draw();
  });
  signal.addEventListener(
    "abort",
    () => {
      watching?.disconnect();
      clearTimeout(leaving);
      view.cancelAnimationFrame(frame);
    },
    { once: true },
  );
  watchAll();
  pointed = rootAt(first);
  focused = rootAt(document.activeElement);
  draw();
};
