import { type ClassNames, readClassNames } from "@/detection/detector/class-names.ts";
import type { DetectedListing } from "@/detection/detector/detected-listing.ts";
import { type CandidateListing, findCandidates } from "@/detection/detector/find-candidates.ts";
import { findFurther } from "@/detection/detector/find-further.ts";
import { isPlainlyArticle } from "@/detection/detector/is-article.ts";
import { confidenceOf, judgeListing } from "@/detection/detector/judge-listing.ts";
import { locateResults } from "@/detection/detector/locate-results.ts";
import { type FoundBefore, type ListingMeasures, measureListing } from "@/detection/detector/measure-listing.ts";
import { readPageHints } from "@/detection/detector/page-hints.ts";
import { type PageTexts, readPageTexts } from "@/detection/detector/page-texts.ts";
import { type PageTree, readPageTree } from "@/detection/detector/page-tree.ts";
import { findParagraphs } from "@/detection/detector/prose-body.ts";
import { areInRows, mayBeRows, parentsOfRows } from "@/detection/detector/rows-of-results.ts";
import { bodyOf } from "@/dom-text/unclobbered.ts";
import { atOnce } from "@/model/steps.ts";
import type { Steps } from "@/model/steps.ts";

export type { DetectedListing } from "@/detection/detector/detected-listing.ts";

/** Below this nothing is said: lighting up a menu is worse than doing nothing. */
const leastConfidence = 0.5;

/**
 * Where results lie in rows of which only the first were entered, the page is looked at again, and rows may lie in
 * rows.
 */
const mostLooks = 3;

/** Takes the elements that host open shadow roots, and those that pages may yet give one, as of one look at a page. */
export type TakeHosts = (hosts: readonly Element[]) => void;

/** Finds the listings of a page, the main one first; none where the page is not a listing. */
export function findListings(document: Document, takeHosts?: TakeHosts): readonly DetectedListing[] {
  return atOnce(findListingsInSteps(document, takeHosts));
}

/**
 * The same in steps of about a millisecond. Where the page changes between two of them, what is found is neither what
 * was there before nor what is there now: the page has to be looked at once more.
 */
export function* findListingsInSteps(document: Document, takeHosts?: TakeHosts): Steps<readonly DetectedListing[]> {
  const body = bodyOf(document);
  if (body === null || isPlainlyArticle(document)) return [];
  yield;
  return yield* searchListings(document, body, takeHosts);
}

/** Finds them by looking at all that is in the body. */
export function* searchListings(
  document: Document,
  body: Element,
  takeHosts?: TakeHosts,
): Steps<readonly DetectedListing[]> {
  const entirely = new Set<Element>();
  for (let look = 1; ; look++) {
    const tree = yield* readPageTree(body, entirely);
    yield;
    const names = readClassNames(tree);
    const texts = readPageTexts(tree);
    const found = yield* chooseListings(document, tree, names, texts);
    const missed = look === mostLooks ? [] : found.flatMap(({ candidate }) => parentsOfRows(tree, names, candidate));
    if (missed.length === 0) {
      takeHosts?.(tree.hosts);
      const listings: DetectedListing[] = [];
      for (const { candidate, measures, confidence } of found) {
        const results = yield* locateResults(tree, names, texts, candidate);
        const [shape, reasons] = [shapeOf(tree, candidate), reasonsFor(candidate, measures)];
        listings.push({ results, confidence, shape, reasons });
      }
      return listings;
    }
    for (const parent of missed) entirely.add(parent);
  }
}

function* chooseListings(
  document: Document,
  tree: PageTree,
  names: ClassNames,
  texts: PageTexts,
): Steps<readonly JudgedCandidate[]> {
  const paragraphs = findParagraphs(tree, texts);
  const hints = readPageHints(document, tree, paragraphs);
  yield;
  const candidates = yield* findCandidates(tree, names, texts);
  const judge = (candidate: CandidateListing, before: FoundBefore): JudgedCandidate => {
    const measures = measureListing(tree, names, texts, hints, paragraphs, candidate, before);
    return { candidate, measures, confidence: confidenceOf(judgeListing(measures)) };
  };
  const judged: JudgedCandidate[] = [];
  for (const candidate of candidates) {
    yield;
    judged.push(judge(candidate, { elements: [], weight: 0 }));
  }
  let main = mostCertain(judged);
  while (main !== null && mayBeRows(main.candidate)) {
    const rows: CandidateListing = main.candidate;
    const inRows = mostCertain(judged.filter(({ candidate }) => areInRows(tree, texts, candidate, rows)));
    if (inRows === null) break;
    main = inRows;
  }
  return main === null ? [] : [main, ...(yield* findFurther(tree, texts, main, candidates, judge))];
}

interface JudgedCandidate {
  readonly candidate: CandidateListing;
  readonly measures: ListingMeasures;
  readonly confidence: number;
}

/** The candidate that is a listing most surely; null where none is sure enough. */
function mostCertain(judged: readonly JudgedCandidate[]): JudgedCandidate | null {
  let best: JudgedCandidate | null = null;
  for (const one of judged) {
    if (one.confidence >= leastConfidence && (best === null || one.confidence > best.confidence)) best = one;
  }
  return best;
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
