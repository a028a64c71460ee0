import type { PropertyCommand } from "@/recipes/recipe.ts";

import { readableText, weightOf } from "./readable-text.ts";

/** A snippet says at least this much on average; less is a date, an author, an address. */
const leastWeight = 30;
/** More says no more: a text cut off is as good. */
const enough = 300;

/** Not every result has one. */
const leastCoverage = 0.4;

const nameBonus = 1.4;
const otherNamePenalty = 0.6;
const shareOfCost = 0.012;
/** What holds several texts holds other things than the snippet too. */
const holderPenalty = 0.7;

const snippetName = /snippet|desc|summary|excerpt|abstract|teaser|content|body|text|\bp\b|st\b/iu;
const otherName = /title|url|cite|breadcrumb|author|date|meta|tags?\b|footer|header|nav/iu;

/** Whether an element holds more than one text: a list, a row, a box of several parts. */
const holdsBlocks = (element: Element): boolean => element.querySelector("div, p, ul, ol, table, section, dl") !== null;

const textOf = (element: Element, title: Element | null): string => {
  // What holds the title is no snippet, and neither is what the title holds.
  if (title !== null && (element.contains(title) || title.contains(element))) return "";
  const links = [...element.querySelectorAll("a")].reduce((sum, link) => sum + weightOf(readableText(link)), 0);
  const text = readableText(element);
  return links > weightOf(text) / 2 ? "" : text;
};

/** How much the elements say, those inside others left out; of several, each says a piece of it at best. */
const weightIn = (elements: readonly Element[], title: Element | null): number => {
  const outer = elements.filter((element) => !elements.some((other) => other !== element && other.contains(element)));
  const texts = outer.map((element) => textOf(element, title)).filter((text) => text !== "");
  return texts.reduce((sum, text) => sum + weightOf(text), 0) / Math.sqrt(Math.max(1, texts.length));
};

/** Chooses where the text of a result is that is not its title; undefined where there is none to be told apart. */
export const chooseSnippet = (
  groups: readonly (readonly Element[])[],
  names: ReadonlyMap<string, number>,
  titleIn: (root: Element) => Element | null,
): PropertyCommand | undefined => {
  let best: { readonly command: PropertyCommand; readonly quality: number } | undefined;
  const consider = (
    command: PropertyCommand,
    findIn: (element: Element) => readonly Element[],
    factor: number,
  ): void => {
    const found = groups.map((group) => ({ elements: group.flatMap(findIn), title: titleIn(group[0]!) }));
    const weights = found.map(({ elements, title }) => weightIn(elements, title)).filter((weight) => weight > 0);
    const coverage = weights.length / groups.length;
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / Math.max(1, weights.length);
    if (coverage < leastCoverage || mean < leastWeight) return;
    const blocks = found.some(({ elements }) => elements.some(holdsBlocks)) ? holderPenalty : 1;
    const quality = coverage * Math.min(mean, enough) * factor * blocks;
    if (quality > (best?.quality ?? 0)) best = { command, quality };
  };
  for (const [selector, cost] of names) {
    const named = snippetName.test(selector) ? nameBonus : otherName.test(selector) ? otherNamePenalty : 1;
    const factor = named * (1 - Math.min(0.5, cost * shareOfCost));
    consider(selector, (element) => [...element.querySelectorAll(selector)], factor);
  }
  if (best === undefined && groups.some((group) => group.length > 1)) {
    // The further elements are themselves the text, such as a `dd`; the first one is the title then.
    consider(["property", "textContent"], (element) => [element], 1);
  }
  return best?.command;
};
