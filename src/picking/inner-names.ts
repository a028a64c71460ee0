import { evenly } from "@/detection/evenly.ts";

import { costOfHashed } from "./element-features.ts";
import type { Feature } from "./element-features.ts";
import type { Look } from "./look.ts";

/** What elements have inside is learned from so many of them, and from so many elements in each. */
const sampleSize = 12;
const mostInside = 120;

/** What it costs that an inner element has to stay a child. */
const costOfPlace = 0.5;

/** The elements inside a root in the page's order, without code; only the first of many. */
export const innerElements = (root: Element, look: Look): readonly Element[] => {
  const found: Element[] = [];
  const open: Element[] = look.children(root).toReversed();
  while (open.length > 0 && found.length < mostInside) {
    const element = open.pop()!;
    found.push(element);
    open.push(...look.children(element).toReversed());
  }
  return found;
};

const namesIn = (root: Element, look: Look): readonly Feature[] =>
  innerElements(root, look).flatMap((element) =>
    look
      .features(element)
      .filter(({ cost }) => cost < costOfHashed)
      .flatMap(({ selector, cost }) =>
        element.parentElement === root
          ? [
              { selector: `> ${selector}`, cost: cost + costOfPlace },
              { selector, cost },
            ]
          : [{ selector, cost }],
      ),
  );

/** Selectors that find something inside each of the elements, as `:has()` takes them; the most telling first. */
export const commonInside = (roots: readonly Element[], look: Look): readonly Feature[] => {
  const [first, ...others] = evenly(roots, sampleSize);
  if (first === undefined) return [];
  const names = new Map(namesIn(first, look).map((name) => [name.selector, name]));
  for (const other of others) {
    const here = new Set(namesIn(other, look).map(({ selector }) => selector));
    for (const selector of names.keys()) if (!here.has(selector)) names.delete(selector);
  }
  return [...names.values()].toSorted((a, b) => a.cost - b.cost);
};
