import type { ListingMeasures } from "@/detection/detector/measure-listing.ts";

/**
 * What each measure is worth, in logits. Fitted by logistic regression with an L2 penalty on captured pages, lists and
 * others, and rounded; the README tells how, and how well they hold on pages that they were not fitted on.
 */
const worth: Readonly<Record<keyof ListingMeasures, number>> = {
  share: 5.6,
  prose: -0.3,
  outweighed: -2.3,
  titles: 1.6,
  headings: 2.3,
  linked: 4,
  curtness: -2.3,
  inProse: -4.9,
  unevenness: -3,
  richness: 0.3,
  verbosity: -3,
  fewness: -2.3,
  purity: 1.8,
  substance: 1.1,
  conversation: -5.9,
  surrounding: -2.3,
  asked: 1.6,
  declaredArticle: -5.8,
  details: 1.8,
  kinship: 2,
  placed: -1.9,
};

/** What has to be outweighed: most repetitions on most pages are not results. */
const doubt = 18.4;

/** How sure it is that a candidate is the page's listing: above 0 it is more likely than not. */
export function judgeListing(measures: ListingMeasures): number {
  let logit = -doubt;
  for (const name of Object.keys(worth) as (keyof ListingMeasures)[]) logit += worth[name] * measures[name];
  return logit;
}

/** A logit as a probability. */
export function confidenceOf(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
