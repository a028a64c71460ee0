import type { PageTree } from "@/detection/detector/page-tree.ts";

/** What the names that authors gave to elements say about a group of them, each from 0 to 1. */
export interface NameHints {
  /** The members are called what goes round a page's content: menus, filters, tags, related items. */
  readonly surrounding: number;
  /** The members are called parts of a conversation, or lie in one. */
  readonly conversation: number;
  /** They lie in what is tagged or called so. */
  readonly placed: number;
}

const surroundingWords = new Set(
  (
    "nav navbar navigation menu submenu dropdown footer header sidebar aside breadcrumb breadcrumbs pagination pager " +
    "paging filter filters facet facets tag tags share social toolbar widget related recommend recommended " +
    "recommendation recommendations popular trending promo banner tab tabs"
  ).split(" "),
);
const conversationWords = new Set(
  "comment comments commentlist reply replies answer answers message messages discussion".split(" "),
);
const placesAround = new Set(
  "nav navbar navigation menu submenu subnav footer related recommended recommendations trending".split(" "),
);
const tagsAround = new Set(["nav", "footer", "aside"]);
const conversationPlaces = new Set("comment comments commentlist replies answers".split(" "));

/** Names are read from this many members, and this many elements around them. */
const sampleSize = 8;
const stepsAround = 4;

/** Reads the names of a group's members and of the elements around them, from their common ancestor up. */
export function readNameHints(tree: PageTree, roots: readonly number[], common: number): NameHints {
  const sample = roots.slice(0, sampleSize).map((root) => wordsOf(tree, root));
  const shareOf = (words: ReadonlySet<string>): number =>
    sample.filter((name) => name.some((word) => words.has(word))).length / sample.length;
  let conversation = shareOf(conversationWords);
  let placed = 0;
  let around = common;
  for (let step = 0; step < stepsAround && around > 0; step++, around = tree.parents[around]!) {
    const words = wordsOf(tree, around);
    if (words.some((word) => conversationPlaces.has(word))) conversation = 1;
    if (tagsAround.has(tree.tags[around]!.name) || words.some((word) => placesAround.has(word))) placed = 1;
  }
  return { surrounding: shareOf(surroundingWords), conversation, placed };
}

/** The words in an element's classes and id: `searchResult-item` are three. */
function wordsOf(tree: PageTree, index: number): readonly string[] {
  const element = tree.elements[index]!;
  return `${element.getAttribute("class") ?? ""} ${element.id}`
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/);
}
