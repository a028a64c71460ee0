/** Elements that are no part of a list: code, line breaks, and what Winnow itself put there. */
const passedOver = new Set(["script", "style", "noscript", "template", "link", "meta", "br", "wbr"]);

export const isPassedOver = ({ localName }: Element): boolean =>
  passedOver.has(localName) || localName.startsWith("winnow-");

/** The children of an element that a reader sees as its parts. */
export const childElements = (parent: Element): readonly Element[] =>
  [...parent.children].filter((child) => !isPassedOver(child));
