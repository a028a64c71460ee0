import type { PropertyCommand } from "@/recipes/recipe.ts";

import { wholeText } from "./choose-title.ts";
import { byKey, costFactor, nameFactors } from "./field-candidates.ts";
import type { FieldCandidate } from "./field-candidates.ts";
import type { Look } from "./look.ts";
import { outermost } from "./outermost.ts";

/** A snippet says at least this much on average; less is a date, an author, an address. */
const leastWeight = 30;
/** More says no more: a text cut off is as good. */
const enough = 300;

/** Not every result has one. */
const leastCoverage = 0.4;

/** A name that is found more often than this in one result says nothing of a snippet. */
const mostFound = 30;

/** What holds several texts holds other things than the snippet too. */
const holderPenalty = 0.7;

const names = {
  own: /snippet|desc|summary|excerpt|abstract|teaser|content|body|text|\bp\b|st\b/iu,
  bonus: 1.4,
  other: /title|url|cite|breadcrumb|author|date|meta|tags?\b|footer|header|nav/iu,
  penalty: 0.6,
};

const block = "div, p, ul, ol, table, section, dl";

/** How much of a snippet an element is. What holds the title is none, nor what the title holds, nor a list of links. */
const snippetWeight = (element: Element, title: Element | null, look: Look): number => {
  if (title !== null && (element.contains(title) || title.contains(element))) return 0;
  const weight = look.weight(element);
  const links = [...element.querySelectorAll("a")].reduce((sum, link) => sum + look.weight(link), 0);
  return links > weight / 2 ? 0 : weight;
};

/** How much the elements say, those inside others left out; of several, each says a piece of it at best. */
const weightIn = (elements: readonly Element[], title: Element | null, look: Look): number => {
  const weights = outermost(elements)
    .map((element) => snippetWeight(element, title, look))
    .filter((weight) => weight > 0);
  return weights.reduce((sum, weight) => sum + weight, 0) / Math.sqrt(Math.max(1, weights.length));
};

const qualityOf = (found: readonly (readonly Element[])[], titles: readonly (Element | null)[], look: Look): number => {
  if (found.some(({ length }) => length > mostFound)) return 0;
  const weights = found
    .map((elements, place) => weightIn(elements, titles[place] ?? null, look))
    .filter((weight) => weight > 0);
  const coverage = weights.length / found.length;
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / Math.max(1, weights.length);
  if (coverage < leastCoverage || mean < leastWeight) return 0;
  const blocks = found.some((elements) => elements.some((element) => element.querySelector(block) !== null));
  return coverage * Math.min(mean, enough) * (blocks ? holderPenalty : 1);
};

/** Chooses where the text of a result is that is not its title; undefined where there is none to be told apart. */
export const chooseSnippet = (
  groups: readonly (readonly Element[])[],
  candidates: readonly FieldCandidate[],
  titleIn: (root: Element) => Element | null,
  look: Look,
): PropertyCommand | undefined => {
  const titles = groups.map(([root]) => titleIn(root!));
  const quality = byKey(({ found }) => qualityOf(found, titles, look));
  const nameFactor = nameFactors(candidates, names);
  let best: { readonly command: PropertyCommand; readonly quality: number } | undefined;
  for (const candidate of candidates) {
    const total = quality(candidate) * nameFactor(candidate) * costFactor(candidate.cost);
    if (total > (best?.quality ?? 0)) best = { command: candidate.selector, quality: total };
  }
  // The further elements may themselves be the text, such as a `dd`; the first one is the title then.
  if (best === undefined && groups.some((group) => group.length > 1) && qualityOf(groups, titles, look) > 0) {
    return wholeText;
  }
  return best?.command;
};
