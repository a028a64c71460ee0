import { costOfHashed, featuresOf } from "./element-features.ts";
import type { Feature } from "./element-features.ts";
import { innerElements } from "./inner-names.ts";

/** What a step down by position costs: it lasts as long as nothing is put before. */
const costOfPosition = 5;
const costOfPositionStep = 1.2;
const mostPositionSteps = 5;

/** What an element's name costs more when it is told by one that holds it. */
const costOfHolder = 0.6;

/** A name that shares its element's tag with many others in a result says too little alone. */
const weakTags = new Set("div span td li p a b i font".split(" "));
const costOfWeakTag = 2.5;

/** The way down from a root by positions: `:scope > div:nth-child(2) > a:nth-child(1)`; null where it is long. */
const pathFrom = (root: Element, element: Element): Feature | null => {
  const steps: string[] = [];
  for (let at = element; at !== root; at = at.parentElement!) {
    const place = [...at.parentElement!.children].indexOf(at) + 1;
    steps.unshift(`${CSS.escape(at.localName)}:nth-child(${String(place)})`);
    if (steps.length > mostPositionSteps) return null;
  }
  return { selector: [":scope", ...steps].join(" > "), cost: costOfPosition + steps.length * costOfPositionStep };
};

const ownNames = (element: Element): readonly Feature[] => {
  const [tag, ...others] = featuresOf(element);
  if (tag === undefined) return [];
  const weak = weakTags.has(element.localName);
  return [
    { selector: tag.selector, cost: tag.cost + (weak ? costOfWeakTag : 0) },
    ...others,
    ...others.map(({ selector, cost }) => ({ selector: tag.selector + selector, cost: cost + tag.cost * 0.5 })),
  ];
};

/** The cells of a row are known by their place: that is what columns are for. */
const cellName = (element: Element): readonly Feature[] => {
  if (element.localName !== "td" || element.parentElement === null) return [];
  const place = [...element.parentElement.children].indexOf(element) + 1;
  return [{ selector: `td:nth-child(${String(place)})`, cost: 3 }];
};

/** Every name of the elements inside a root, as a selector seen from the root; each once. */
export const namesInside = (root: Element): ReadonlyMap<string, number> => {
  const names = new Map<string, number>();
  const add = ({ selector, cost }: Feature): void => {
    names.set(selector, Math.min(cost, names.get(selector) ?? Infinity));
  };
  for (const element of innerElements(root)) {
    const own = [...ownNames(element), ...cellName(element)];
    for (const name of own) add(name);
    const parent = element.parentElement!;
    if (parent !== root) {
      for (const holder of [...ownNames(parent), ...cellName(parent)]) {
        if (holder.cost >= costOfHashed) continue;
        add({
          selector: `${holder.selector} > ${CSS.escape(element.localName)}`,
          cost: holder.cost + costOfHolder + 1,
        });
      }
    } else {
      add({ selector: `:scope > ${CSS.escape(element.localName)}`, cost: (own[0]?.cost ?? 0) + costOfHolder });
    }
    const path = pathFrom(root, element);
    if (path) add(path);
  }
  return names;
};
