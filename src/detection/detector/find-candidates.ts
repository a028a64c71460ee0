import type { ClassNames } from "@/detection/detector/class-names.ts";
import { findFurtherParts } from "@/detection/detector/further-parts.ts";
import { readWaysInside } from "@/detection/detector/inner-ways.ts";
import type { PageTexts } from "@/detection/detector/page-texts.ts";
import type { PageTree } from "@/detection/detector/page-tree.ts";
import { findRepeatedGroups, leastResults } from "@/detection/detector/repeated-groups.ts";
import { type SettledMembers, settleMembers } from "@/detection/detector/settle-members.ts";
import { tellCopies } from "@/detection/detector/tell-copies.ts";
import { findTitleLook, type TitleLook } from "@/detection/detector/title-look.ts";
import type { Steps } from "@/model/steps.ts";

/** Elements of the page that may be its results. */
export interface CandidateListing extends SettledMembers {
  /** An element among them that is what the page is about, and no result; -1 where there is none. */
  readonly giant: number;
  /** Elements that only repeat results, such as those in hidden tabs; they are not in `roots`. */
  readonly copies: readonly number[];
  /** `roots` and the likely stubs, in the page's order. */
  readonly places: readonly number[];
  /** The further elements of each of `places` that spans several. */
  readonly parts: readonly (readonly number[])[];
  readonly look: TitleLook;
}

/** Less text than this on average is a number or a symbol. */
const leastMeanWeight = 8;

/** The results are among the largest groups: looking at ever smaller ones would only take time. */
const mostGroups = 40;

/** On huge pages even fewer are looked at: no more than hold so many elements between them. */
const mostElements = 400_000;

/** Finds every set of elements on the page that may be its results, each settled to those that are alike. */
export function* findCandidates(
  tree: PageTree,
  names: ClassNames,
  texts: PageTexts,
): Steps<readonly CandidateListing[]> {
  const candidates = new Map<string, CandidateListing>();
  const ways = readWaysInside(tree, names);
  let elements = 0;
  const groups = yield* findRepeatedGroups(tree, names, texts);
  for (const group of groups.slice(0, mostGroups)) {
    yield;
    elements += group.reduce((sum, root) => sum + tree.ends[root]! - root, 0);
    if (elements > mostElements) break;
    const firstLook = findTitleLook(tree, names, texts, group);
    if (firstLook === null) continue;
    const settled = settleMembers(tree, names, ways, firstLook, group);
    const { originals, copies } = tellCopies(tree, texts, firstLook, settled.roots);
    const giant = giantAmong(names, texts, originals);
    const roots = giant < 0 ? originals : originals.filter((root) => root !== giant);
    const key = roots.join();
    if (roots.length < leastResults || candidates.has(key)) continue;
    const total = roots.reduce((sum, root) => sum + texts.weight(root), 0);
    if (total < leastMeanWeight * roots.length) continue;
    const look = (key === group.join() ? null : findTitleLook(tree, names, texts, roots)) ?? firstLook;
    // The sections of a page, and its table of contents.
    if (look.staying) continue;
    const places = [...roots, ...settled.likely].toSorted((a, b) => a - b);
    candidates.set(key, {
      ...settled,
      roots,
      giant,
      copies,
      places,
      parts: findFurtherParts(tree, names, texts, places),
      look,
    });
  }
  return [...candidates.values()];
}

/** An element that says so many times what is usual beside it is no result, but what the page is about. */
const timesUsual = 12;

/** Less than this is said by long results, too. */
const leastGiant = 1500;

/**
 * The element that says far more than is usual among others and is called like none of them; -1 where there is none:
 * the body of an article, with one related item in it, beside others.
 */
function giantAmong(names: ClassNames, texts: PageTexts, roots: readonly number[]): number {
  const weights = roots.map(texts.weight);
  const most = Math.max(...weights);
  const usual = weights.toSorted((a, b) => a - b)[roots.length >> 1] ?? 0;
  if (most < leastGiant || most < timesUsual * usual) return -1;
  const largest = roots[weights.indexOf(most)]!;
  return roots.some((root) => root !== largest && names.kind(root) === names.kind(largest)) ? -1 : largest;
}
