import type { ClassNames } from "@/detection/detector/class-names.ts";
import { countLetters } from "@/detection/detector/count-letters.ts";
import type { PageTexts } from "@/detection/detector/page-texts.ts";
import { type PageTree, tellingEnd } from "@/detection/detector/page-tree.ts";
import { evenly } from "@/detection/evenly.ts";
import { isHitElement } from "@/dom-text/own-elements.ts";

/** What the titles of a group of elements look like: the one kind of link or heading that most of them have. */
export interface TitleLook {
  /** The first element of this look inside `root`; -1 where it has none. */
  readonly titleIn: (root: number) => number;
  /** How many different elements of this look are inside `root`. */
  readonly titlesIn: (root: number) => number;
  /** The share of elements that have such a title. */
  readonly coverage: number;
  /** The share of titles that say something of their own. */
  readonly distinct: number;
  /** How much a title says on average. */
  readonly weight: number;
  /** The titles are headings, or links in headings. */
  readonly heading: boolean;
  /** Most titles are links, or headings that hold or stand in one, and lead away from where they stand. */
  readonly linked: boolean;
  /** Most titles are links to places on the same page, or such places, as the headings of its own sections are. */
  readonly staying: boolean;
  /** The share of titles that stand in the middle of a running text. */
  readonly inProse: number;
}

/** Looks are compared on this many elements, evenly spaced: more would change nothing but the time it takes. */
const sampleSize = 16;

/** A title says no more by being longer than this. */
const enoughForTitle = 100;

/** What a heading is worth beside a plain link, and a link beside a heading that leads nowhere. */
const headingBonus = 1.5;
const linkBonus = 1.2;

/** A link can stand this deep in its heading, with spans between. */
const headingDepth = 3;

/** One look that elements of a group may have. */
interface Look {
  readonly key: number;
  readonly heading: boolean;
  readonly linked: boolean;
  /** The first element of this look in each root that has one. */
  readonly members: number[];
}

/** Finds the look that titles have in common; null where no two elements have a link or heading alike. */
export function findTitleLook(
  tree: PageTree,
  names: ClassNames,
  texts: PageTexts,
  roots: readonly number[],
): TitleLook | null {
  const sample = evenly(roots, sampleSize);
  const best = bestLook(texts, sample.length, looksOf(tree, names, texts, sample));
  if (best === null) return null;
  const { look, distinct, weight } = best;
  const hasLook = (root: number, index: number): boolean =>
    texts.weight(index) > 0 &&
    (lookKey(tree, names, root, index) === look.key || columnKey(tree, root, index) === look.key);
  const { linksAndHeadings, ends } = tree;
  return {
    titleIn: (root) => {
      const last = countBefore(tree, tellingEnd(tree, root));
      for (let place = countBefore(tree, root); place < last; place++) {
        if (hasLook(root, linksAndHeadings[place]!)) return linksAndHeadings[place]!;
      }
      return -1;
    },
    titlesIn: (root) => {
      const last = countBefore(tree, tellingEnd(tree, root));
      let count = 0;
      // A heading with its link in it is one title.
      let behind = root;
      for (let place = countBefore(tree, root); place < last; place++) {
        const index = linksAndHeadings[place]!;
        if (index < behind || !hasLook(root, index)) continue;
        count++;
        behind = ends[index]!;
      }
      return count;
    },
    coverage: look.members.length / sample.length,
    distinct,
    weight,
    heading: look.heading,
    linked:
      look.linked &&
      look.members.filter((member) => leadsAway(tree.elements[member]!)).length * 2 > look.members.length,
    staying: look.members.filter((member) => staysOnPage(tree.elements[member]!)).length * 2 > look.members.length,
    inProse: look.members.filter((member) => followsText(tree.elements[member]!)).length / look.members.length,
  };
}

function looksOf(tree: PageTree, names: ClassNames, texts: PageTexts, sample: readonly number[]): Iterable<Look> {
  const looks = new Map<number, Look>();
  const add = (key: number, root: number, index: number): void => {
    const look = looks.get(key);
    if (look === undefined) {
      const linked = key >= 0 || key > unlinkedHeading;
      looks.set(key, { key, heading: key < 0, linked, members: [index] });
    } else if (look.members[look.members.length - 1]! < root) look.members.push(index);
  };
  for (const root of sample) {
    const last = countBefore(tree, tellingEnd(tree, root));
    for (let place = countBefore(tree, root); place < last; place++) {
      const index = tree.linksAndHeadings[place]!;
      if (texts.weight(index) === 0) continue;
      add(lookKey(tree, names, root, index), root, index);
      const column = columnKey(tree, root, index);
      if (column !== null) add(column, root, index);
    }
  }
  return looks.values();
}

function bestLook(
  texts: PageTexts,
  sampled: number,
  looks: Iterable<Look>,
): { look: Look; distinct: number; weight: number } | null {
  let best: { look: Look; distinct: number; weight: number } | null = null;
  let bestScore = 0;
  for (const look of looks) {
    const { members } = look;
    if (members.length < 2) continue;
    const weight = members.reduce((sum, member) => sum + texts.weight(member), 0) / members.length;
    const potential = (members.length / sampled) * (look.heading ? headingBonus : 1) * (look.linked ? linkBonus : 1);
    if (potential * Math.log2(2 + Math.min(weight, enoughForTitle)) <= bestScore) continue;
    const said = members.map(texts.text);
    const distinct = new Set(said).size / members.length;
    // What counts things says less than what names them.
    const letters = said.reduce((sum, text) => sum + countLetters(text), 0) / members.length;
    const score = potential * Math.log2(2 + Math.min(letters, enoughForTitle)) * Math.sqrt(distinct);
    if (score <= bestScore) continue;
    bestScore = score;
    best = { look, distinct, weight };
  }
  return best;
}

/** How many links and headings, which alone can be titles, come before an index. */
function countBefore(tree: PageTree, index: number): number {
  return tree.linksBefore[index]! + tree.headingsBefore[index]!;
}

/** Keys of headings are negative: their level, and below this level for headings without a link. */
const unlinkedHeading = -10;

/**
 * The same number for titles that look alike: headings by their level, other links by their and their parent's name.
 */
function lookKey(tree: PageTree, names: ClassNames, root: number, index: number): number {
  const level = headingLevel(tree, root, index);
  if (level > 0) return isLinked(tree, root, index) ? -level : unlinkedHeading - level;
  return names.kind(index) * 65_536 + (index === root ? 0 : names.kind(tree.parents[index]!));
}

/** Keys of columns are above all others. */
const firstColumn = 2 ** 40;

/** The same number for links in one column of a table, whatever they are called; null for what is in no cell. */
function columnKey(tree: PageTree, root: number, index: number): number | null {
  if (!tree.tags[index]!.link) return null;
  let cell = index;
  while (cell > root && tree.tags[cell]!.name !== "td") cell = tree.parents[cell]!;
  if (cell <= root || tree.parents[cell] !== root) return null;
  let column = firstColumn;
  for (let before = root + 1; before < cell; before = tree.ends[before]!) column++;
  return column;
}

/** The level of the heading that `index` is, holds or stands in; 0 where there is none. */
function headingLevel(tree: PageTree, root: number, index: number): number {
  const own = tree.tags[index]!.heading;
  if (own > 0) return own;
  const end = tree.ends[index]!;
  if (tree.headingsBefore[end]! > tree.headingsBefore[index]!) {
    for (let inside = index + 1; inside < end; inside++) {
      if (tree.tags[inside]!.heading > 0) return tree.tags[inside]!.heading;
    }
  }
  if (index === root) return 0;
  let above = tree.parents[index]!;
  for (let steps = 0; steps < headingDepth && above >= root; steps++, above = tree.parents[above]!) {
    if (tree.tags[above]!.heading > 0) return tree.tags[above]!.heading;
  }
  return 0;
}

function isLinked(tree: PageTree, root: number, index: number): boolean {
  if (tree.linksBefore[tree.ends[index]!]! > tree.linksBefore[index]!) return true;
  for (let above = index; above > root;) {
    above = tree.parents[above]!;
    if (tree.tags[above]!.link) return true;
  }
  return false;
}

/** A link in a heading is that of the title when it says this share of it: less is a button, such as one to edit. */
const leastLinkedShare = 0.5;

/** The address written in the link that a title is, stands in or holds; empty where there is none. */
function writtenAddress(element: Element): string {
  const around = element.closest("a");
  if (around !== null) return around.getAttribute("href") ?? "";
  const inside = element.querySelector("a");
  const said = (element.textContent ?? "").trim().length;
  if (inside === null || (inside.textContent ?? "").trim().length < said * leastLinkedShare) return "";
  return inside.getAttribute("href") ?? "";
}

/** Whether the link of a title leads anywhere but to a place on the same page, as those of an article's sections do. */
function leadsAway(element: Element): boolean {
  const address = writtenAddress(element);
  return address !== "" && !address.startsWith("#") && !staysOnPage(element);
}

/**
 * Whether the link of a title leads to a named place on the same page, or a heading without one is such a place.
 * Applications write their own addresses so, too.
 */
function staysOnPage(element: Element): boolean {
  const address = writtenAddress(element);
  if (address === "") return isNamedPlace(element);
  const fragment = address.indexOf("#");
  if (fragment < 0 || /^#(?:$|[/!?])/.test(address.slice(fragment))) return false;
  if (fragment === 0) return true;
  const { baseURI, URL: here } = element.ownerDocument;
  return URL.canParse(address, baseURI) && new URL(address, baseURI).href.split("#")[0] === here.split("#")[0];
}

/** Whether a heading can be linked to: those of documents can, to be reached from a table of contents. */
function isNamedPlace(element: Element): boolean {
  return /^h[1-6]$/.test(element.localName) && (element.id !== "" || element.querySelector("a[name], [id]") !== null);
}

/** Whether words stand right before an element, as before a link in a sentence. A number or a bullet is no word. */
function followsText(element: Element): boolean {
  let text = "";
  for (let before = element.previousSibling; before !== null; before = before.previousSibling) {
    if (before.nodeType !== 3 && !isHitElement(before as Element)) break;
    text += before.textContent ?? "";
    if (countLetters(text) > 1) return true;
  }
  return false;
}
