import type { ClassNames } from "@/detection/detector/class-names.ts";
import { headingTags, type PageTree } from "@/detection/detector/page-tree.ts";
import { readText } from "@/detection/detector/read-text.ts";
import type { TextWeights } from "@/detection/detector/text-weights.ts";

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
  /** The titles are links, or headings that hold or stand in a link. */
  readonly linked: boolean;
  /** The share of titles that stand in the middle of a running text. */
  readonly inProse: number;
}

/** Looks are compared on this many elements, evenly spaced: more would change nothing but the time it takes. */
const sampleSize = 30;

/** A title says no more by being longer than this. */
const enoughForTitle = 100;

/** What a heading is worth beside a plain link, and a link beside a heading that leads nowhere. */
const headingBonus = 1.5;
const linkBonus = 1.2;

/** A link can stand this deep in its heading, with spans between. */
const headingDepth = 3;

interface Look {
  readonly heading: boolean;
  readonly linked: boolean;
  readonly members: number[];
}

/** Finds the look that titles have in common; null where no two elements have a link or heading alike. */
export function findTitleLook(
  tree: PageTree,
  names: ClassNames,
  weights: TextWeights,
  roots: readonly number[],
): TitleLook | null {
  const sample = evenly(roots, sampleSize);
  const looks = new Map<number, Look>();
  for (const root of sample) {
    const seen = new Set<number>();
    for (let index = root; index < tree.ends[root]!; index++) {
      if (!canBeTitle(tree, index) || weights.weight(index) === 0) continue;
      const heading = headingOf(tree, root, index);
      const linked = isLinked(tree, root, index);
      const key = lookKey(tree, names, root, index, heading, linked);
      if (seen.has(key)) continue;
      seen.add(key);
      const look = looks.get(key);
      if (look === undefined) looks.set(key, { heading: heading !== null, linked, members: [index] });
      else look.members.push(index);
    }
  }
  let best: { key: number; look: Look; distinct: number; weight: number } | null = null;
  let bestScore = 0;
  for (const [key, look] of looks) {
    const { members } = look;
    if (members.length < 2) continue;
    const weight = members.reduce((sum, member) => sum + weights.weight(member), 0) / members.length;
    const potential =
      (members.length / sample.length) *
      Math.log2(2 + Math.min(weight, enoughForTitle)) *
      (look.heading ? headingBonus : 1) *
      (look.linked ? linkBonus : 1);
    if (potential <= bestScore) continue;
    const distinct = new Set(members.map((member) => readText(tree, member))).size / members.length;
    if (potential * distinct <= bestScore) continue;
    bestScore = potential * distinct;
    best = { key, look, distinct, weight };
  }
  if (best === null) return null;
  const { key, look, distinct, weight } = best;
  const hasLook = (root: number, index: number): boolean => {
    if (!canBeTitle(tree, index) || weights.weight(index) === 0) return false;
    const heading = headingOf(tree, root, index);
    return lookKey(tree, names, root, index, heading, isLinked(tree, root, index)) === key;
  };
  return {
    titleIn: (root) => {
      for (let index = root; index < tree.ends[root]!; index++) if (hasLook(root, index)) return index;
      return -1;
    },
    titlesIn: (root) => {
      let count = 0;
      for (let index = root; index < tree.ends[root]!; index++) {
        if (!hasLook(root, index)) continue;
        count++;
        // A heading with its link in it is one title.
        index = tree.ends[index]! - 1;
      }
      return count;
    },
    coverage: look.members.length / sample.length,
    distinct,
    weight,
    heading: look.heading,
    linked: look.linked,
    inProse: look.members.filter((member) => followsText(tree.elements[member]!)).length / look.members.length,
  };
}

function canBeTitle(tree: PageTree, index: number): boolean {
  const tag = tree.tags[index]!;
  return tag === "a" || headingTags.has(tag);
}

/** The tag of the heading that `index` is, stands in or holds; null where there is none. */
function headingOf(tree: PageTree, root: number, index: number): string | null {
  if (headingTags.has(tree.tags[index]!)) return tree.tags[index]!;
  if (tree.headingsBefore[tree.ends[index]!]! > tree.headingsBefore[index]!) {
    for (let inside = index + 1; inside < tree.ends[index]!; inside++) {
      if (headingTags.has(tree.tags[inside]!)) return tree.tags[inside]!;
    }
  }
  let above = tree.parents[index]!;
  for (let steps = 0; steps < headingDepth && above >= root; steps++, above = tree.parents[above]!) {
    if (headingTags.has(tree.tags[above]!)) return tree.tags[above]!;
  }
  return null;
}

function isLinked(tree: PageTree, root: number, index: number): boolean {
  if (tree.tags[index] === "a" || tree.linksBefore[tree.ends[index]!]! > tree.linksBefore[index]!) return true;
  for (let above = tree.parents[index]!; above >= root; above = tree.parents[above]!) {
    if (tree.tags[above] === "a") return true;
  }
  return false;
}

function lookKey(
  tree: PageTree,
  names: ClassNames,
  root: number,
  index: number,
  heading: string | null,
  linked: boolean,
): number {
  if (heading !== null) return -Number(heading.slice(1)) - (linked ? 0 : 10);
  return names.kind(index) * 100_000 + (index === root ? 0 : names.kind(tree.parents[index]!));
}

/** Whether words stand right before an element, as before a link in a sentence. A number or a bullet is no word. */
function followsText(element: Element): boolean {
  const before = element.previousSibling;
  return before !== null && before.nodeType === 3 && /\p{L}{2,}/u.test(before.nodeValue ?? "");
}

/** At most `count` of the members, evenly spaced. */
export function evenly(members: readonly number[], count: number): readonly number[] {
  if (members.length <= count) return members;
  return Array.from({ length: count }, (_, place) => members[Math.floor((place * members.length) / count)]!);
}
