import { elementOrHostAround } from "@/dom-text/unclobbered.ts";

/** The slot that a node was put into, whatever names the page gave to fields. */
const slotOf = (node: Node): Element | null => {
  const prototype = node instanceof Element ? Element.prototype : Text.prototype;
  return (Reflect.get(prototype, "assignedSlot", node) as Element | null | undefined) ?? null;
};

/** The element that another stands in as the page is drawn (the flat tree of CSS Scoping). */
export const flatParentOf = (node: Node): Element | null => slotOf(node) ?? elementOrHostAround(node);

/** The box of an element, whatever names the page gave to fields. */
export const rectOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);
