import type { ClassNames } from "@/detection/detector/class-names.ts";
import { headingTags, type PageTree } from "@/detection/detector/page-tree.ts";
import type { TextWeights } from "@/detection/detector/text-weights.ts";

/** Elements that repeat, each of which may be a result: disjoint, in the page's order. */
export interface RepeatedGroup {
  readonly roots: readonly number[];
  /** What repeats: links that look alike, headings of one level, or siblings. */
  readonly by: "links" | "headings" | "siblings";
}

/** Fewer repetitions than this are not told from chance. */
export const leastResults = 3;

/** Every group of elements on the page that may be results, with many that are not. */
export function findRepeatedGroups(tree: PageTree, names: ClassNames, weights: TextWeights): readonly RepeatedGroup[] {
  const groups = new Map<string, RepeatedGroup>();
  const add = (roots: readonly number[], by: RepeatedGroup["by"]) => {
    if (roots.length < leastResults) return;
    const key = roots.join();
    if (!groups.has(key)) groups.set(key, { roots, by });
  };
  const addWithParts = (roots: readonly number[], by: RepeatedGroup["by"]) => {
    add(roots, by);
    for (const part of grouped(roots, (root) => tree.parents[root]!)) add(part, by);
    for (const part of grouped(roots, names.kind)) add(part, by);
  };

  const children = new Map<number, number[]>();
  const links = new Map<number, number[]>();
  const headings = new Map<string, number[]>();
  for (let index = 1; index < tree.tags.length; index++) {
    const parent = tree.parents[index]!;
    push(children, parent, index);
    const tag = tree.tags[index]!;
    if (tag === "a" && weights.weight(index) > 0) push(links, names.kind(index) * 100_000 + names.kind(parent), index);
    else if (headingTags.has(tag)) push(headings, tag, index);
  }
  for (const members of links.values()) {
    if (members.length >= leastResults)
      addWithParts(rootsAround(tree, withoutRepeats(tree, weights, members)), "links");
  }
  for (const members of headings.values()) {
    if (members.length >= leastResults)
      addWithParts(rootsAround(tree, withoutRepeats(tree, weights, members)), "headings");
  }
  for (const siblings of children.values()) {
    if (siblings.length < leastResults) continue;
    for (const sameTag of grouped(siblings, (index) => tree.tags[index]!)) {
      if (sameTag.length < leastResults) continue;
      let largest = 0;
      for (const sameKind of grouped(sameTag, names.kind)) {
        add(sameKind, "siblings");
        largest = Math.max(largest, sameKind.length);
      }
      if (largest < sameTag.length / 2) add(sameTag, "siblings");
    }
  }
  return [...groups.values()];
}

/** The largest elements around each member that hold no other member. */
function rootsAround(tree: PageTree, members: readonly number[]): number[] {
  if (members.length < 2) return [...members];
  let common = members[0]!;
  while (tree.ends[common]! <= members.at(-1)!) common = tree.parents[common]!;
  return members.map((member, place) => {
    const before = members[place - 1] ?? -1;
    const after = members[place + 1] ?? tree.tags.length;
    let root = member;
    while (true) {
      const parent = tree.parents[root]!;
      if (parent === common || parent <= before || tree.ends[parent]! > after) return root;
      root = parent;
    }
  });
}

/**
 * Leaves out a link or heading that says the same and leads to the same place as the one before it: pages carry a
 * result's title twice, for small and for large screens.
 */
function withoutRepeats(tree: PageTree, weights: TextWeights, members: readonly number[]): number[] {
  return members.filter((member, place) => {
    const before = members[place - 1];
    return (
      before === undefined ||
      weights.weight(member) !== weights.weight(before) ||
      tree.elements[member]!.getAttribute("href") !== tree.elements[before]!.getAttribute("href") ||
      tree.elements[member]!.textContent !== tree.elements[before]!.textContent
    );
  });
}

function grouped(members: readonly number[], keyOf: (member: number) => number | string): Iterable<number[]> {
  const groups = new Map<number | string, number[]>();
  for (const member of members) push(groups, keyOf(member), member);
  return groups.values();
}

function push<Key>(groups: Map<Key, number[]>, key: Key, member: number): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [member]);
  else group.push(member);
}
