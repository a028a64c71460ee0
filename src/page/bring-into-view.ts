/** The element that another is laid out in: that of a slot it was put into, the host of a tree it stands at the top of. */
const layoutParentOf = (node: Node): Element | null => {
  const slot = node instanceof Element || node instanceof Text ? node.assignedSlot : null;
  if (slot instanceof Element) return slot;
  const parent = node.parentNode;
  return parent instanceof Element ? parent : parent instanceof ShadowRoot ? parent.host : null;
};

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
  for (let at: Node | null = range.startContainer; at !== null && at !== within.parentNode; at = layoutParentOf(at)) {
    if (!(at instanceof Element) || !clips.test(getComputedStyle(at).overflowY)) continue;
    rect ??= range.getBoundingClientRect();
    if (isApart(rect, at.getBoundingClientRect())) return true;
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
  for (let at = layoutParentOf(range.startContainer); at !== null; at = layoutParentOf(at)) {
    const { left, top } = at.getBoundingClientRect();
    if (at !== at.ownerDocument.documentElement && scrolls.test(getComputedStyle(at).overflowY)) {
      scroll(at, { left, top, width: at.clientWidth, height: at.clientHeight });
    }
  }
  scroll(window, { left: 0, top: 0, width: innerWidth, height: innerHeight });
};

/** Whether an element is drawn, or what is in it where it has no box of its own. */
export const isDrawn = (element: Element): boolean => {
  let at: Element | null = element;
  while (at !== null && getComputedStyle(at).display === "contents") at = layoutParentOf(at);
  return at?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ?? false;
};
