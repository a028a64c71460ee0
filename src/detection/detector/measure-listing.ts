import type { ClassNames } from "@/detection/detector/class-names.ts";
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
  /** How much more that says than the results, as a logarithm: a listing is what its page has most of. */
  readonly outweighed: number;
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
  /** How much more than results say those whose titles lead nowhere, as a logarithm: sections of one text. */
  readonly verbosity: number;
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
  /** How much results say beside their titles, from nothing to a line. */
  readonly details: number;
  /** The largest share of results that are called alike. */
  readonly kinship: number;
  /** They lie in what goes round a page's content. */
  readonly placed: number;
}

/** Texts are compared with this added, so that a few letters more or less mean little. */
const smoothing = 50;
const smoothingOfText = 5;

/** A title says no more by being longer, and is a phrase from here on. */
const enoughForTitle = 80;
const phrase = 20;

/** Results seldom say more on average, and to say more is nothing more in their favour. */
const usualResult = 500;

/** A result that leads nowhere says no more on average: there is nothing to sum up. */
const longestUnlinked = 300;

/** Pages of results seldom list fewer. */
const usualCount = 10;

/** So much text beside the links is more than a separator or a number. */
const substantial = 15;

/** Where a page declares itself an article, a body of this size beside the results says nothing yet, as a logarithm. */
const traceOfArticle = -3.5;

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
  names: ClassNames,
  texts: PageTexts,
  hints: PageHints,
  paragraphs: Paragraphs,
  candidate: CandidateListing,
  before: FoundBefore,
): ListingMeasures {
  const { roots, giant, copies, places, look } = candidate;
  const { sizes, mean, total } = weighListing(tree, texts, candidate);
  const logs = sizes.map((size) => Math.log(size + smoothingOfText));
  const meanLog = sum(logs) / logs.length;
  const hinted = readNameHints(tree, roots, commonAncestor(tree, roots));
  const body = Math.max(
    giant < 0 ? 0 : texts.weight(giant),
    weighProseBody(
      tree,
      paragraphs,
      [...elementsOf(candidate), ...before.elements].toSorted((a, b) => a - b),
    ),
  );
  const prose = Math.log((body + smoothing) / (total + smoothing));
  const titled = roots.filter((root) => look.titleIn(root) >= 0).length;
  const substantials = roots.filter((root, place) => sizes[place]! - texts.linkWeight(root) > substantial).length;
  return {
    share: total / Math.max(1, texts.weight(0) - sum(copies.map(texts.weight)) - before.weight),
    prose,
    outweighed: Math.max(0, prose),
    titles: (titled / roots.length) * look.distinct * Math.log(Math.min(look.weight, enoughForTitle) + 2),
    headings: Number(look.heading && look.linked),
    linked: Number(look.linked),
    curtness: Math.max(0, Math.log(phrase / (look.weight + 1))),
    inProse: look.inProse,
    unevenness: Math.sqrt(sum(logs.map((log) => (log - meanLog) ** 2)) / logs.length),
    richness: Math.log(Math.min(mean, usualResult) + smoothingOfText),
    verbosity: look.linked ? 0 : Math.max(0, Math.log(mean / longestUnlinked)),
    fewness: Math.max(0, Math.log(usualCount / places.length)),
    purity: places.length / countSiblings(tree, roots),
    substance: substantials / roots.length,
    conversation: hinted.conversation,
    surrounding: hinted.surrounding,
    asked: Number(hints.asked),
    declaredArticle: hints.declaredArticle
      ? Math.max(look.inProse, Math.min(1, Math.max(0, (prose - traceOfArticle) / 2)))
      : 0,
    details: sum(roots.map((root) => detailsOf(tree, texts, root, look.titleIn(root)))) / roots.length,
    kinship: shareOfKin(tree, names, roots),
    placed: hinted.placed,
  };
}

/** The elements of all results of a listing, with their further parts. */
export function elementsOf({ places, parts }: CandidateListing): readonly number[] {
  return places.flatMap((root, place) => [root, ...parts[place]!]);
}

/** From 0 to 1: how much of a line a result says beside its title. */
function detailsOf(tree: PageTree, texts: PageTexts, root: number, title: number): number {
  if (title < 0) return 0;
  const beside =
    title === root ? textBehind(tree.elements[root]!) : texts.weight(root) - weighTitle(tree, texts, title);
  return Math.min(1, Math.max(0, beside) / substantial);
}

/** How much stands right behind an element in no element of its own, line breaks passed over. */
function textBehind(element: Element): number {
  let said = 0;
  for (let node = element.nextSibling; node !== null && said < substantial; node = node.nextSibling) {
    if (node.nodeType === 3) said += (node.nodeValue ?? "").trim().length;
    else if (node.nodeName !== "BR") break;
  }
  return said;
}

/** How much a title says; where a whole card is one link, its largest part is taken for the title. */
function weighTitle(tree: PageTree, texts: PageTexts, title: number): number {
  const weight = texts.weight(title);
  for (let at = title; ;) {
    let largest = -1;
    let parts = 0;
    for (let child = at + 1; child < tree.ends[at]!; child = tree.ends[child]!) {
      if (texts.weight(child) === 0) continue;
      parts++;
      if (largest < 0 || texts.weight(child) > texts.weight(largest)) largest = child;
    }
    if (parts === 0) return weight;
    if (parts > 1) return texts.weight(largest);
    if (texts.weight(largest) < texts.weight(at)) return weight;
    at = largest;
  }
}

/** Elements of one such kind are alike by their tag, whatever they are called; others may be columns of a page. */
const tagsOfItems = new Set(["li", "tr", "article", "dt", "dd"]);

/** The largest share of elements that are called alike, or are items of one list. */
function shareOfKin(tree: PageTree, names: ClassNames, roots: readonly number[]): number {
  const largest = (keyOf: (root: number) => number): number => {
    const counts = new Map<number, number>();
    for (const root of roots) counts.set(keyOf(root), (counts.get(keyOf(root)) ?? 0) + 1);
    return Math.max(...counts.values());
  };
  const itemOf = (root: number): number => (tagsOfItems.has(tree.tags[root]!.name) ? tree.parents[root]! : -1 - root);
  return Math.max(largest(names.kind), largest(itemOf)) / roots.length;
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
