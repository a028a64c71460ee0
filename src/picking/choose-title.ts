import type { PropertyCommand } from "@/recipes/recipe.ts";

import { readableText, weightOf } from "./readable-text.ts";

/** What is chosen for a field, and how well it does. */
export interface TitleChoice {
  readonly command: PropertyCommand;
  /** The title's element in a root, or null. */
  readonly elementIn: (root: Element) => Element | null;
  /** From 0 up; about 1 for titles that every result has, that differ and that say something. */
  readonly quality: number;
}

/** A selector has to find something in this share of the results. */
const leastCoverage = 0.5;

/** A title says something from here on, and is a text rather than a title from there on. */
const telling = 24;
const usualTitle = 100;

const headingBonus = 1.5;
const linkBonus = 1.3;
const nameBonus = 1.3;
const otherNamePenalty = 0.5;
/** What is picked is most often the title, or in it. */
const pickedBonus = 1.3;
/** Each point of cost takes so much: it decides between what is else the same. */
const shareOfCost = 0.012;

const titleName = /title|headline|heading|\bname\b|subject|\btit\b|h[1-4]\b/iu;
const otherName =
  /snippet|desc|summary|excerpt|abstract|date|time|author|user|avatar|meta|\btags?\b|categor|price|comment|breadcrumb|\bur[li]\b|cite|button|thumb|image|img|icon|rating/iu;

const heading = "h1, h2, h3, h4, h5, h6, [role='heading']";

const isOrHolds = (element: Element, selector: string, root: Element): boolean => {
  if (element.querySelector(selector) !== null) return true;
  const above = element.closest(selector);
  return above !== null && root.contains(above);
};

const share = (count: number, of: number): number => (of === 0 ? 0 : count / of);

const lengthFactor = (weight: number): number =>
  weight > usualTitle ? usualTitle / weight : Math.min(1, 0.25 + (0.75 * weight) / telling);

const qualityOf = (titles: readonly (Element | null)[], roots: readonly Element[], picked: Element): number => {
  const found = titles.flatMap((title, place) => {
    const text = title === null ? "" : readableText(title);
    return title === null || text === "" ? [] : [{ title, text, root: roots[place]! }];
  });
  const coverage = share(found.length, roots.length);
  if (found.length === 0 || coverage < leastCoverage) return 0;
  const distinct = share(new Set(found.map(({ text }) => text)).size, found.length);
  const weight = found.reduce((sum, { text }) => sum + weightOf(text), 0) / found.length;
  const shareOf = (selector: string): number =>
    share(found.filter(({ title, root }) => isOrHolds(title, selector, root)).length, found.length);
  const isPicked = found.some(({ title }) => title.contains(picked) || picked.contains(title));
  return (
    coverage *
    distinct *
    lengthFactor(weight) *
    (1 + (headingBonus - 1) * shareOf(heading)) *
    (1 + (linkBonus - 1) * shareOf("a[href]")) *
    (isPicked ? pickedBonus : 1)
  );
};

/** The root's own text as its title, such as that of a `dt`. */
const whole: PropertyCommand = ["property", "textContent"];
const wholePenalty = 0.85;

/** Chooses what is the title in the results, of which these are a sample, among the names of what is inside them. */
export const chooseTitle = (
  roots: readonly Element[],
  names: ReadonlyMap<string, number>,
  picked: Element,
): TitleChoice | null => {
  let best: TitleChoice | null = null;
  const wholeQuality = qualityOf(roots, roots, picked) * wholePenalty;
  if (wholeQuality > 0) best = { command: whole, elementIn: (root) => root, quality: wholeQuality };
  for (const [selector, cost] of names) {
    const named = titleName.test(selector) ? nameBonus : otherName.test(selector) ? otherNamePenalty : 1;
    const quality =
      qualityOf(
        roots.map((root) => root.querySelector(selector)),
        roots,
        picked,
      ) *
      named *
      (1 - Math.min(0.5, cost * shareOfCost));
    if (quality > (best?.quality ?? 0)) {
      best = { command: selector, elementIn: (root) => root.querySelector(selector), quality };
    }
  }
  return best;
};
