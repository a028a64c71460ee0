import { type TagTraits, traitsOf } from "@/detection/detector/tag-traits.ts";
import { isHitElement } from "@/dom-text/own-elements.ts";
import { elementAfter, firstElementIn, isClobbered } from "@/dom-text/unclobbered.ts";
import { atOnce } from "@/model/steps.ts";
import type { Steps } from "@/model/steps.ts";

/**
 * The page as compact records, in document order. Every element that a content script touches costs a wrapper, so as
 * few as possible are: of many siblings with the same tag only the first are entered, and the rest stand here as
 * stubs, without what is in them. All further work is done on these numbers.
 */
export interface PageTree {
  readonly elements: Element[];
  readonly tags: TagTraits[];
  /** The index of the parent (of the host, for what stands in a shadow root); -1 for the root. */
  readonly parents: number[];
  /** The index after the last descendant: the descendants of i are i+1 … ends[i]-1. */
  readonly ends: number[];
  /** Number of links, headings and blocks before each index; one entry more than there are elements. */
  readonly linksBefore: number[];
  readonly headingsBefore: number[];
  readonly blocksBefore: number[];
  /** The indices of all links and headings: before index i come as many of them as links and headings together. */
  readonly linksAndHeadings: number[];
  /** Whether each element was passed without being entered. */
  readonly stubs: boolean[];
  /** Elements whose text nobody reads (scripts, styles), in the page's order. */
  readonly silent: SilentElement[];
  /** The indices of elements that stand directly in a shadow root: no ancestor's `textContent` holds their text. */
  readonly shadowTops: number[];
  /** Elements that host an open shadow root, and those that pages may yet give one. */
  readonly hosts: Element[];
}

export interface SilentElement {
  readonly element: Element;
  /** The index of its parent. */
  readonly parent: number;
  /** How many elements come before it. */
  readonly before: number;
}

/**
 * So many siblings in a row with the same tag are entered: enough to learn what the results of a long list have in
 * common, also where three rows make one result. Of those that follow, the ones with a class that was entered are not.
 */
const enteredSiblings = 16;

/** So many elements are read in one step: about a millisecond's work for scripts that have just begun to run. */
const elementsPerStep = 200;

/** The classes of so many of them are known when the first is passed by. */
const classesKnown = 8;

/** A result says what it is in so many elements: what comes after them in one is not looked at. */
const tellingElements = 400;

/** The index up to which an element is looked at to tell what it is. */
export function tellingEnd(tree: PageTree, index: number): number {
  return Math.min(tree.ends[index]!, index + tellingElements);
}

/** One parent whose children are being read. */
interface Row {
  tag: TagTraits | null;
  length: number;
  /** How many alike are entered. */
  readonly limit: number;
  /** The classes that are known, once they matter. */
  classes: Set<string> | null;
}

/**
 * Reads `root` and the open shadow roots inside it, without recursion. A form that answers to names of fields is read
 * as if what it holds stood in its place.
 *
 * @param entirely parents all of whose children are entered, however many they are
 */
export function* readPageTree(root: Element, entirely: ReadonlySet<Element> = new Set()): Steps<PageTree> {
  const tree: PageTree = {
    elements: [],
    tags: [],
    parents: [],
    ends: [],
    linksBefore: [0],
    headingsBefore: [0],
    blocksBefore: [0],
    linksAndHeadings: [],
    stubs: [],
    silent: [],
    shadowTops: [],
    hosts: [],
  };
  yield* readInto(tree, root, -1, enteredSiblings, entirely);
  return tree;
}

/** Enters a stub: reads it again, with all that is in it, behind everything else, and returns its new index. */
export function enterStub(tree: PageTree, stub: number): number {
  const index = tree.elements.length;
  atOnce(readInto(tree, tree.elements[stub]!, tree.parents[stub]!, Number.POSITIVE_INFINITY, new Set()));
  return index;
}

function* readInto(
  tree: PageTree,
  root: Element,
  parentOfRoot: number,
  entered: number,
  entirely: ReadonlySet<Element>,
): Steps<void> {
  const { elements, tags, parents, ends, linksBefore, headingsBefore, blocksBefore, linksAndHeadings } = tree;
  const { stubs, silent, shadowTops, hosts } = tree;
  const start = elements.length;
  let links = linksBefore[start]!;
  let headings = headingsBefore[start]!;
  let blocks = blocksBefore[start]!;
  /** The hosts whose shadow root is being read, innermost last. */
  const openHosts: number[] = [];
  /** The rows of children that are being read, innermost last. The outermost parent's children are all entered. */
  const rows: Row[] = [];

  /** The forms whose elements are being read in their place, innermost last, each with its parent's index. */
  const passed: { readonly form: Element; readonly parent: number }[] = [];

  let index = start;
  let parent = parentOfRoot;
  let next: Element | null = root;
  while (true) {
    if (next !== null) {
      const element: Element = next;
      const tag = traitsOf(element.localName);
      if (tag.form && isClobbered(element)) {
        if (index === start) break;
        next = firstElementIn(element);
        if (next === null) next = elementAfter(element);
        else passed.push({ form: element, parent });
        continue;
      }
      if (tag.silent) {
        if (index === start) break;
        silent.push({ element, parent, before: index });
        next = element.nextElementSibling;
        continue;
      }
      if (tag.own || (tag.wrapsHits && isHitElement(element))) {
        next = element.nextElementSibling;
        continue;
      }
      if ((index - start) % elementsPerStep === elementsPerStep - 1) yield;
      elements[index] = element;
      tags[index] = tag;
      parents[index] = parent;
      ends[index] = index + 1;
      if (tag.link || tag.heading > 0) {
        if (tag.link) links++;
        else headings++;
        linksAndHeadings.push(index);
      }
      if (tag.block) blocks++;
      linksBefore[index + 1] = links;
      headingsBefore[index + 1] = headings;
      blocksBefore[index + 1] = blocks;
      if (openHosts.length > 0 && openHosts[openHosts.length - 1] === parent) shadowTops.push(index);
      const stub = rows.length > 1 && isStub(rows[rows.length - 1]!, element, tag);
      stubs[index] = stub;
      if (stub) {
        next = element.nextElementSibling;
        index++;
        continue;
      }
      next = tag.closed ? null : element.firstElementChild;
      if (tag.custom || (next === null && tag.plainHost)) {
        hosts.push(element);
        const first = element.shadowRoot?.firstElementChild ?? null;
        if (first !== null) {
          openHosts.push(index);
          next = first;
        }
      }
      parent = index;
      index++;
      const limit = entirely.size > 0 && entirely.has(element) ? Number.POSITIVE_INFINITY : entered;
      rows.push({ tag: null, length: 0, limit, classes: null });
      continue;
    }
    if (passed.length > 0 && passed[passed.length - 1]!.parent === parent) {
      next = elementAfter(passed.pop()!.form);
      continue;
    }
    // The children of `parent` are done: go on behind it, or with the light children of a host.
    if (openHosts.length > 0 && openHosts[openHosts.length - 1] === parent) {
      openHosts.pop();
      next = elements[parent]!.firstElementChild;
      if (next !== null) continue;
    }
    ends[parent] = index;
    rows.pop();
    if (parent === start) break;
    next = elements[parent]!.nextElementSibling;
    parent = parents[parent]!;
  }
}

function isStub(row: Row, element: Element, tag: TagTraits): boolean {
  if (row.tag === tag) row.length++;
  else row.length = 1;
  row.tag = tag;
  if (row.length <= row.limit - classesKnown) return false;
  const name = element.getAttribute("class") ?? "";
  row.classes ??= new Set();
  if (row.length > row.limit && row.classes.has(name)) return true;
  row.classes.add(name);
  return false;
}
