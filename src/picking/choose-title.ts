import type { PropertyCommand } from "@/recipes/recipe.ts";

import { byKey, costFactor } from "./field-candidates.ts";
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
const leastFactor = 0.25;

const headingBonus = 1.5;
const linkBonus = 1.3;
const nameBonus = 1.3;
const otherNamePenalty = 0.5;
/** What is picked is most often the title itself, or in it. */
const pickedBonus = 1.3;
const nearPickedBonus = 1.15;

const titleName = /title|headline|heading|\bname\b|subject|\btit\b|h[1-4]\b/iu;
const otherName =
  /snippet|desc|summary|excerpt|abstract|date|time|author|user|avatar|meta|\btags?\b|categor|price|comment|breadcrumb|\bur[li]\b|cite|button|thumb|image|img|icon|rating/iu;

const heading = "h1, h2, h3, h4, h5, h6, [role='heading']";

/** The root's own text as its title, such as that of a `dt`; of a root with several texts it is hardly that. */
export const wholeText: PropertyCommand = ["property", "textContent"];
const wholePenalty = 0.85;
const severalTextsPenalty = 0.4;

const isOrHolds = (element: Element, selector: string, root: Element): boolean => {
  if (element.querySelector(selector) !== null) return true;
  const above = element.closest(selector);
  return above !== null && root.contains(above);
};

const share = (count: number, of: number): number => (of === 0 ? 0 : count / of);

const lengthFactor = (weight: number): number =>
  weight > usualTitle ? usualTitle / weight : Math.min(1, leastFactor + ((1 - leastFactor) * weight) / telling);

const pickedFactor = (titles: readonly Element[], picked: Element, look: Look): number => {
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
  const shareOf = (selector: string): number =>
    share(found.filter(({ title, root }) => isOrHolds(title, selector, root)).length, found.length);
  return (
    coverage *
    distinct *
    lengthFactor(weight) *
    (1 + (headingBonus - 1) * shareOf(heading)) *
    (1 + (linkBonus - 1) * shareOf("a[href]")) *
    pickedFactor(
      found.map(({ title }) => title),
      picked,
      look,
    )
  );
};

const nameFactor = (selector: string): number => {
  if (titleName.test(selector)) return nameBonus;
  return otherName.test(selector) ? otherNamePenalty : 1;
};

const wholeChoice = (roots: readonly Element[], picked: Element, look: Look): TitleChoice | null => {
  const several = share(roots.filter((root) => look.children(root).length > 1).length, roots.length);
  const quality = qualityOf(roots, roots, picked, look) * wholePenalty * (1 - (1 - severalTextsPenalty) * several);
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
  let best = wholeChoice(roots, picked, look);
  for (const candidate of candidates) {
    const { selector, cost, found } = candidate;
    const total = quality(candidate) * nameFactor(selector) * costFactor(cost);
    if (total <= (best?.quality ?? 0)) continue;
    const coverage = share(found.filter(([first]) => first && look.text(first) !== "").length, roots.length);
    best = { command: selector, elementIn: (root) => root.querySelector(selector), quality: total, coverage };
  }
  return best;
};
