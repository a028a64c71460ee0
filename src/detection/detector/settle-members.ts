import type { ClassNames } from "@/detection/detector/class-names.ts";
import { type CommonInside, findCommonInside } from "@/detection/detector/common-inside.ts";
import { firstAtLeast } from "@/detection/detector/first-at-least.ts";
import type { WaysInside } from "@/detection/detector/inner-ways.ts";
import type { PageTree } from "@/detection/detector/page-tree.ts";
import type { TitleLook } from "@/detection/detector/title-look.ts";
import { evenly } from "@/detection/evenly.ts";

/** Which elements of a group and of their siblings are results. */
export interface SettledMembers {
  /** Those that are, among the elements that were entered, in the page's order. */
  readonly roots: readonly number[];
  /** Stubs among their siblings, in the page's order. */
  readonly stubs: readonly number[];
  /** Those of the stubs that are called as results mostly are. */
  readonly likely: readonly number[];
  /** Whether an element is one, as far as its name tells: null where it does not. */
  readonly byName: (index: number) => boolean | null;
  /** Whether an element that was entered is one. */
  readonly isResult: (index: number) => boolean;
}

/** What is common is learned from this many members. */
const sampleSize = 12;

/** An element with a title like the others' is a result when it has more than half of what is common inside. */
const leastLikenessWithTitle = 0.55;

/** Called like the others too, it may be fuller or barer than they are. */
const leastLikenessOfNamesake = 0.3;

/** Without such a title it is a result, such as a deleted one, only when it is much like the others, classes too. */
const leastLikenessWithoutTitle = 0.6;
const leastLikenessInKindsWithoutTitle = 0.45;

/** Built exactly like the others, it may have classes of its own, as where they tell genres or states. */
const exactLikeness = 0.95;
/** Only where so much is common does being built alike say something. */
const tellingSize = 5;

/** Called otherwise than nearly all others, it has to be like them in two thirds of the common, classes too. */
const leastLikenessOfOutsider = 0.66;

/** With more than this many times the titles that are usual it is a box of several things. */
const manyTitles = 2;

/** A class token that this share of the members has is the name of results here. */
const shareOfName = 0.7;

/** So many elements of one name that are no results, and none that is, tell that the name is not that of results. */
const tellingRejections = 2;

/**
 * Settles which elements are results: of a group's members and their siblings, those that are like most members. Ads,
 * headings, carousels and pagers between results fall out; results that the group did not hold come in.
 */
export function settleMembers(
  tree: PageTree,
  names: ClassNames,
  ways: WaysInside,
  look: TitleLook,
  group: readonly number[],
): SettledMembers {
  const isResult = learnResults(
    tree,
    names,
    ways,
    look,
    evenly(
      group.filter((root) => look.titleIn(root) >= 0),
      sampleSize,
    ),
  );
  const members = group.filter(isResult);
  const roots: number[] = [];
  const stubs: number[] = [];
  const accepted = new Map<number, number>();
  const rejected = new Map<number, number>();
  for (const index of withSiblings(tree, members)) {
    if (tree.stubs[index]!) {
      stubs.push(index);
      continue;
    }
    const found = isResult(index);
    if (found) roots.push(index);
    const counts = found ? accepted : rejected;
    counts.set(names.kind(index), (counts.get(names.kind(index)) ?? 0) + 1);
  }
  return {
    roots,
    stubs,
    likely: stubs.filter((stub) => (accepted.get(names.kind(stub)) ?? 0) > (rejected.get(names.kind(stub)) ?? 0)),
    byName: (index) => {
      const kind = names.kind(index);
      if (accepted.has(kind)) return rejected.has(kind) ? null : true;
      return (rejected.get(kind) ?? 0) >= tellingRejections ? false : null;
    },
    isResult,
  };
}

function learnResults(
  tree: PageTree,
  names: ClassNames,
  ways: WaysInside,
  look: TitleLook,
  sample: readonly number[],
): (index: number) => boolean {
  const cores = sample.map((root) => coreOf(tree, root));
  const byTags = findCommonInside(ways.byTags, cores);
  let byKinds: CommonInside | null = null;
  const likeInKinds = (root: number): number => {
    byKinds ??= findCommonInside(ways.byKinds, cores);
    return byKinds.likeness(coreOf(tree, root));
  };
  const rootTokens = commonTokens(names, sample);
  const coreTokens = commonTokens(names, cores);
  const usualTitles = middle(sample.map(look.titlesIn));
  return (root) => {
    const core = coreOf(tree, root);
    const likeness = byTags.likeness(core);
    if (likeness < leastLikenessOfNamesake) return false;
    const namesake = sharesToken(names, core, coreTokens);
    const outsider = namesake === false || sharesToken(names, root, rootTokens) === false;
    if (outsider && likeInKinds(root) < leastLikenessOfOutsider) return false;
    const titles = look.titlesIn(root);
    if (titles > usualTitles * manyTitles && likeInKinds(root) < leastLikenessOfOutsider) return false;
    if (titles > 0) return likeness >= leastLikenessWithTitle || namesake === true;
    if (likeness >= exactLikeness && byTags.size >= tellingSize) return true;
    return likeness >= leastLikenessWithoutTitle && likeInKinds(root) >= leastLikenessInKindsWithoutTitle;
  };
}

/** Whether an element has one of the tokens; null where there are none to have. */
function sharesToken(names: ClassNames, index: number, tokens: ReadonlySet<string>): boolean | null {
  return tokens.size === 0 ? null : names.tokens(names.kind(index)).some((token) => tokens.has(token));
}

/** What is left of an element without the wrappers around it that hold nothing else. */
function coreOf(tree: PageTree, root: number): number {
  let core = root;
  while (core + 1 < tree.ends[root]! && tree.ends[core + 1] === tree.ends[root]) {
    const { link, heading } = tree.tags[core + 1]!;
    if (link || heading > 0) break;
    core++;
  }
  return core;
}

function commonTokens(names: ClassNames, roots: readonly number[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const root of roots) {
    for (const token of new Set(names.tokens(names.kind(root)))) counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  const common = new Set<string>();
  for (const [token, count] of counts) if (count >= roots.length * shareOfName) common.add(token);
  return common;
}

/** The members and their siblings with the tags that members have, in the page's order; none inside another. */
function withSiblings(tree: PageTree, members: readonly number[]): readonly number[] {
  const all = new Set(members);
  const tags = new Set(members.map((member) => tree.tags[member]!));
  for (const parent of new Set(members.map((member) => tree.parents[member]!))) {
    let next = firstAtLeast(members, parent + 1);
    for (let child = parent + 1; child < tree.ends[parent]!; child = tree.ends[child]!) {
      while (next < members.length && members[next]! < child) next++;
      const holdsMember = next < members.length && members[next]! < tree.ends[child]!;
      if (!holdsMember && tags.has(tree.tags[child]!)) all.add(child);
    }
  }
  return [...all].toSorted((a, b) => a - b);
}

function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
