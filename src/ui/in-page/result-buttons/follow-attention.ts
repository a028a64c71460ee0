import type { ResultsOnPage } from "@/messaging/result-buttons.ts";

import type { ButtonLayer } from "./button-layer.ts";
import { lastStop } from "./focus-stops.ts";

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
 * result in view. Tab goes from the last stop in a result to its button, and from there on to what follows the result;
 * back it goes the same way. The browser's own order has no buttons in it: they stand at the end of the page.
 *
 * @param first where the pointer is already, or null
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
  /** The result whose button Tab is just leaving forwards, by way of the stop before it. */
  let passed: Element | null = null;
  /** The stop that Shift+Tab is just leaving. */
  let backFrom: Element | null = null;
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
  /** Whether an element is the last stop of the result that it is in. */
  const isLast = (element: Element): boolean => {
    const result = at(element);
    return result !== null && lastStop(result) === element;
  };
  const goToButton = (root: Element): boolean => {
    const button = layer.at(root);
    if (button === null || button.hidden) return false;
    button.focus({ preventScroll: true });
    return isOnButton();
  };
  const isOnButton = (): boolean => document.activeElement === layer.host;

  view.addEventListener(
    "focusin",
    (event) => {
      const element = innermost(event);
      const from = backFrom;
      backFrom = null;
      if (isOurs(element)) {
        // While its button or menu is in use, a result keeps the button, wherever the pointer goes.
        focused = layer.focused() ?? focused;
        return;
      }
      focused = rootAt(element);
      if (focused !== passed) passed = null;
      draw();
      if (element === null || focused === null || from === null) return;
      if (rootAt(from) !== focused && isLast(element)) goToButton(focused);
    },
    options,
  );
  view.addEventListener(
    "focusout",
    ({ relatedTarget }) => {
      // A button keeps the focus for when its window has it again.
      if (relatedTarget !== null || isOnButton()) return;
      backFrom = null;
      passed = null;
      focused = null;
      draw();
    },
    options,
  );
  for (const type of ["keyup", "pointerdown"]) view.addEventListener(type, () => (backFrom = null), options);
  for (const type of ["scroll", "resize", "load", "transitionend"]) view.addEventListener(type, followSoon, options);

  const onTab = (event: KeyboardEvent): void => {
    const element = innermost(event);
    if (isOnButton()) {
      const root = layer.focused();
      const result = root && at(root);
      const stop = result && lastStop(result);
      if (root === null || !stop) return;
      passed = event.shiftKey ? null : root;
      // From here the browser's own Tab goes on to what comes next.
      stop.focus({ preventScroll: !event.shiftKey });
      if (event.shiftKey && !isOnButton()) event.preventDefault();
      return;
    }
    if (event.shiftKey) {
      backFrom = element === document.activeElement && element !== document.body ? element : null;
      return;
    }
    const root = rootAt(element);
    if (root === null || root === passed || element === null || !isLast(element) || !goToButton(root)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
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
