const hostOutside = (element: Element): Element => {
  const root = element.getRootNode();
  return "host" in root && root.host instanceof Element ? hostOutside(root.host) : element;
};

/** Compares two elements by their place in the page, those in shadow trees by the place of their hosts. */
export const comparePageOrder = (a: Element, b: Element): number => {
  if (a === b) return 0;
  const together = a.getRootNode() === b.getRootNode();
  const [first, second] = together ? [a, b] : [hostOutside(a), hostOutside(b)];
  return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
};
