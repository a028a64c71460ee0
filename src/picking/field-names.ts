import { costOfHashed } from "./element-features.ts";
import type { Feature } from "./element-features.ts";
import { innerElements } from "./inner-names.ts";
import type { Look } from "./look.ts";

/** What a step down by position costs: it lasts as long as nothing is put before. */
const costOfPosition = 5;
const costOfPositionStep = 1.2;
const mostPositionSteps = 5;

/** What an element's name costs more when it is told by one that holds it. */
const costOfHolder = 1.6;
const costOfPlace = 0.6;

/** A tag that results are full of says too little alone. */
const weakTags = new Set("div span td li p a b i font".split(" "));
const costOfWeakTag = 2.5;

/** The cells of a row are known by their place: that is what columns are for. */
const costOfCell = 3;

const namesOf = (element: Element, look: Look): readonly Feature[] => {
  const [tag, ...others] = look.features(element);
  if (tag === undefined) return [];
  const weak = weakTags.has(element.localName);
  const names = [
    { selector: tag.selector, cost: tag.cost + (weak ? costOfWeakTag : 0) },
    ...others,
    ...others.map(({ selector, cost }) => ({ selector: tag.selector + selector, cost: cost + tag.cost * 0.5 })),
  ];
  return element.localName === "td"
    ? [...names, { selector: `td:nth-child(${String(look.position(element))})`, cost: costOfCell }]
    : names;
};

/** The steps from a root to what it holds, by positions. */
const stepOf = (element: Element, look: Look): string =>
  ` > ${CSS.escape(element.localName)}:nth-child(${String(look.position(element))})`;

/** Every name of the elements inside a root, as a selector seen from the root, with its cost. */
export const namesInside = (root: Element, look: Look): ReadonlyMap<string, number> => {
  const names = new Map<string, number>();
  const add = (selector: string, cost: number): void => {
    if (cost < (names.get(selector) ?? Infinity)) names.set(selector, cost);
  };
  const paths = new Map<Element, { readonly path: string; readonly steps: number }>([
    [root, { path: ":scope", steps: 0 }],
  ]);
  for (const element of innerElements(root, look)) {
    const parent = element.parentElement!;
    const tag = CSS.escape(element.localName);
    for (const { selector, cost } of namesOf(element, look)) add(selector, cost);
    if (parent === root) add(`:scope > ${tag}`, (look.features(element)[0]?.cost ?? 0) + costOfWeakTag + costOfPlace);
    else {
      for (const { selector, cost } of namesOf(parent, look)) {
        if (cost < costOfHashed) add(`${selector} > ${tag}`, cost + costOfHolder);
      }
    }
    const above = paths.get(parent);
    if (above && above.steps < mostPositionSteps) {
      const here = { path: above.path + stepOf(element, look), steps: above.steps + 1 };
      paths.set(element, here);
      add(here.path, costOfPosition + here.steps * costOfPositionStep);
    }
  }
  return names;
};
