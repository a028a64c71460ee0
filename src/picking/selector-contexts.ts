import { commonFeatures, costOfHashed, featuresOf, idFeature } from "./element-features.ts";
import type { Feature } from "./element-features.ts";

/** What stands before a compound selector, combinator included, and what that costs; "" stands for nothing. */
export interface Context {
  readonly prefix: string;
  readonly cost: number;
}

/** A page is looked at so far above its results. */
const mostStepsUp = 6;

/** What a combinator costs: a child has to stay where it is, a descendant only inside. */
const costOfChild = 0.7;
const costOfDescendant = 1;
/** What a plain tag on the way down costs. */
const costOfStep = 1.5;

/** Tags that a page has few of, and that name its regions. */
const regions = new Set("main ol ul dl table tbody section article nav aside".split(" "));

const ownNames = (element: Element): readonly Feature[] => {
  const id = idFeature(element);
  const named = featuresOf(element).filter(
    ({ selector, cost }) => cost < costOfHashed && (selector !== element.localName || regions.has(selector)),
  );
  return id ? [id, ...named] : named;
};

const nearestCommon = (elements: readonly Element[]): Element | null => {
  let common = elements[0]?.parentElement ?? null;
  while (common !== null && !elements.every((element) => common!.contains(element))) common = common.parentElement;
  return common;
};

/**
 * The places that all of the elements lie in, as they can stand before a selector for them. Those that are named after
 * the parents of the elements, then after what holds all of them.
 */
export const contextsOf = (elements: readonly Element[]): readonly Context[] => {
  const parents = [...new Set(elements.flatMap(({ parentElement }) => parentElement ?? []))];
  const contexts: Context[] = [{ prefix: "", cost: 0 }];
  const add = ({ selector, cost }: Feature, combinator: string, more: number): void => {
    contexts.push({ prefix: `${selector}${combinator}`, cost: cost + more });
  };
  if (parents.length > 1) {
    for (const feature of commonFeatures(parents)) add(feature, " > ", costOfChild);
  }
  let above = nearestCommon(elements);
  const single = parents.length === 1;
  let steps = "";
  for (let step = 0; above !== null && above.localName !== "html" && step < mostStepsUp; step += 1) {
    for (const name of ownNames(above)) {
      add(name, " ", costOfDescendant);
      if (single) add(name, ` > ${steps}`, costOfChild + step * costOfStep);
    }
    steps = `${CSS.escape(above.localName)} > ${steps}`;
    above = above.parentElement;
  }
  if (single && above?.localName === "html") contexts.push({ prefix: steps, cost: mostStepsUp * costOfStep });
  return contexts;
};
