/*
 * What painting adds to a page stands among what is read there. Reading sees the page as it is without: a hit that is
 * wrapped in an element is text like before, and what stands before a folded result is nothing.
 */

/** The class of the elements that hits are wrapped into. */
export const hitClass = "winnow-hit";

/** How the names of all elements begin that are neither the page's nor around its text. */
export const ownElementPrefix = "winnow-";

/** How the names of all attributes begin that painting sets on results. */
const ownAttributePrefix = `data-${ownElementPrefix}`;

/**
 * Whether painting set something on an element: whether that is shown is then not for the page alone to say, and what
 * the browser tells of it not what the page made of it.
 */
export const isPainted = (element: Element): boolean =>
  Element.prototype.getAttributeNames.call(element).some((name) => name.startsWith(ownAttributePrefix));

/** Whether an element is wrapped around a hit. */
export const isHitElement = (element: Element): boolean =>
  element.localName === "mark" && element.className === hitClass;
