/*
 * What painting adds to a page stands among what is read there. Reading sees the page as it is without: a hit that is
 * wrapped in an element is text like before, and what stands before a folded result is nothing.
 */

/** The class of the elements that hits are wrapped into. */
export const hitClass = "winnow-hit";

/** How the names of all elements begin that are neither the page's nor around its text. */
export const ownElementPrefix = "winnow-";

/** Whether an element is wrapped around a hit. */
export const isHitElement = (element: Element): boolean =>
  element.localName === "mark" && element.className === hitClass;
