import { childElements } from "./child-elements.ts";
import { costOfHashed, featuresOf } from "./element-features.ts";
import type { Feature } from "./element-features.ts";

/** What elements have inside is learned from so many of them, and from so many elements in each. */
const sampleSize = 12;
const mostInside = 150;

/** At most `count` of the items, evenly spaced, the first always among them. */
export const evenly = <Item>(items: readonly Item[], count: number): readonly Item[] =>
  items.length <= count
    ? items
    : Array.from({ length: count }, (_, place) => items[Math.floor((place * items.length) / count)]!);

/** The elements inside a root in the page's order, without code; only the first of many. */
export const innerElements = (root: Element): readonly Element[] => {
  const found: Element[] = [];
  const open: Element[] = [...childElements(root)].toReversed();
  while (open.length > 0 && found.length < mostInside) {
    const element = open.pop()!;
    found.push(element);
    open.push(...childElements(element).toReversed());
  }
  return found;
};

const namesIn = (root: Element): readonly Feature[] => {
  const children = new Set(childElements(root));
  return innerElements(root).flatMap((element) =>
    featuresOf(element)
      .filter(({ cost }) => cost < costOfHashed)
      .flatMap(({ selector, cost }) =>
        children.has(element)
          ? [
              { selector: `> ${selector}`, cost: cost + 0.5 },
              { selector, cost },
            ]
          : [{ selector, cost }],
      ),
  );
};

/** Selectors that find something inside each of the elements, as `:has()` takes them; the most telling first. */
export const commonInside = (roots: readonly Element[]): readonly Feature[] => {
  const [first, ...others] = evenly(roots, sampleSize);
  if (first === undefined) return [];
  const names = new Map(namesIn(first).map((name) => [name.selector, name]));
  for (const other of others) {
    const here = new Set(namesIn(other).map(({ selector }) => selector));
    for (const selector of names.keys()) if (!here.has(selector)) names.delete(selector);
  }
  return [...names.values()].toSorted((a, b) => a.cost - b.cost);
};
