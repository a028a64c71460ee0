import { flatParentOf, rectOf } from "./flat-tree.ts";

const scrolls = /^(?:auto|scroll|overlay)$/u;

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
