import { parentOf, siblingAfter } from "@/dom-text/unclobbered.ts";

/**
 * Whether the parser has gone on past an element of a page that still loads, so that nothing is added to it any more.
 */
export function hasArrived(element: Element): boolean {
  for (let at: Node | null = element; at !== null; at = parentOf(at)) if (siblingAfter(at) !== null) return true;
  return false;
}
