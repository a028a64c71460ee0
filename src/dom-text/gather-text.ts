import { isPlain, styledTextRole, tagTextRole } from "@/dom-text/text-boundaries.ts";

/** How a result's fields lie in it. */
export interface FieldLayout {
  /** The elements of the title and of the snippet, none of a field inside another of that field. */
  readonly claimed: readonly Element[];
  /** The elements around them, up to the result's own. */
  readonly entered: readonly Element[];
  /** Whether attributes and style sheets have a say in what is read, or the tags tell it all. */
  readonly styled: boolean;
}

/** A node whose `textContent` stands in a field's text, and where. */
export interface PlacedSource {
  readonly source: Text | Element;
  readonly start: number;
}

interface Gathering {
  readonly layout: FieldLayout;
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
  const { claimed, entered, styled } = to.layout;
  if (!entered.includes(element) && (styled ? element.childElementCount === 0 : isPlain(element))) {
    add(to, element, element.textContent ?? "");
    return;
  }
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    const type = node.nodeType;
    if (type === Node.TEXT_NODE) {
      add(to, node as Text, (node as Text).data);
    } else if (type === Node.ELEMENT_NODE) {
      const child = node as Element;
      if (claimed.includes(child)) {
        to.atBoundary = true;
        continue;
      }
      const role = styled ? styledTextRole(child) : tagTextRole(child);
      if (role === "unread") {
        continue;
      }
      to.atBoundary ||= role !== "inline";
      if (role !== "box") {
        read(to, child);
      }
      to.atBoundary ||= role !== "inline";
    }
  }
};

/**
 * Reads the elements of one field in document order, with one '\n' wherever a boundary lies between two texts, and
 * without what other fields claim. An element without a boundary in it is read in one go, so that the browser makes
 * no JavaScript objects for the nodes inside: in a content script these cost more than the reading, and so does
 * every question to the browser that can be spared.
 *
 * @param placed takes the sources of the text in their order, where they are wanted
 */
export const gatherText = (
  elements: readonly Element[],
  layout: FieldLayout,
  placed: PlacedSource[] | null,
): string => {
  const to: Gathering = { layout, placed, text: "", atBoundary: true };
  for (const element of elements) {
    if ((layout.styled ? styledTextRole(element) : tagTextRole(element)) === "unread") {
      continue;
    }
    to.atBoundary = true;
    read(to, element);
  }
  return to.text;
};
