import { isInline, isPlain, isUnread } from "@/dom-text/text-boundaries.ts";

/** Something whose `textContent` is read as it is, or `null` for a boundary between blocks. */
export type TextSource = Text | Element | null;

/** What one field is read from: everything in `elements`, without what other fields take out of them. */
export interface TextRegion {
  readonly elements: readonly Element[];
  /** Elements in the region that belong to another field. */
  readonly taken: ReadonlySet<Element>;
  /** The ancestors of those elements: they have to be entered. */
  readonly entered: ReadonlySet<Element>;
}

/**
 * The sources of a region's text in document order. Elements without a boundary in them are one source, so that
 * the browser reads them in one go and no JavaScript object is made for each node inside.
 */
export const textSources = (region: TextRegion): TextSource[] => {
  const sources: TextSource[] = [];
  const enter = (element: Element): void => {
    if (!region.entered.has(element) && isPlain(element)) {
      sources.push(element);
      return;
    }
    for (let node = element.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === Node.TEXT_NODE) {
        sources.push(node as Text);
      } else if (node.nodeType === Node.ELEMENT_NODE) {
        const child = node as Element;
        if (isUnread(child) || region.taken.has(child)) {
          sources.push(null);
        } else if (isInline(child)) {
          enter(child);
        } else {
          sources.push(null);
          enter(child);
          sources.push(null);
        }
      }
    }
  };
  for (const element of region.elements) {
    if (!isUnread(element) && !region.taken.has(element)) {
      enter(element);
      sources.push(null);
    }
  }
  return sources;
};
