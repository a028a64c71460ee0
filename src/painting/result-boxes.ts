import { ownElementPrefix } from "@/dom-text/own-elements.ts";
import { attributeOf, localNameOf } from "@/dom-text/unclobbered.ts";

/** The elements nearest below one without a box that have boxes. What the page does not show is left to it. */
const boxesIn = (element: Element): readonly Element[] =>
  [...element.children].flatMap((child) => {
    const { display } = getComputedStyle(child);
    if (display === "contents") return boxesIn(child);
    return display === "none" || child.localName.startsWith(ownElementPrefix) ? [] : [child];
  });

const kindOf = (element: Element): string => `${localNameOf(element)} ${attributeOf(element, "class") ?? ""}`;

/** Finds the boxes of results, each given with its root first and its further parts after it. */
export type FindResultBoxes = (results: readonly (readonly Element[])[]) => readonly (readonly Element[])[];

/**
 * Finds what is seen of results whose elements have no box (`display: contents`), which nothing can be drawn on. Of
 * elements alike in name and classes that have a box the first is asked for its style, the others are taken to have
 * one. Never asks for layout.
 */
export const createResultBoxes = (): FindResultBoxes => {
  /** What was found before: of a hidden element the browser does not tell how it is shown. */
  const known = new WeakMap<Element, readonly Element[]>();
  return (results) => {
    const boxed = new Set<string>();
    const boxesOf = (element: Element): readonly Element[] => {
      const kind = kindOf(element);
      if (boxed.has(kind)) return [];
      const { display } = getComputedStyle(element);
      if (display === "none") return known.get(element)?.filter((box) => element.contains(box)) ?? [];
      if (display !== "contents") {
        boxed.add(kind);
        return [];
      }
      const boxes = boxesIn(element);
      known.set(element, boxes);
      return boxes;
    };
    return results.map((elements) => elements.flatMap(boxesOf));
  };
};
