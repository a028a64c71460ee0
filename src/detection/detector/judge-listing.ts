import type { ListingMeasures } from "@/detection/detector/measure-listing.ts";

/**
 * What each measure is worth, in logits. Fitted by logistic regression with an L2 penalty on captured pages, lists and
 * others, and rounded; the README tells how, and how well they hold on pages that they were not fitted on.
 */
const worth: Readonly<Record<keyof ListingMeasures, number>> = {
  share: 6.8,
  prose: -0.32,
  titles: 1.1,
  headings: 2.4,
  linked: 2.7,
  curtness: -1.8,
  inProse: -5.3,
  unevenness: -2.8,
  richness: 0.56,
  length: -2.4,
  fewness: -1.9,
  purity: 2.5,
  substance: 0.9,
  conversation: -5.7,
  surrounding: -2.3,
  asked: 1.3,
  declaredArticle: -3.6,
};

/** What has to be outweighed: most repetitions on most pages are not results. */
const doubt = 13.3;

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
