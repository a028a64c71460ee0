/** The side of a button, in CSS pixels: as much as WCAG 2.2 (2.5.8) asks of a target, and a little more. */
export const buttonSize = 28;

const gap = 4;

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** What the page itself has put there to be pressed or looked at. */
const taken = "a, button, input, select, textarea, summary, label, img, video, [role='button'], [role='link']";

const isEmpty = ({ width, height }: DOMRect): boolean => width < 1 || height < 1;

/** Where a result is seen: its own box; its first child's where it has none; that of the line in its place. */
const seenBox = (root: Element): DOMRect | null =>
  [root, ...root.children, root.previousElementSibling]
    .filter((element) => element !== null)
    .filter((element) => element !== root.previousElementSibling || element.localName === "winnow-fold")
    .map((element) => element.getBoundingClientRect())
    .find((box) => !isEmpty(box)) ?? null;

/**
 * Where the button of a result goes, in CSS pixels of the viewport: beside its upper corner where nothing is, else
 * in a corner with nothing to press under it. Null where the result is not seen.
 *
 * @param host what the buttons are in, which is no obstacle
 * @param isFree whether an element belongs to no result
 */
export const buttonPlace = (root: Element, host: Element, isFree: (element: Element) => boolean): Place | null => {
  const box = seenBox(root);
  const document = root.ownerDocument;
  if (box === null || document.defaultView === null) return null;
  const isRightToLeft = document.defaultView.getComputedStyle(root).direction === "rtl";
  const [before, after] = [box.left - gap - buttonSize, box.right + gap];
  const [start, end] = [box.left + gap, box.right - gap - buttonSize];
  const outside = { y: box.top, inside: false };
  const candidates = [
    { ...outside, x: isRightToLeft ? before : after },
    { x: isRightToLeft ? start : end, y: box.top + gap, inside: true },
    { x: isRightToLeft ? start : end, y: box.bottom - gap - buttonSize, inside: true },
    { ...outside, x: isRightToLeft ? after : before },
  ];
  const width = document.documentElement.clientWidth;
  const [, fallback] = candidates;
  return (
    candidates.find(({ x, y, inside }) => {
      if (x < 0 || x + buttonSize > width) return false;
      const [under] = document
        .elementsFromPoint(x + buttonSize / 2, y + buttonSize / 2)
        .filter((element) => element !== host);
      // What is scrolled out of view cannot be asked for; it is asked again when it comes into view.
      return under === undefined || (under.closest(taken) === null && (inside || isFree(under)));
    }) ??
    fallback ??
    null
  );
};
