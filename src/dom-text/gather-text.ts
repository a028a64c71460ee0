import { isCustom } from "@/dom-text/element-look.ts";
import { isPlain, roleOfTag, styledTextRole } from "@/dom-text/text-boundaries.ts";

/** How a result's fields lie in it. */
export interface FieldLayout {
  /** The elements of the title and of the snippet, none of a field inside another of that field. */
  readonly claimed: readonly Element[];
  /** The elements around them, up to the result's own. */
  readonly entered: readonly Element[];
  /** Whether attributes and style sheets have a say in what is read, or the tags tell it all. */
  readonly styled: boolean;
}

/** A node whose `textContent` stands in a field's text, but for white space that it begins with, and where. */
export interface PlacedSource {
  readonly source: Text | Element;
  /** The place of the first character that stands there, and how many of the node's come before that one. */
  readonly start: number;
  readonly skipped: number;
}

interface Gathering {
  readonly layout: FieldLayout;
  readonly placed: PlacedSource[] | null;
  text: string;
  atBoundary: boolean;
}

const lineBreaks = /[\n\r\t\f]/g;

/** Node.TEXT_NODE, without asking the page's window for it at every node. */
const textNode = 3;

/** A node's data as it stands in a field's text: of the same length, with '\n' kept free for boundaries. */
export const asRead = (data: string): string => data.replace(lineBreaks, " ");

const add = (to: Gathering, source: Text | Element, data: string): void => {
  let said = data;
  if (to.atBoundary) {
    // A line begins with what it says.
    said = data.trimStart();
    if (said === "") return;
    if (to.text !== "") to.text += "\n";
    to.atBoundary = false;
  }
  to.placed?.push({ source, start: to.text.length, skipped: data.length - said.length });
  to.text += asRead(said);
};

/** Reads an element that other fields' elements stand in, or boundaries. */
const readInside = (to: Gathering, element: Element): void => {
  const { claimed, styled } = to.layout;
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    // Nodes other than elements have no such name: one question tells what otherwise takes two.
    const tag = (node as Partial<Element>).localName;
    if (tag === undefined) {
      if (node.nodeType === textNode) add(to, node as Text, (node as Text).data);
      continue;
    }
    const child = node as unknown as Element;
    if (claimed.includes(child)) {
      to.atBoundary = true;
      continue;
    }
    const role = styled || isCustom(tag) ? styledTextRole(child) : roleOfTag(tag);
    if (role === "inline") {
      read(to, child);
      continue;
    }
    if (role === "unread") continue;
    to.atBoundary = true;
    if (role === "block") read(to, child);
    to.atBoundary = true;
  }
};

const read = (to: Gathering, element: Element): void => {
  const { entered, styled } = to.layout;
  const isWhole = !entered.includes(element) && (styled ? element.childElementCount === 0 : isPlain(element));
  if (isWhole) add(to, element, element.textContent ?? "");
  else readInside(to, element);
};

/**
 * Reads the elements of one field in document order, with one '\n' wherever a boundary lies between two texts, without
 * white space where a line begins or the text ends, and without what other fields claim. An element without a boundary
 * in it is read in one go, so that the browser makes no JavaScript objects for the nodes inside: in a content script
 * these cost more than the reading, and so does every question to the browser that can be spared.
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
    if ((layout.styled ? styledTextRole(element) : roleOfTag(element.localName)) === "unread") {
      continue;
    }
    to.atBoundary = true;
    read(to, element);
  }
  return to.text.trimEnd();
};
