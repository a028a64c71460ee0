import type { ClassNames } from "@/detection/detector/class-names.ts";
import { findFurtherParts } from "@/detection/detector/further-parts.ts";
import type { CandidateListing } from "@/detection/detector/measure-listing.ts";
import type { PageTree } from "@/detection/detector/page-tree.ts";
import { findRepeatedGroups, leastResults } from "@/detection/detector/repeated-groups.ts";
import { settleMembers } from "@/detection/detector/settle-members.ts";
import type { TextWeights } from "@/detection/detector/text-weights.ts";
import { findTitleLook } from "@/detection/detector/title-look.ts";

/** What holds a smaller share of the page's elements than this is not what the page is about. */
const leastShareOfElements = 0.02;

/** Less text than this on average is a number or a symbol. */
const leastMeanWeight = 8;

/** Every set of elements on the page that may be its results, each settled to those that are alike. */
export function findCandidates(tree: PageTree, names: ClassNames, weights: TextWeights): readonly CandidateListing[] {
  const candidates = new Map<string, CandidateListing>();
  for (const { roots: repeated } of findRepeatedGroups(tree, names, weights)) {
    const elements = repeated.reduce((sum, root) => sum + tree.ends[root]! - root, 0);
    if (elements < tree.tags.length * leastShareOfElements) continue;
    const firstLook = findTitleLook(tree, names, weights, repeated);
    if (firstLook === null) continue;
    const roots = settleMembers(tree, names, firstLook, repeated);
    if (roots.length < leastResults) continue;
    const key = roots.join();
    if (candidates.has(key)) continue;
    const parts = findFurtherParts(tree, names, weights, roots);
    const total = roots.reduce((sum, root) => sum + weights.weight(root), 0);
    if (total < leastMeanWeight * roots.length) continue;
    candidates.set(key, { roots, parts, look: findTitleLook(tree, names, weights, roots) ?? firstLook });
  }
  return [...candidates.values()];
}
