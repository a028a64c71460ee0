import { learnPlace } from "@/detection/detector/learn-places.ts";

/** The elements of one result. */
export interface ResultElements {
  readonly root: Element;
  readonly title: Element | null;
  /** The title is only what stands right in its element. */
  readonly ownTextOnly: boolean;
  readonly link: Element | null;
  readonly snippet: readonly Element[];
}

/** Reads further results like those it was learned from; null for a root that is not like them. */
export type Wrapper = (root: Element) => ResultElements | null;

/**
 * Learns from results that were read in full how to find the fields of further ones, their siblings, with a few
 * selectors for all at once; null where that fails.
 */
export function learnWrapper(results: readonly ResultElements[]): Wrapper | null {
  const [first] = results;
  if (first === undefined) return null;
  const { ownTextOnly } = first;
  if (results.some((result) => result.title === null || result.ownTextOnly !== ownTextOnly)) return null;
  const titles = learnPlace(results.map(({ root, title }) => ({ root, targets: title === null ? [] : [title] })));
  const snippets = learnPlace(results.map(({ root, snippet }) => ({ root, targets: snippet })));
  if (titles === null || snippets === null) return null;
  const aroundTitle = results.every(({ title, link }) => title !== null && link === title.closest("a[href]"));
  const links = aroundTitle
    ? null
    : learnPlace(results.map(({ root, link }) => ({ root, targets: link === null ? [] : [link] })));
  if (!aroundTitle && links === null) return null;
  const childCounts = new Set(results.map(({ root }) => root.childElementCount));
  return (root) => {
    if (!childCounts.has(root.childElementCount)) return null;
    const parent = root.parentElement;
    if (parent === null) return null;
    const title = titles.findIn(parent).get(root)?.[0];
    if (title === undefined) return null;
    const link = links === null ? title.closest("a[href]") : (links.findIn(parent).get(root)?.[0] ?? null);
    if (link === null && first.link !== null) return null;
    return { root, title, ownTextOnly, link, snippet: snippets.findIn(parent).get(root) ?? [] };
  };
}
