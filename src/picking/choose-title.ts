import type { PropertyCommand } from "@/recipes/recipe.ts";

import { byKey, costFactor, nameFactors } from "./field-candidates.ts";
import type { FieldCandidate } from "./field-candidates.ts";
import type { Look } from "./look.ts";

/** What is chosen as the title, and how well it does. */
export interface TitleChoice {
  readonly command: PropertyCommand;
  /** The title's element in a root, or null. */
  readonly elementIn: (root: Element) => Element | null;
  /** From 0 up; about 1 for titles that differ and say something, more for headings and links. */
  readonly quality: number;
  /** The share of results that have one. */
  readonly coverage: number;
}

/** A title has to be found in this share of the results. */
const leastCoverage = 0.5;

/** A title says something from here on, and is a text rather than a title from there on. */
const telling = 24;
const usualTitle = 100;
const leastFactor = 0.4;

/** A result's text begins with its title more often than not. */
const firstBonus = 1.2;

const headingBonus = 1.5;
const linkBonus = 1.3;
/** What is picked is most often the title itself, or in it. */
const pickedBonus = 1.3;
const nearPickedBonus = 1.15;
/** Longer texts are picked as parts of results, not as titles. */
const longestPicked = 100;

const names = {
  own: /title|headline|heading|\bname\b|subject|\btit\b|h[1-4]\b/iu,
  bonus: 1.3,
  other:
    /snippet|desc|summary|excerpt|abstract|note|teaser|date|time|author|user|avatar|meta|\btags?\b|categor|price|comment|breadcrumb|\bur[li]\b|cite|button|thumb|image|img|icon|rating/iu,
  penalty: 0.5,
};

const heading = "h1, h2, h3, h4, h5, h6, [role='heading']";

/** The root's own text as its title, such as that of a `dt`; of a root with several texts it is hardly that. */
export const wholeText: PropertyCommand = ["property", "textContent"];
const wholePenalty = 0.85;

/** What holds several blocks of text is more than a title. */
const severalTextsPenalty = 0.4;
const blocks = new Set(
  "div p li ul ol dl dd dt table tr td section article header footer h1 h2 h3 h4 h5 h6".split(" "),
);

const isOrHolds = (element: Element, selector: string, root: Element): boolean => {
  if (element.querySelector(selector) !== null) return true;
  const above = element.closest(selector);
  return above !== null && root.contains(above);
};

const share = (count: number, of: number): number => (of === 0 ? 0 : count / of);

const lengthFactor = (weight: number): number =>
  weight > usualTitle ? usualTitle / weight : Math.min(1, leastFactor + ((1 - leastFactor) * weight) / telling);

const holdsSeveralTexts = (element: Element, look: Look): boolean =>
  element.querySelectorAll("*").length > 1 &&
  [element, ...element.querySelectorAll("*")].some(
    (at) => look.children(at).filter((child) => blocks.has(child.localName) && look.text(child) !== "").length > 1,
  );

const pickedFactor = (titles: readonly Element[], picked: Element, look: Look): number => {
  if (look.weight(picked) > longestPicked) return 1;
  if (
    titles.some((title) => look.text(title) === look.text(picked) && (title.contains(picked) || picked.contains(title)))
  ) {
    return pickedBonus;
  }
  return titles.some((title) => title.contains(picked)) ? nearPickedBonus : 1;
};

const qualityOf = (
  titles: readonly (Element | undefined)[],
  roots: readonly Element[],
  picked: Element,
  look: Look,
): number => {
  const found = titles.flatMap((title, place) =>
    title === undefined || look.text(title) === "" ? [] : [{ title, root: roots[place]! }],
  );
  const coverage = share(found.length, roots.length);
  if (coverage < leastCoverage) return 0;
  const distinct = share(new Set(found.map(({ title }) => look.text(title))).size, found.length);
  const weight = found.reduce((sum, { title }) => sum + look.weight(title), 0) / found.length;
  const begins = ({ title, root }: { readonly title: Element; readonly root: Element }): boolean =>
    title !== root && look.text(root).startsWith(look.text(title));
  const shareOf = (selector: string): number =>
    share(found.filter(({ title, root }) => isOrHolds(title, selector, root)).length, found.length);
  return (
    coverage *
    distinct *
    lengthFactor(weight) *
    (1 + (firstBonus - 1) * share(found.filter(begins).length, found.length)) *
    (1 + (headingBonus - 1) * shareOf(heading)) *
    (1 + (linkBonus - 1) * shareOf("a[href]")) *
    (1 -
      (1 - severalTextsPenalty) *
        share(found.filter(({ title }) => holdsSeveralTexts(title, look)).length, found.length)) *
    pickedFactor(
      found.map(({ title }) => title),
      picked,
      look,
    )
  );
};

const wholeChoice = (roots: readonly Element[], picked: Element, look: Look): TitleChoice | null => {
  const quality = qualityOf(roots, roots, picked, look) * wholePenalty;
  return quality === 0 ? null : { command: wholeText, elementIn: (root) => root, quality, coverage: 1 };
};

/** Chooses what is the title in the results, of which these are a sample; null where nothing can be one. */
export const chooseTitle = (
  roots: readonly Element[],
  candidates: readonly FieldCandidate[],
  picked: Element,
  look: Look,
): TitleChoice | null => {
  const quality = byKey(({ found }) =>
    qualityOf(
      found.map(([first]) => first),
      roots,
      picked,
      look,
    ),
  );
  const nameFactor = nameFactors(candidates, names);
  let best = wholeChoice(roots, picked, look);
  for (const candidate of candidates) {
    const { selector, cost, found } = candidate;
    const total = quality(candidate) * nameFactor(candidate) * costFactor(cost);
    if (total <= (best?.quality ?? 0)) continue;
    const coverage = share(found.filter(([first]) => first && look.text(first) !== "").length, roots.length);
    best = { command: selector, elementIn: (root) => root.querySelector(selector), quality: total, coverage };
  }
  return best;
};
