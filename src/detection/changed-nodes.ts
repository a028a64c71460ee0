import { localNameOf, parentOf } from "@/dom-text/unclobbered.ts";

/** What a scan was told has changed, prepared for questions about results. */
export interface Changes {
  /** Whether something inside the element, or the element itself, changed. */
  readonly touch: (element: Element) => boolean;
  /**
   * Whether something that shows or hides things changed in the element or of itself, else around it; null where no
   * such thing changed at all.
   */
  readonly restyled: ((element: Element) => "within" | "around" | null) | null;
  /** Whether the page has other style sheets, so that anything may be shown or hidden. */
  readonly isRestyledWhole: boolean;
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

/** All of the given nodes and what is around them. */
const withAllAround = (nodes: Iterable<Node>): ReadonlySet<Node> => {
  const all = new Set<Node>();
  for (const node of nodes) for (let at: Node | null = node; at !== null && !all.has(at); at = above(at)) all.add(at);
  return all;
};

/**
 * Tells what a node on which something shows and hides things means to the given elements; worked out when first asked:
 * the node where it is in one of them, is one or holds one; what holds both where it stands beside one or beside what
 * holds one, for style sheets show things by what stands before them, too; null where it is none of these.
 */
export const nearTo = (elements: () => Iterable<Element>): ((node: Node) => Node | null) => {
  let given: ReadonlySet<Node> | null = null;
  let around: ReadonlySet<Node> | null = null;
  return (node) => {
    given ??= new Set(elements());
    around ??= withAllAround(given);
    if (around.has(node)) return node;
    const outside = above(node);
    for (let at = outside; at !== null; at = above(at)) if (given.has(at)) return node;
    return outside !== null && around.has(outside) ? outside : null;
  };
};

const restyledBy = (nodes: readonly Node[]): Changes["restyled"] => {
  if (nodes.length === 0) return null;
  const own = new Set(nodes);
  const within = withAllAround(nodes);
  const known = new Map<Node, boolean>();
  /** Whether a node is one of those or stands in one. Most results have one parent: it is climbed from once. */
  const isIn = (node: Node | null): boolean => {
    if (node === null) return false;
    let answer = known.get(node);
    if (answer === undefined) {
      answer = false;
      for (let at: Node | null = node; at !== null && !answer; at = above(at)) answer = own.has(at);
      known.set(node, answer);
    }
    return answer;
  };
  return (element) => (within.has(element) ? "within" : isIn(above(element)) ? "around" : null);
};

/**
 * Prepares a list of changed nodes; `all` stands for a page of which nothing is known.
 *
 * @param restyled elements of which attributes changed that show and hide things; the document for its style sheets
 */
export const changesOf = (dirty: readonly Node[] | "all", restyled: readonly Node[]): Changes => {
  if (dirty === "all") {
    return {
      touch: () => true,
      restyled: () => "within",
      isRestyledWhole: true,
      links: true,
      matterOutside: () => true,
    };
  }
  const touched = withAllAround(dirty);
  return {
    touch: (element) => touched.has(element),
    restyled: restyledBy(restyled),
    isRestyledWhole: restyled.some(({ nodeType }) => nodeType === Node.DOCUMENT_NODE),
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
