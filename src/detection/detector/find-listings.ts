import { readClassNames } from "@/detection/detector/class-names.ts";
import type { DetectedListing } from "@/detection/detector/detected-listing.ts";
import { type CandidateListing, findCandidates } from "@/detection/detector/find-candidates.ts";
import { isPlainlyArticle } from "@/detection/detector/is-article.ts";
import { confidenceOf, judgeListing } from "@/detection/detector/judge-listing.ts";
import { locateResults } from "@/detection/detector/locate-results.ts";
import { type ListingMeasures, measureListing } from "@/detection/detector/measure-listing.ts";
import { readPageHints } from "@/detection/detector/page-hints.ts";
import { readPageTexts } from "@/detection/detector/page-texts.ts";
import { type PageTree, readPageTree } from "@/detection/detector/page-tree.ts";
import { findParagraphs } from "@/detection/detector/prose-body.ts";

export type { DetectedListing } from "@/detection/detector/detected-listing.ts";

/** Below this nothing is said: lighting up a menu is worse than doing nothing. */
const leastConfidence = 0.5;

/** Finds the listings of a page, the main one first; none where the page is not a listing. */
export function findListings(document: Document): readonly DetectedListing[] {
  const body = document.body as HTMLElement | null;
  return body === null || isPlainlyArticle(document) ? [] : searchListings(document, body);
}

/** Finds them by looking at all that is in the body. */
export function searchListings(document: Document, body: Element): readonly DetectedListing[] {
  const tree = readPageTree(body);
  const names = readClassNames(tree);
  const texts = readPageTexts(tree);
  const paragraphs = findParagraphs(tree, texts);
  const hints = readPageHints(document, tree, paragraphs);
  let best: { candidate: CandidateListing; measures: ListingMeasures; confidence: number } | null = null;
  for (const candidate of findCandidates(tree, names, texts)) {
    const measures = measureListing(tree, texts, hints, paragraphs, candidate);
    const confidence = confidenceOf(judgeListing(measures));
    if (confidence >= leastConfidence && (best === null || confidence > best.confidence)) {
      best = { candidate, measures, confidence };
    }
  }
  if (best === null) return [];
  const { candidate, measures, confidence } = best;
  return [
    {
      results: locateResults(tree, names, texts, candidate),
      confidence,
      shape: shapeOf(tree, candidate),
      reasons: reasonsFor(candidate, measures),
    },
  ];
}

function shapeOf(tree: PageTree, { roots, parts }: CandidateListing): string {
  if (parts.some((further) => further.length > 0)) return "spread";
  if (roots.every((root) => tree.tags[root]!.name === "tr")) return "rows";
  return roots.every((root) => tree.parents[root] === tree.parents[roots[0]!]) ? "siblings" : "wrapped";
}

function reasonsFor({ roots }: CandidateListing, measures: ListingMeasures): readonly string[] {
  return [
    `${roots.length} elements alike`,
    `${Math.round(100 * Math.min(1, measures.share))} % of the page's text`,
    measures.linked > 0 ? "linked titles" : "titles",
    ...(measures.headings > 0 ? ["titles are headings"] : []),
    ...(measures.asked > 0 ? ["a search was asked"] : []),
  ];
}
