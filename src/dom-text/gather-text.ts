import { isPlain, textRole } from "@/dom-text/text-boundaries.ts";

/** What one field is read from: everything in `elements`, without what other fields take out of it. */
export interface TextRegion {
  readonly elements: readonly Element[];
  readonly taken: readonly Element[];
  /** The elements between the ones and the others. */
  readonly entered: readonly Element[];
}

/** A node whose `textContent` stands in a field's text, and where. */
export interface PlacedSource {
  readonly source: Text | Element;
  readonly start: number;
}

interface Gathering {
  readonly region: TextRegion;
  readonly placed: PlacedSource[] | null;
  text: string;
  atBoundary: boolean;
}

const lineBreaks = /[\n\r\t\f]/g;

/** A node's data as it stands in a field's text: of the same length, with '\n' kept free for boundaries. */
export const asRead = (data: string): string => data.replace(lineBreaks, " ");

const add = (to: Gathering, source: Text | Element, data: string): void => {
  if (to.atBoundary) {
    if (data.trim() === "") {
      return;
    }
    if (to.text !== "") {
      to.text += "\n";
    }
    to.atBoundary = false;
  }
  to.placed?.push({ source, start: to.text.length });
  to.text += asRead(data);
};

const read = (to: Gathering, element: Element): void => {
  if (!to.region.entered.includes(element) && isPlain(element)) {
    add(to, element, element.textContent ?? "");
    return;
  }
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    const type = node.nodeType;
    if (type === Node.TEXT_NODE) {
      add(to, node as Text, (node as Text).data);
    } else if (type === Node.ELEMENT_NODE) {
      readChild(to, node as Element);
    }
  }
};

const readChild = (to: Gathering, child: Element): void => {
  if (to.region.taken.includes(child)) {
    to.atBoundary = true;
    return;
  }
  const role = textRole(child);
  if (role === "inline") {
    read(to, child);
    return;
  }
  to.atBoundary = true;
  if (role === "block") {
    read(to, child);
    to.atBoundary = true;
  }
};

/**
 * Reads a region in document order, with one '\n' wherever a boundary lies between two texts. An element without a
 * boundary in it is read in one go, so that the browser makes no JavaScript objects for the nodes inside: in a
 * content script these cost more than the reading.
 *
 * @param placed takes the sources of the text in their order, where they are asked for
 */
export const gatherText = (region: TextRegion, placed: PlacedSource[] | null = null): string => {
  const to: Gathering = { region, placed, text: "", atBoundary: true };
  for (const element of region.elements) {
    if (!region.taken.includes(element) && textRole(element) !== "unread") {
      to.atBoundary = true;
      read(to, element);
    }
  }
  return to.text;
};
