import { childElements } from "./child-elements.ts";
import { featuresOf } from "./element-features.ts";
import type { Feature } from "./element-features.ts";
import { readableText, weightOf } from "./readable-text.ts";

/** What is asked of elements again and again while one pick is answered; each is found out once. */
export interface Look {
  readonly features: (element: Element) => readonly Feature[];
  /** The text that a reader reads in it. */
  readonly text: (element: Element) => string;
  /** How much that text says. */
  readonly weight: (element: Element) => number;
  /** The children that a reader sees as its parts. */
  readonly children: (element: Element) => readonly Element[];
  /** Its place among its parent's children as `:nth-child()` counts them. */
  readonly position: (element: Element) => number;
  /** Makes a question that is answered once for each element. */
  readonly once: <Answer>(find: (element: Element) => Answer) => (element: Element) => Answer;
}

const once = <Answer>(find: (element: Element) => Answer): ((element: Element) => Answer) => {
  const known = new WeakMap<Element, { readonly answer: Answer }>();
  return (element) => {
    const found = known.get(element) ?? { answer: find(element) };
    known.set(element, found);
    return found.answer;
  };
};

/** A look at the page as it is now: it is not kept while the page may change. */
export const createLook = (): Look => {
  const text = once(readableText);
  const places = once((parent) => new Map([...parent.children].map((child, place) => [child, place + 1] as const)));
  return {
    once,
    features: once(featuresOf),
    text,
    weight: once((element) => weightOf(text(element))),
    children: once(childElements),
    position: (element) => (element.parentElement === null ? 1 : (places(element.parentElement).get(element) ?? 1)),
  };
};
