import { isPassedOver } from "./child-elements.ts";

/**
 * What of the page is meant by an element under the pointer: what hosts it where it lies in a shadow tree, since
 * recipes don't reach into these, and what holds it where Winnow put it there. Null for the page as a whole.
 */
export const pickableElement = (element: Element): Element | null => {
  let at: Element | null = element;
  while (at !== null) {
    const root: Node = at.getRootNode();
    if (root !== at.ownerDocument) at = "host" in root && root.host instanceof Element ? root.host : null;
    else if (isPassedOver(at) || at.matches("mark.winnow-hit")) at = at.parentElement;
    else break;
  }
  return at === null || at === at.ownerDocument.documentElement || at === at.ownerDocument.body ? null : at;
};
