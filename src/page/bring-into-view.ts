import { elementOrHostAround, parentOf } from "@/dom-text/unclobbered.ts";

/** The slot that a node was put into, whatever names the page gave to fields. */
const slotOf = (node: Node): Element | null => {
  const prototype = node instanceof Element ? Element.prototype : Text.prototype;
  return (Reflect.get(prototype, "assignedSlot", node) as Element | null | undefined) ?? null;
};

/** The element that another stands in as the page is drawn (the flat tree of CSS Scoping). */
const flatParentOf = (node: Node): Element | null => slotOf(node) ?? elementOrHostAround(node);

const rectOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);

const clips = /^(?:hidden|clip)$/u;
const scrolls = /^(?:auto|scroll|overlay)$/u;

/** A quarter of a line counts as seen. */
const leastSeen = 4;

const isApart = (a: DOMRect, b: DOMRect): boolean =>
  a.bottom < b.top + leastSeen || a.top > b.bottom - leastSeen || a.right <= b.left || a.left >= b.right;

/**
 * Whether a stretch of text is drawn outside of the boxes of the page that show no more than fits into them, such as
 * those of folded panels and of texts cut off after some lines. A reader cannot scroll these.
 *
 * @param within the element beyond which nothing is looked at
 */
export const isCutOff = (range: Range, within: Element): boolean => {
  let rect: DOMRect | null = null;
  for (let at: Node | null = range.startContainer; at !== null && at !== parentOf(within); at = flatParentOf(at)) {
    if (!(at instanceof Element) || !clips.test(getComputedStyle(at).overflowY)) continue;
    rect ??= range.getBoundingClientRect();
    if (isApart(rect, rectOf(at))) return true;
  }
  return false;
};

/** How far a place is from the middle of a stretch, both in pixels from the same line. */
const fromMiddle = (place: number, start: number, length: number): number => place - (start + length / 2);

/**
 * Scrolls a stretch of text into the middle of the view, by all that a reader could scroll, too: `scrollIntoView` moves
 * boxes that cut off their text as well, which stay so, and knows elements alone, such as a paragraph of three screens.
 */
export const bringIntoView = (range: Range): void => {
  const scroll = (
    by: { scrollBy: (to: ScrollToOptions) => void },
    box: Readonly<Record<"left" | "top" | "width" | "height", number>>,
  ): void => {
    const { left, right, top, height } = range.getBoundingClientRect();
    const isBeside = left < box.left || right > box.left + box.width;
    by.scrollBy({
      top: fromMiddle(top + height / 2, box.top, box.height),
      left: isBeside ? left - box.left : 0,
      behavior: "instant",
    });
  };
  for (let at = flatParentOf(range.startContainer); at !== null; at = flatParentOf(at)) {
    if (at === document.documentElement || !scrolls.test(getComputedStyle(at).overflowY)) continue;
    const { left, top } = rectOf(at);
    scroll(at, { left, top, width: at.clientWidth, height: at.clientHeight });
  }
  scroll(window, { left: 0, top: 0, width: innerWidth, height: innerHeight });
};

/** Whether an element is drawn, or what is in it where it has no box of its own. */
export const isDrawn = (element: Element): boolean => {
  let at: Element | null = element;
  while (at !== null && getComputedStyle(at).display === "contents") at = flatParentOf(at);
  return at?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ?? false;
};
