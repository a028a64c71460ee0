import { flatParentOf, rectOf } from "./flat-tree.ts";

const clips = /^(?:hidden|clip)$/u;

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
  const around = flatParentOf(within);
  for (let at: Node | null = range.startContainer; at !== null && at !== around; at = flatParentOf(at)) {
    if (!(at instanceof Element) || !clips.test(getComputedStyle(at).overflowY)) continue;
    rect ??= range.getBoundingClientRect();
    if (isApart(rect, rectOf(at))) return true;
  }
  return false;
};

/** Whether an element is drawn, or what is in it where it has no box of its own. */
export const isDrawn = (element: Element): boolean => {
  let at: Element | null = element;
  while (at !== null && getComputedStyle(at).display === "contents") at = flatParentOf(at);
  return at?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ?? false;
};
