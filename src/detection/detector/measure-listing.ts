import type { CandidateListing } from "@/detection/detector/find-candidates.ts";
import { readNameHints } from "@/detection/detector/name-hints.ts";
import type { PageHints } from "@/detection/detector/page-hints.ts";
import type { PageTexts } from "@/detection/detector/page-texts.ts";
import type { PageTree } from "@/detection/detector/page-tree.ts";
import { type Paragraphs, weighProseBody } from "@/detection/detector/prose-body.ts";

/** What speaks for and against a candidate, each as a number that grows with it. */
export interface ListingMeasures {
  /** The share of the page's text that is in the results. */
  readonly share: number;
  /** The largest article body outside the results, beside the results' text, as a logarithm. */
  readonly prose: number;
  /** How many results have a title, how different titles are and how much they say. */
  readonly titles: number;
  /** The titles are headings with links; they are links of any kind. */
  readonly headings: number;
  readonly linked: number;
  /** How much shorter than a phrase titles are, as a logarithm: names of people, numbers. */
  readonly curtness: number;
  /** The share of titles in the middle of a sentence. */
  readonly inProse: number;
  /** How uneven the results are: the standard deviation of the logarithm of their text. */
  readonly unevenness: number;
  /** How much a result says, up to what is usual, as a logarithm. */
  readonly richness: number;
  /** How much fewer than a page of results they are, as a logarithm. */
  readonly fewness: number;
  /** The share of their siblings that are results too. */
  readonly purity: number;
  /** The share of results that hold more than links. */
  readonly substance: number;
  /** Results lie in a conversation, or are called posts; are called menus, filters, related items. */
  readonly conversation: number;
  readonly surrounding: number;
  /** What the page says of itself. */
  readonly asked: number;
  readonly declaredArticle: number;
}

/** Texts are compared with this added, so that a few letters more or less mean little. */
const smoothing = 50;
const smoothingOfText = 5;

/** A title says no more by being longer, and is a phrase from here on. */
const enoughForTitle = 80;
const phrase = 20;

/** Results seldom say more on average, and to say more is nothing more in their favour. */
const usualResult = 500;

/** Pages of results seldom list fewer. */
const usualCount = 10;

/** So much text beside the links is more than a separator or a number. */
const substantial = 15;

/** What is no part of the page for a candidate: the listings that were found before it. */
export interface FoundBefore {
  /** Their results with all their parts, and how much they say together. */
  readonly elements: readonly number[];
  readonly weight: number;
}

/** How much a listing says, and each of its results on average. Stubs are taken to be like what was entered. */
export function weighListing(
  tree: PageTree,
  texts: PageTexts,
  { roots, places, parts }: CandidateListing,
): { readonly sizes: readonly number[]; readonly mean: number; readonly total: number } {
  const entered = [...places.keys()].filter((place) => !tree.stubs[places[place]!]!);
  const sizes = entered.map((place) => sum([places[place]!, ...parts[place]!].map(texts.weight)));
  const mean = sum(sizes) / roots.length;
  return { sizes, mean, total: mean * places.length };
}

/** Weighs what is known of a candidate. Stubs that are called like its results are taken to be like them. */
export function measureListing(
  tree: PageTree,
  texts: PageTexts,
  hints: PageHints,
  paragraphs: Paragraphs,
  candidate: CandidateListing,
  before: FoundBefore,
): ListingMeasures {
  const { roots, copies, places, look } = candidate;
  const { sizes, mean, total } = weighListing(tree, texts, candidate);
  const logs = sizes.map((size) => Math.log(size + smoothingOfText));
  const meanLog = sum(logs) / logs.length;
  const names = readNameHints(tree, roots, commonAncestor(tree, roots));
  const body = weighProseBody(
    tree,
    paragraphs,
    [...elementsOf(candidate), ...before.elements].toSorted((a, b) => a - b),
  );
  const titled = roots.filter((root) => look.titleIn(root) >= 0).length;
  const substantials = roots.filter((root, place) => sizes[place]! - texts.linkWeight(root) > substantial).length;
  return {
    share: total / Math.max(1, texts.weight(0) - sum(copies.map(texts.weight)) - before.weight),
    prose: Math.log((body + smoothing) / (total + smoothing)),
    titles: (titled / roots.length) * look.distinct * Math.log(Math.min(look.weight, enoughForTitle) + 2),
    headings: Number(look.heading && look.linked),
    linked: Number(look.linked),
    curtness: Math.max(0, Math.log(phrase / (look.weight + 1))),
    inProse: look.inProse,
    unevenness: Math.sqrt(sum(logs.map((log) => (log - meanLog) ** 2)) / logs.length),
    richness: Math.log(Math.min(mean, usualResult) + smoothingOfText),
    fewness: Math.max(0, Math.log(usualCount / places.length)),
    purity: places.length / countSiblings(tree, roots),
    substance: substantials / roots.length,
    conversation: names.conversation,
    surrounding: names.surrounding,
    asked: Number(hints.asked),
    declaredArticle: Number(hints.declaredArticle),
  };
}

/** The elements of all results of a listing, with their further parts. */
export function elementsOf({ places, parts }: CandidateListing): readonly number[] {
  return places.flatMap((root, place) => [root, ...parts[place]!]);
}

function commonAncestor(tree: PageTree, roots: readonly number[]): number {
  let common = tree.parents[roots[0]!]!;
  while (tree.ends[common]! <= roots.at(-1)!) common = tree.parents[common]!;
  return common;
}

function countSiblings(tree: PageTree, roots: readonly number[]): number {
  let count = 0;
  for (const parent of new Set(roots.map((root) => tree.parents[root]!))) {
    for (let child = parent + 1; child < tree.ends[parent]!; child = tree.ends[child]!) count++;
  }
  return Math.max(count, roots.length);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
