import type { ListingMeasures } from "@/detection/detector/measure-listing.ts";

/**
 * What each measure is worth, in logits. Fitted by logistic regression with an L2 penalty on captured pages, lists and
 * others, and rounded; the README tells how, and how well they hold on pages that they were not fitted on.
 */
const worth: Readonly<Record<keyof ListingMeasures, number>> = {
  share: 5.5,
  prose: -0.4,
  titles: 1.7,
  headings: 2.8,
  linked: 2.1,
  curtness: -2.1,
  inProse: -4.8,
  unevenness: -1.8,
  richness: 0.3,
  fewness: -1.5,
  purity: 1.4,
  substance: 0.9,
  conversation: -5.8,
  surrounding: -2.3,
  asked: 1,
  declaredArticle: -3.5,
};

/** What has to be outweighed: most repetitions on most pages are not results. */
const doubt = 12.8;

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
