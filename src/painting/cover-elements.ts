/**
 * Milliseconds that an element waits for its verdict at most, as on a page that arrives: whatever becomes of the
 * script, it shows after that.
 */
const longestWait = 750;

/** Elements that are kept from being seen, each by an animation of its own that ends by itself. */
export interface ElementCover {
  readonly cover: (element: Element) => void;
  /** The elements that were covered and not uncovered since. */
  readonly covered: () => ReadonlyMap<Element, unknown>;
  readonly uncover: (element: Element) => void;
}

/**
 * Keeps elements of a page that is there from being seen for a short while, with no attribute on them and no style
 * sheet, which the browser would hold against all others.
 */
export const createElementCover = (): ElementCover => {
  const animations = new Map<Element, Animation>();
  return {
    cover: (element) => {
      if (animations.has(element)) return;
      animations.set(element, element.animate({ visibility: ["hidden", "hidden"], opacity: [0, 0] }, longestWait));
    },
    covered: () => animations,
    uncover: (element) => {
      animations.get(element)?.finish();
      animations.delete(element);
    },
  };
};
