/** What a pointer or a finger does to a page beyond pointing and scrolling. */
const pressing = [
  "pointerdown",
  "pointerup",
  "mousedown",
  "mouseup",
  "touchstart",
  "touchend",
  "click",
  "dblclick",
  "auxclick",
  "contextmenu",
  "dragstart",
  "submit",
] as const;

const keys = ["keydown", "keypress", "keyup"] as const;

/** Keys that move the page; it may be looked around on. */
const scrolling = new Set(["PageUp", "PageDown", "Home", "End"]);

export interface SwallowedEvents {
  /** A press on something of the page. */
  readonly onPress: (element: Element) => void;
  /** A key, wherever the focus is; true where it is used up. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  /** The pointer is over something of the page. */
  readonly onPoint: (element: Element) => void;
}

const innermost = (event: Event): Element | null => {
  const [first] = event.composedPath();
  return first instanceof Element ? first : null;
};

/**
 * Takes presses and keys away from the page, until the signal is aborted. What happens in the picker itself goes its
 * way; only scrolling and the browser's own shortcuts go on to the page.
 */
export const swallowEvents = (
  view: Window,
  host: Element,
  { onPress, onKey, onPoint }: SwallowedEvents,
  signal: AbortSignal,
): void => {
  const isOurs = (event: Event): boolean => event.composedPath().includes(host);
  for (const type of pressing) {
    view.addEventListener(
      type,
      (event) => {
        if (isOurs(event)) return;
        event.stopImmediatePropagation();
        // A touch that is refused does not scroll either; the click that follows it is what would press something.
        if (!type.startsWith("touch") && !type.startsWith("pointer")) event.preventDefault();
        const element = innermost(event);
        if (type === "click" && element !== null) onPress(element);
      },
      { capture: true, passive: type.startsWith("touch"), signal },
    );
  }
  for (const type of keys) {
    view.addEventListener(
      type,
      (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
        const used = type === "keydown" && onKey(event);
        if (isOurs(event) && !used) return;
        event.stopImmediatePropagation();
        if (used || !scrolling.has(event.key)) event.preventDefault();
      },
      { capture: true, signal },
    );
  }
  view.addEventListener(
    "pointermove",
    (event) => {
      const element = innermost(event);
      if (element !== null && !isOurs(event)) onPoint(element);
    },
    { capture: true, passive: true, signal },
  );
};
