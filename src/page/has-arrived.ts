/** Whether the parser has gone on past an element of a page that still loads, so that nothing is added to it any more. */
export function hasArrived(element: Element): boolean {
  for (let at: Node | null = element; at !== null; at = at.parentNode) if (at.nextSibling !== null) return true;
  return false;
}
