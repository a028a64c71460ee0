import { isApartFrom } from "@/detection/detector/apart-from.ts";
import type { CandidateListing } from "@/detection/detector/find-candidates.ts";
import {
  elementsOf,
  type FoundBefore,
  type ListingMeasures,
  weighListing,
} from "@/detection/detector/measure-listing.ts";
import type { PageTexts } from "@/detection/detector/page-texts.ts";
import type { PageTree } from "@/detection/detector/page-tree.ts";
import type { Steps } from "@/model/steps.ts";

/** A candidate with what speaks for and against it. */
interface Judged {
  readonly candidate: CandidateListing;
  readonly measures: ListingMeasures;
  readonly confidence: number;
}

/**
 * A further listing has to be surer than the main one: that a page lists results says nothing of what else it lists,
 * and lighting up related links is worse than passing by a second list.
 */
const leastConfidence = 0.9;

/** Its results say at least this much, beside those of the main listing: teasers and related links say less. */
const leastRelativeSize = 0.6;

/** Nearly all of its results hold more than links. */
const leastSubstance = 0.8;

/** Elements that authors put aside what a page is not about. */
const asideTags = new Set(["aside", "nav", "footer", "header"]);

/**
 * Finds the listings beside the main one: apart from it, as full as it, and no less sure in what is left of the page.
 * What stands among the results of the main one is none, such as ads and boxes of related questions; nor is what has
 * its descriptions beside its titles, as help has.
 */
export function* findFurther(
  tree: PageTree,
  texts: PageTexts,
  main: Judged,
  candidates: readonly CandidateListing[],
  judge: (candidate: CandidateListing, before: FoundBefore) => Judged,
): Steps<readonly Judged[]> {
  if (candidates.length === 1) return [];
  const { mean, total } = weighListing(tree, texts, main.candidate);
  const before: FoundBefore = { elements: elementsOf(main.candidate), weight: total };
  const taken = [...before.elements, ...main.candidate.stubs, ...main.candidate.copies];
  const likely: Judged[] = [];
  for (const candidate of candidates) {
    yield;
    if (
      !candidate.look.linked ||
      candidate.parts.some((further) => further.length > 0) ||
      !isApartFrom(tree, candidate.places, taken) ||
      standsAmong(tree, candidate, main.candidate) ||
      weighListing(tree, texts, candidate).mean < mean * leastRelativeSize ||
      standsAside(tree, candidate)
    ) {
      continue;
    }
    const judged = judge(candidate, before);
    const { substance, surrounding, conversation, headings } = judged.measures;
    if (
      judged.confidence >= leastConfidence &&
      substance >= leastSubstance &&
      surrounding + conversation === 0 &&
      headings >= main.measures.headings
    ) {
      likely.push(judged);
    }
  }
  likely.sort((a, b) => b.confidence - a.confidence);
  return likely.filter(({ candidate }) => {
    const isFree = isApartFrom(tree, candidate.places, taken);
    if (isFree) taken.push(...elementsOf(candidate), ...candidate.stubs, ...candidate.copies);
    return isFree;
  });
}

/** Whether some of a candidate's elements stand in or beside results of another, under one of their parents. */
function standsAmong(tree: PageTree, { roots }: CandidateListing, main: CandidateListing): boolean {
  const parents = new Set(main.roots.map((root) => tree.parents[root]!));
  return roots.some((root) => {
    for (let above = tree.parents[root]!; above >= 0; above = tree.parents[above]!) if (parents.has(above)) return true;
    return false;
  });
}

function standsAside(tree: PageTree, { roots }: CandidateListing): boolean {
  for (let above = tree.parents[roots[0]!]!; above >= 0; above = tree.parents[above]!) {
    if (asideTags.has(tree.tags[above]!.name)) return true;
  }
  return false;
}
