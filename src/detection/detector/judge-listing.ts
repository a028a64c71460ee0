import type { ListingMeasures } from "@/detection/detector/measure-listing.ts";

/**
 * What each measure is worth, in logits. Fitted by logistic regression with an L2 penalty on captured pages, lists and
 * others, and rounded; the README tells how, and how well they hold on pages that they were not fitted on.
 */
const worth: Readonly<Record<keyof ListingMeasures, number>> = {
  share: 6.4,
  prose: -0.5,
  titles: 1.3,
  headings: 2.2,
  linked: 3,
  curtness: -2.1,
  inProse: -3.9,
  unevenness: -2.4,
  length: -2.1,
  purity: 2.8,
  substance: 1.1,
  conversation: -4,
  surrounding: -1.4,
  asked: 1.2,
  paged: 1.1,
  declaredArticle: -3,
};

/** What has to be outweighed: most repetitions on most pages are not results. */
const doubt = 13.5;

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
