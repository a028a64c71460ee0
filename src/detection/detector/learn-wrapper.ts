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

/** Learns from results that were read in full how to read the others with a few selectors; null where that fails. */
export function learnWrapper(results: readonly ResultElements[]): Wrapper | null {
  const [first] = results;
  if (first === undefined) return null;
  const { ownTextOnly } = first;
  if (results.some((result) => result.title === null || result.ownTextOnly !== ownTextOnly)) return null;
  const titleOf = learnPlace(results.map(({ root, title }) => ({ root, targets: title === null ? [] : [title] })));
  const snippetOf = learnPlace(results.map(({ root, snippet }) => ({ root, targets: snippet })));
  if (titleOf === null || snippetOf === null) return null;
  const aroundTitle = results.every(({ title, link }) => title !== null && link === title.closest("a[href]"));
  const linkOf = aroundTitle
    ? null
    : learnPlace(results.map(({ root, link }) => ({ root, targets: link === null ? [] : [link] })));
  if (!aroundTitle && linkOf === null) return null;
  const childCounts = new Set(results.map(({ root }) => root.childElementCount));
  return (root) => {
    if (!childCounts.has(root.childElementCount)) return null;
    const [title] = titleOf(root);
    if (title === undefined || (title.textContent ?? "").trim() === "") return null;
    const link = linkOf === null ? title.closest("a[href]") : (linkOf(root)[0] ?? null);
    if (link === null && first.link !== null) return null;
    return { root, title, ownTextOnly, link, snippet: snippetOf(root) };
  };
}
