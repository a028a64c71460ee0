import { localNameOf, parentOf } from "@/dom-text/unclobbered.ts";

/** What a scan was told has changed, prepared for questions about results. */
export interface Changes {
  /** Whether something inside the element, or the element itself, changed. */
  readonly touch: (element: Element) => boolean;
  /** Whether a link itself changed, and so perhaps its address. */
  readonly links: boolean;
  /** Whether something outside all of the given elements changed that could make or unmake a listing. */
  readonly matterOutside: (elements: readonly Element[]) => boolean;
}

const above = (node: Node): Node | null =>
  parentOf(node) ?? ("host" in node && node.host instanceof Element ? node.host : null);

/** Whether a changed node can make or unmake a listing: text that changes by itself, such as a clock, cannot. */
const canHoldResults = (node: Node): boolean =>
  node.isConnected && "childElementCount" in node && node.childElementCount !== 0;

/** Prepares a list of changed nodes; `all` stands for a page of which nothing is known. */
export const changesOf = (dirty: readonly Node[] | "all"): Changes => {
  if (dirty === "all") return { touch: () => true, links: true, matterOutside: () => true };
  const touched = new Set<Node>();
  for (const node of dirty) {
    for (let at: Node | null = node; at !== null && !touched.has(at); at = above(at)) touched.add(at);
  }
  return {
    touch: (element) => touched.has(element),
    links: dirty.some((node) => node instanceof Element && localNameOf(node) === "a"),
    matterOutside: (elements) => {
      const roots = new Set<Node>(elements);
      const isInside = (node: Node): boolean => {
        for (let at: Node | null = node; at !== null; at = above(at)) if (roots.has(at)) return true;
        return false;
      };
      return dirty.some((node) => canHoldResults(node) && !isInside(node));
    },
  };
};
