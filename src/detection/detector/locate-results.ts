import type { ClassNames } from "@/detection/detector/class-names.ts";
import type { CandidateListing } from "@/detection/detector/find-candidates.ts";
import { findFurtherParts } from "@/detection/detector/further-parts.ts";
import { learnWrapper, type ResultElements } from "@/detection/detector/learn-wrapper.ts";
import type { PageTexts } from "@/detection/detector/page-texts.ts";
import { enterStub, type PageTree } from "@/detection/detector/page-tree.ts";
import { learnSnippets } from "@/detection/detector/read-snippets.ts";
import { learnTitles, type TitlePlace } from "@/detection/detector/read-titles.ts";
import { ownTexts } from "@/detection/detector/text-pieces.ts";
import type { LocatedResult } from "@/detection/located-result.ts";
import { linkAddress } from "@/detection/web-address.ts";

/** One result in the making. */
interface Found {
  /** Its index among its siblings. */
  readonly place: number;
  /** The index where what is in it can be read. */
  readonly inside: number;
}

/** Finds all results of a listing, those among the stubs too, and the fields of each, in the page's order. */
export function locateResults(
  tree: PageTree,
  names: ClassNames,
  texts: PageTexts,
  candidate: CandidateListing,
): readonly LocatedResult[] {
  const { roots, stubs, places, parts, look } = candidate;
  const spread = parts.some((further) => further.length > 0);
  const titleIn = learnTitles(tree, names, texts, look, roots);
  const partsOf = new Map(places.map((root, place) => [root, parts[place]!]));
  const titled = roots.map((root) => ({ elements: [root, ...partsOf.get(root)!], title: titleIn(root).title }));
  const snippetIn = learnSnippets(tree, names, texts, titled);
  const read = ({ inside }: Found, further: readonly number[]): ResultElements => {
    const place = titleIn(inside);
    return elementsOf(tree, inside, place, snippetIn({ elements: [inside, ...further], title: place.title }));
  };

  const entered: Found[] = roots.map((root) => ({ place: root, inside: root }));
  const wrapper = stubs.length === 0 || spread ? null : learnWrapper(entered.map((found) => read(found, [])));
  /** The results among the stubs that needed no look inside, and their places; both in the page's order. */
  const wrappedPlaces: number[] = [];
  const wrapped: LocatedResult[] = [];
  for (const stub of stubs) {
    const named = candidate.byName(stub);
    if (named === false) continue;
    const result = named === true && wrapper !== null ? wrapper(tree.elements[stub]!) : null;
    if (result !== null) {
      wrappedPlaces.push(stub);
      wrapped.push(locatedResult(result, []));
      continue;
    }
    const inside = enterStub(tree, stub);
    if (candidate.isResult(inside)) entered.push({ place: stub, inside });
  }
  entered.sort((a, b) => a.place - b.place);
  const allParts = spread
    ? findFurtherParts(
        tree,
        names,
        texts,
        entered.map(({ place }) => place),
      )
    : [];
  const results: LocatedResult[] = [];
  let next = 0;
  for (const [index, found] of entered.entries()) {
    while (next < wrapped.length && wrappedPlaces[next]! < found.place) results.push(wrapped[next++]!);
    const further = allParts[index] ?? [];
    const readable = further.map((part) => (tree.stubs[part]! ? enterStub(tree, part) : part));
    const parts = further.map((part) => tree.elements[part]!);
    results.push(locatedResult(read(found, readable), parts));
  }
  while (next < wrapped.length) results.push(wrapped[next++]!);
  return results;
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
