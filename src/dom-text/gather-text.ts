import { isPlain, styledTextRole, textRole } from "@/dom-text/text-boundaries.ts";

/** What one field is read from: everything in `elements`, without what other fields take out of it. */
export interface TextRegion {
  readonly elements: readonly Element[];
  readonly taken: readonly Element[];
  /** The elements between the ones and the others. */
  readonly entered: readonly Element[];
  /** Whether style sheets have a say in how it is read, or tags and attributes alone. */
  readonly styled: boolean;
}

/** A node whose `textContent` stands in a field's text, and where. */
export interface PlacedSource {
  readonly source: Text | Element;
  readonly start: number;
}

interface Gathering {
  readonly region: TextRegion;
  readonly placed: PlacedSource[];
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
  to.placed.push({ source, start: to.text.length });
  to.text += asRead(data);
};

/** Whether an element can be read in one go. */
const isWhole = ({ region }: Gathering, element: Element): boolean =>
  region.styled ? element.childElementCount === 0 : isPlain(element);

const read = (to: Gathering, element: Element): void => {
  if (!to.region.entered.includes(element) && isWhole(to, element)) {
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
  const role = to.region.styled ? styledTextRole(child) : textRole(child);
  if (role === "inline") {
    read(to, child);
  } else if (role === "block") {
    to.atBoundary = true;
    read(to, child);
    to.atBoundary = true;
  } else if (role === "box") {
    to.atBoundary = true;
  }
};

/**
 * Reads a region in document order, with one '\n' wherever a boundary lies between two texts. An element without a
 * boundary in it is read in one go, so that the browser makes no JavaScript objects for the nodes inside: in a
 * content script these cost more than the reading.
 *
 * @param placed takes the sources of the text in their order
 */
export const gatherText = (region: TextRegion, placed: PlacedSource[]): string => {
  const to: Gathering = { region, placed, text: "", atBoundary: true };
  for (const element of region.elements) {
    to.atBoundary = true;
    readChild(to, element);
  }
  return to.text;
};
