import { readNameHints } from "@/detection/detector/name-hints.ts";
import type { PageHints } from "@/detection/detector/page-hints.ts";
import type { PageTree } from "@/detection/detector/page-tree.ts";
import { weighProseBody } from "@/detection/detector/prose-body.ts";
import type { TextWeights } from "@/detection/detector/text-weights.ts";
import { evenly, type TitleLook } from "@/detection/detector/title-look.ts";

/** Results as far as they are known before they are read: indices into the tree. */
export interface CandidateListing {
  readonly roots: readonly number[];
  /** The further elements of each result that spans several. */
  readonly parts: readonly (readonly number[])[];
  readonly look: TitleLook;
}

/** What speaks for and against a candidate, each as a number that grows with it. */
export interface ListingMeasures {
  /** The share of the page's text that is in the results. */
  readonly share: number;
  /** The largest article body outside the results, beside the results' text, as a logarithm. */
  readonly prose: number;
  /** How many results have a title, how different titles are and how much they say. */
  readonly titles: number;
  /** The titles are headings; they are links. */
  readonly headings: number;
  readonly linked: number;
  /** How much shorter than a phrase titles are, as a logarithm: names of people, numbers. */
  readonly curtness: number;
  /** The share of titles in the middle of a sentence. */
  readonly inProse: number;
  /** How uneven the results are: the standard deviation of the logarithm of their text. */
  readonly unevenness: number;
  /** How much longer than a result's text theirs is, as a logarithm: posts, chapters. */
  readonly length: number;
  /** The share of their siblings that are results too. */
  readonly purity: number;
  /** The share of results that hold more than links. */
  readonly substance: number;
  /** Results lie in a conversation, or are called posts; are called menus, filters, related items. */
  readonly conversation: number;
  readonly surrounding: number;
  /** What the page says of itself. */
  readonly asked: number;
  readonly paged: number;
  readonly declaredArticle: number;
}

/** Texts are compared with this added, so that a few letters more or less mean little. */
const smoothing = 50;
const smoothingOfText = 5;

/** A title says no more by being longer, and is a phrase from here on. */
const enoughForTitle = 80;
const phrase = 20;

/** Results seldom say more on average; posts of a thread and chapters do. */
const usualResult = 500;

/** So much text beside the links is more than a separator or a number. */
const substantial = 15;

/** Figures over all results are taken from this many, evenly spaced. */
const sampleSize = 60;

export function measureListing(
  tree: PageTree,
  weights: TextWeights,
  hints: PageHints,
  { roots, parts, look }: CandidateListing,
): ListingMeasures {
  const texts = roots.map((root, place) => sum([root, ...parts[place]!].map(weights.weight)));
  const total = sum(texts);
  const mean = total / roots.length;
  const logs = texts.map((text) => Math.log(text + smoothingOfText));
  const meanLog = sum(logs) / logs.length;
  const sample = evenly(
    roots.map((_, place) => place),
    sampleSize,
  );
  const names = readNameHints(tree, roots, commonAncestor(tree, roots));
  const body = weighProseBody(
    tree,
    weights,
    roots.flatMap((root, place) => [root, ...parts[place]!]),
  );
  const titled = sample.filter((place) => look.titleIn(roots[place]!) >= 0).length / sample.length;
  return {
    share: total / Math.max(1, weights.weight(0)),
    prose: Math.log((body + smoothing) / (total + smoothing)),
    titles: titled * look.distinct * Math.log(Math.min(look.weight, enoughForTitle) + 2),
    headings: Number(look.heading),
    linked: Number(look.linked),
    curtness: Math.max(0, Math.log(phrase / (look.weight + 1))),
    inProse: look.inProse,
    unevenness: Math.sqrt(sum(logs.map((log) => (log - meanLog) ** 2)) / logs.length),
    length: Math.max(0, Math.log((mean + 1) / usualResult)),
    purity: roots.length / countSiblings(tree, roots),
    substance:
      sample.filter((place) => texts[place]! - weights.linkWeight(roots[place]!) > substantial).length / sample.length,
    conversation: names.conversation,
    surrounding: names.surrounding,
    asked: Number(hints.asked),
    paged: Number(hints.paged),
    declaredArticle: Number(hints.declaredArticle),
  };
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
