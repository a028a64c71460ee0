import type { ClassNames } from "@/detection/detector/class-names.ts";
import type { PageTexts } from "@/detection/detector/page-texts.ts";
import type { PageTree } from "@/detection/detector/page-tree.ts";
import type { Steps } from "@/model/steps.ts";

/** Fewer repetitions than this are not told from chance. */
export const leastResults = 3;

/** What holds a smaller share of the elements that were entered than this is not what the page is about. */
const leastShareOfElements = 0.02;

/** What says more is no title that a page would carry twice. */
const longestTitle = 500;

/** A title lies no deeper in its result. */
const mostSteps = 64;

/**
 * Finds every group of elements on the page that may be results, with many that are not: what stands around links that
 * look alike or headings of one level, and siblings alike. Each group is disjoint and in the page's order; stubs are
 * in none. The largest groups come first.
 */
export function* findRepeatedGroups(
  tree: PageTree,
  names: ClassNames,
  texts: PageTexts,
): Steps<readonly (readonly number[])[]> {
  const groups = new Map<string, { roots: readonly number[]; size: number }>();
  const leastSize = countEntered(tree) * leastShareOfElements;
  const add = (roots: readonly number[]): void => {
    if (roots.length < leastResults) return;
    const size = sizeOf(tree, roots);
    if (size < leastSize) return;
    const key = roots.join();
    if (!groups.has(key)) groups.set(key, { roots, size });
  };
  const addAround = (members: readonly number[]): void => {
    if (members.length < leastResults) return;
    const titles = withoutRepeats(tree, texts, members);
    const roots = rootsAround(tree, titles);
    add(roots);
    add(rootsAtUsualHeight(tree, titles, roots));
    for (const part of grouped(roots, (root) => tree.parents[root]!)) add(part);
    for (const part of grouped(roots, names.kind)) add(part);
  };

  const addAll = (members: readonly number[]): void => {
    addAround(members);
    // Menus of the plainest markup have links like those of results.
    for (const part of grouped(members, (member) => areaOf(tree, member))) {
      if (part.length < members.length) addAround(part);
    }
  };

  for (const members of [...likeLinks(tree, names, texts), ...headingsByLevel(tree)]) {
    addAll(members);
    yield;
  }
  for (let parent = 0; parent < tree.tags.length; parent++) {
    const inside = tree.ends[parent]! - parent - 1;
    if (inside < leastResults || inside < leastSize) continue;
    const children = enteredChildren(tree, parent);
    if (children.length < leastResults || sizeOf(tree, children) < leastSize) continue;
    for (const sameTag of grouped(children, (child) => tree.tags[child]!.id)) {
      if (sameTag.length < leastResults) continue;
      let largest = 0;
      for (const sameKind of grouped(sameTag, names.kind)) {
        add(sameKind);
        largest = Math.max(largest, sameKind.length);
      }
      // Where each result has classes of its own, the tag has to do.
      if (largest < sameTag.length / 2) add(sameTag);
    }
    yield;
  }
  return [...groups.values()].toSorted((a, b) => b.size - a.size).map(({ roots }) => roots);
}

/** Links that say something, in groups that are called alike and stand in elements called alike. */
function* likeLinks(tree: PageTree, names: ClassNames, texts: PageTexts): Iterable<readonly number[]> {
  const links: number[] = [];
  for (const index of tree.linksAndHeadings) if (index > 0 && tree.tags[index]!.link) links.push(index);
  for (const alike of grouped(links, (link) => names.kind(link) * 65_536 + names.kind(tree.parents[link]!))) {
    if (alike.length >= leastResults) yield alike.filter((link) => texts.weight(link) > 0);
  }
}

/** The innermost element around another that parts a page into its content and what goes round it, or 0. */
function areaOf(tree: PageTree, index: number): number {
  let area = index;
  while (area > 0 && !tree.tags[area]!.area) area = tree.parents[area]!;
  return Math.max(0, area);
}

function countEntered(tree: PageTree): number {
  let count = 0;
  for (let index = 0; index < tree.stubs.length; index++) if (!tree.stubs[index]!) count++;
  return count;
}

/** The headings of each level, the highest first. */
function headingsByLevel(tree: PageTree): readonly (readonly number[])[] {
  const levels: number[][] = [[], [], [], [], [], []];
  for (const index of tree.linksAndHeadings) if (index > 0) levels[tree.tags[index]!.heading - 1]?.push(index);
  return levels;
}

function enteredChildren(tree: PageTree, parent: number): readonly number[] {
  const children: number[] = [];
  for (let child = parent + 1; child < tree.ends[parent]!; child = tree.ends[child]!) {
    if (!tree.stubs[child]!) children.push(child);
  }
  return children;
}

/** The largest elements around each member that hold no other member. */
function rootsAround(tree: PageTree, members: readonly number[]): readonly number[] {
  if (members.length < leastResults) return [];
  const last = members[members.length - 1]!;
  let common = members[0]!;
  while (tree.ends[common]! <= last) common = tree.parents[common]!;
  return members.map((member, place) => {
    const before = members[place - 1] ?? -1;
    const after = members[place + 1] ?? tree.tags.length;
    let root = member;
    for (let step = 0; step < mostSteps; step++) {
      const parent = tree.parents[root]!;
      if (parent === common || parent <= before || tree.ends[parent]! > after) break;
      root = parent;
    }
    return root;
  });
}

/**
 * Of elements around members those that stand as high above them as most do, and of those that stand higher what is
 * inside at that height: a list of one result is as large as the result, and is not taken for it. None where all stand
 * equally high.
 */
function rootsAtUsualHeight(tree: PageTree, members: readonly number[], roots: readonly number[]): readonly number[] {
  const heights = roots.map((root, place) => {
    let height = 0;
    for (let at = members[place]!; at > root; at = tree.parents[at]!) height++;
    return height;
  });
  const counts = new Map<number, number>();
  for (const height of heights) counts.set(height, (counts.get(height) ?? 0) + 1);
  if (counts.size < 2) return [];
  let usual = 0;
  for (const [height, count] of counts) if (count > (counts.get(usual) ?? 0)) usual = height;
  return members.flatMap((member, place) => {
    if (heights[place]! < usual) return [];
    let root = member;
    for (let step = 0; step < usual; step++) root = tree.parents[root]!;
    return [root];
  });
}

/**
 * Leaves out a link or heading that says the same and leads to the same place as the one before it: pages carry a
 * result's title twice, for small and for large screens.
 */
function withoutRepeats(tree: PageTree, texts: PageTexts, members: readonly number[]): readonly number[] {
  let leadsTo: string | null = null;
  return members.filter((member, place) => {
    const leadsToBefore = leadsTo;
    leadsTo = tree.elements[member]!.getAttribute("href");
    const before = members[place - 1];
    return (
      before === undefined ||
      leadsTo !== leadsToBefore ||
      texts.weight(member) > longestTitle ||
      texts.weight(member) !== texts.weight(before) ||
      tree.elements[member]!.textContent !== tree.elements[before]!.textContent
    );
  });
}

function sizeOf(tree: PageTree, roots: readonly number[]): number {
  let size = 0;
  for (const root of roots) size += tree.ends[root]! - root;
  return size;
}

function grouped(members: readonly number[], keyOf: (member: number) => number): Iterable<number[]> {
  const groups = new Map<number, number[]>();
  for (const member of members) {
    const key = keyOf(member);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [member]);
    else group.push(member);
  }
  return groups.values();
}
