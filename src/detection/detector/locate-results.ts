import type { ClassNames } from "@/detection/detector/class-names.ts";
import type { CandidateListing } from "@/detection/detector/find-candidates.ts";
import { findFurtherParts } from "@/detection/detector/further-parts.ts";
import { learnWrapper, type ResultElements } from "@/detection/detector/learn-wrapper.ts";
import type { PageTexts } from "@/detection/detector/page-texts.ts";
import { enterStub, type PageTree } from "@/detection/detector/page-tree.ts";
import { learnSnippets } from "@/detection/detector/read-snippets.ts";
import { learnTitles, type TitlePlace } from "@/detection/detector/read-titles.ts";
import { shownHost } from "@/detection/detector/shown-address.ts";
import { ownTexts } from "@/detection/detector/text-pieces.ts";
import type { LocatedResult } from "@/detection/located-result.ts";
import { linkAddress } from "@/detection/web-address.ts";
import type { Steps } from "@/model/steps.ts";

/** One result in the making. */
interface Found {
  /** Its index among its siblings. */
  readonly place: number;
  /** The index where what is in it can be read. */
  readonly inside: number;
}

/** A result and its place among the page's elements. */
interface Placed {
  readonly place: number;
  readonly result: LocatedResult;
}

/** So many stubs are read in one step, by selectors that found what is in all of them at once. */
const stubsPerStep = 50;

/** Finds all results of a listing, those among the stubs too, and the fields of each, in the page's order. */
export function* locateResults(
  tree: PageTree,
  names: ClassNames,
  texts: PageTexts,
  candidate: CandidateListing,
): Steps<readonly LocatedResult[]> {
  const { roots, stubs, places, parts, look } = candidate;
  const spread = parts.some((further) => further.length > 0);
  const titleIn = learnTitles(tree, names, texts, look, roots);
  yield;
  const partsOf = new Map(places.map((root, place) => [root, parts[place]!]));
  const titled = roots.map((root) => ({ elements: [root, ...partsOf.get(root)!], title: titleIn(root).title }));
  const snippetIn = learnSnippets(tree, names, texts, titled);
  yield;
  const read = (inside: number, further: readonly number[]): ResultElements => {
    const place = titleIn(inside);
    return elementsOf(tree, inside, place, snippetIn({ elements: [inside, ...further], title: place.title }));
  };
  /** Makes a result of what was entered; `further` as it is among its siblings and as it can be read. */
  const locate = (
    elements: ResultElements,
    inside: number,
    further: readonly number[],
    readable: readonly number[],
  ): LocatedResult => {
    const beside = further.map((part) => tree.elements[part]!);
    const result = locatedResult(elements, beside);
    if (result.url !== null) return result;
    const { title } = titleIn(inside);
    return { ...result, displayedHost: shownHost(tree, texts, [inside, ...readable], title) };
  };

  const results: Placed[] = [];
  const readWhole = spread ? [] : roots.map((root) => read(root, []));
  for (const [index, elements] of readWhole.entries()) {
    results.push({ place: roots[index]!, result: locate(elements, roots[index]!, [], []) });
    yield;
  }
  const showHosts = results.some(({ result }) => result.displayedHost !== null);
  const wrapper = stubs.length === 0 || spread ? null : learnWrapper(readWhole);
  yield;
  const entered: Found[] = spread ? roots.map((root) => ({ place: root, inside: root })) : [];
  for (const [index, stub] of stubs.entries()) {
    if (index % stubsPerStep === stubsPerStep - 1) yield;
    const named = candidate.byName(stub);
    if (named === false) continue;
    const wrapped = named === true && wrapper !== null ? wrapper(tree.elements[stub]!) : null;
    const result = wrapped === null ? null : locatedResult(wrapped, []);
    if (result !== null && (result.url !== null || !showHosts)) {
      results.push({ place: stub, result });
      continue;
    }
    const inside = enterStub(tree, stub);
    yield;
    if (candidate.isResult(inside)) entered.push({ place: stub, inside });
  }
  if (entered.length > 0) entered.sort((a, b) => a.place - b.place);
  const furtherOf = spread
    ? findFurtherParts(
        tree,
        names,
        texts,
        entered.map(({ place }) => place),
      )
    : [];
  for (const [index, { place, inside }] of entered.entries()) {
    const further = furtherOf[index] ?? [];
    const readable = further.map((part) => (tree.stubs[part]! ? enterStub(tree, part) : part));
    results.push({ place, result: locate(read(inside, readable), inside, further, readable) });
    yield;
  }
  return results.toSorted((a, b) => a.place - b.place).map(({ result }) => result);
}

function elementsOf(
  tree: PageTree,
  root: number,
  { title, ownTextOnly, link }: TitlePlace,
  snippet: readonly number[],
): ResultElements {
  return {
    root: tree.elements[root]!,
    title: tree.elements[title] ?? null,
    ownTextOnly,
    link: tree.elements[link] ?? null,
    snippet: snippet.map((piece) => tree.elements[piece]!),
  };
}

function locatedResult(
  { root, title, ownTextOnly, link, snippet }: ResultElements,
  parts: readonly Element[],
): LocatedResult {
  const url = linkAddress(link);
  if (!ownTextOnly || title === null) return { root, parts, title, snippet, url, displayedHost: null };
  return { root, parts, title: null, titleText: ownTexts(title).join(" "), snippet, url, displayedHost: null };
}
