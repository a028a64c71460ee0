/**
 * The page as compact records, in document order. Every element that a content script touches costs a wrapper, so
 * the page is walked once, and everything that follows works on these numbers until the results are known.
 */
export interface PageTree {
  readonly elements: readonly Element[];
  /** Lower-case tag names. */
  readonly tags: readonly string[];
  /** The index of the parent (of the host, for what stands in a shadow root); -1 for the root. */
  readonly parents: readonly number[];
  /** The index after the last descendant: the descendants of i are i+1 … ends[i]-1. */
  readonly ends: readonly number[];
  /** Number of links, headings, pictures and blocks before each index; one entry more than there are elements. */
  readonly linksBefore: readonly number[];
  readonly headingsBefore: readonly number[];
  readonly imagesBefore: readonly number[];
  readonly blocksBefore: readonly number[];
  /** Elements whose text nobody reads (scripts, styles), in the page's order. */
  readonly silent: readonly SilentElement[];
  /** The indices of elements that stand directly in a shadow root: no ancestor's `textContent` holds their text. */
  readonly shadowTops: readonly number[];
}

export interface SilentElement {
  readonly element: Element;
  /** The index of its parent. */
  readonly parent: number;
  /** How many elements come before it. */
  readonly before: number;
}

/** Elements that hold nothing a reader reads as text. Only these three put text into `textContent` that is code. */
const silentTags = new Set(["script", "style", "noscript", "template"]);

/** Elements whose inside never holds a listing: they are recorded, and not entered. */
const closedTags = new Set([
  "svg", "math", "select", "datalist", "iframe", "object", "video", "audio", "canvas", "picture", "map", "textarea",
]); // prettier-ignore

/** Elements without a hyphen that can host a shadow root, and that pages use for it. */
const plainHosts = new Set(["div", "section", "main", "article", "aside"]);

/** Elements that begin a paragraph of their own. */
const blockTags = new Set([
  ..."address article aside blockquote dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6".split(" "),
  ..."header hr li main nav ol p pre section table td th tr ul".split(" "),
]);

export const headingTags: ReadonlySet<string> = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);

/** Walks `root` and the open shadow roots inside it, without recursion. */
export function readPageTree(root: Element): PageTree {
  const elements: Element[] = [];
  const tags: string[] = [];
  const parents: number[] = [];
  const ends: number[] = [];
  const linksBefore: number[] = [];
  const headingsBefore: number[] = [];
  const imagesBefore: number[] = [];
  const blocksBefore: number[] = [];
  const silent: SilentElement[] = [];
  const shadowTops: number[] = [];
  let links = 0;
  let headings = 0;
  let images = 0;
  let blocks = 0;
  /** The hosts whose shadow root is being walked, innermost last. */
  const openHosts: number[] = [];

  let parent = -1;
  let next: Element | null = root;
  while (true) {
    if (next !== null) {
      const element: Element = next;
      const tag = element.localName;
      if (silentTags.has(tag)) {
        if (parent >= 0) silent.push({ element, parent, before: elements.length });
        next = parent < 0 ? null : element.nextElementSibling;
        if (parent < 0) break;
        continue;
      }
      const index = elements.length;
      elements.push(element);
      tags.push(tag);
      parents.push(parent);
      if (openHosts.at(-1) === parent) shadowTops.push(index);
      ends.push(index + 1);
      linksBefore.push(links);
      headingsBefore.push(headings);
      imagesBefore.push(images);
      blocksBefore.push(blocks);
      if (tag === "a") links++;
      else if (headingTags.has(tag)) headings++;
      else if (tag === "img" || tag === "picture") images++;
      if (blockTags.has(tag)) blocks++;
      next = closedTags.has(tag) ? null : element.firstElementChild;
      if (tag.includes("-") || (next === null && plainHosts.has(tag))) {
        const first = element.shadowRoot?.firstElementChild ?? null;
        if (first !== null) {
          openHosts.push(index);
          next = first;
        }
      }
      parent = index;
      continue;
    }
    // The children of `parent` are done: go on behind it, or with the light children of a host.
    if (openHosts.at(-1) === parent) {
      openHosts.pop();
      next = elements[parent]!.firstElementChild;
      if (next !== null) continue;
    }
    ends[parent] = elements.length;
    if (parent <= 0) break;
    next = elements[parent]!.nextElementSibling;
    parent = parents[parent]!;
  }
  linksBefore.push(links);
  headingsBefore.push(headings);
  imagesBefore.push(images);
  blocksBefore.push(blocks);
  return { elements, tags, parents, ends, linksBefore, headingsBefore, imagesBefore, blocksBefore, silent, shadowTops };
}
