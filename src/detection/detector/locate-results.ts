import type { ClassNames } from "@/detection/detector/class-names.ts";
import type { CandidateListing } from "@/detection/detector/measure-listing.ts";
import type { PageTree } from "@/detection/detector/page-tree.ts";
import { readSnippets } from "@/detection/detector/read-snippets.ts";
import { readTitles } from "@/detection/detector/read-titles.ts";
import { ownTextNodes } from "@/detection/detector/text-pieces.ts";
import type { TextWeights } from "@/detection/detector/text-weights.ts";
import type { LocatedResult } from "@/detection/located-result.ts";

/** Finds the fields of every result of a listing. */
export function locateResults(
  tree: PageTree,
  names: ClassNames,
  weights: TextWeights,
  candidate: CandidateListing,
): readonly LocatedResult[] {
  const titles = readTitles(tree, names, weights, candidate);
  const elements = candidate.roots.map((root, place) => [root, ...candidate.parts[place]!]);
  const snippets = readSnippets(
    tree,
    names,
    weights,
    elements.map((own, place) => ({ elements: own, title: titles[place]!.title })),
  );
  return candidate.roots.map((root, place): LocatedResult => {
    const { title, ownTextOnly, link } = titles[place]!;
    const titleElement = tree.elements[title] ?? null;
    return {
      root: tree.elements[root]!,
      parts: candidate.parts[place]!.map((part) => tree.elements[part]!),
      ...(ownTextOnly && titleElement !== null
        ? { title: null, titleText: ownTextNodes(titleElement).join(" ") }
        : { title: titleElement }),
      snippet: snippets[place]!.map((piece) => tree.elements[piece]!),
      url: addressOf(tree.elements[link] ?? null),
      displayedHost: null,
    };
  });
}

/** The absolute address a link leads to; null where it only runs a script or stays on the page. */
function addressOf(link: Element | null): string | null {
  const raw = link?.getAttribute("href") ?? "";
  if (raw.trim() === "" || raw.trim().startsWith("#")) return null;
  const { href } = link as HTMLAnchorElement;
  return typeof href === "string" && /^https?:/i.test(href) ? href : null;
}
