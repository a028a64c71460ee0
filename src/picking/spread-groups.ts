import type { Likeness } from "./likeness.ts";
import type { Look } from "./look.ts";

/** Results that span several siblings each: a first element and those that follow it. */
export interface SpreadGroups {
  readonly roots: readonly Element[];
  /** The further elements of each result. */
  readonly parts: readonly (readonly Element[])[];
}

/** A kind of sibling belongs to the result before it when it follows at least this share of the results. */
const shareOfFollowed = 0.6;

/** The last result has no end, and one other alone shows no order. */
const leastResults = 3;

/** A result that spans more siblings than this is a section of a text. */
const mostParts = 6;

interface Split extends SpreadGroups {
  /**
   * Elements of kinds that belong to results, before the first one: the fewer, the better the beginning was guessed.
   */
  readonly before: number;
}

/** Splits siblings where one kind begins; null where what follows is not alike. */
const splitAt = (siblings: readonly Element[], kinds: readonly number[], leader: number): Split | null => {
  const starts = kinds.flatMap((kind, place) => (kind === leader ? [place] : []));
  if (starts.length < leastResults) return null;
  // What follows the last result has no end: only what is between two results tells what belongs to one.
  const bounded = starts.slice(0, -1).map((start, nth) => kinds.slice(start + 1, starts[nth + 1]));
  const counts = new Map<number, number>();
  for (const followers of bounded) {
    for (const kind of new Set(followers)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const belongs = (kind: number): boolean => (counts.get(kind) ?? 0) >= bounded.length * shareOfFollowed;
  if (![...counts.keys()].some(belongs)) return null;
  const parts = starts.map((start, nth) => {
    const followers = kinds.slice(start + 1, starts[nth + 1]);
    const stop = followers.findIndex((kind) => !belongs(kind));
    return siblings.slice(start + 1, start + 1 + (stop < 0 ? followers.length : stop));
  });
  const longest = parts.slice(0, -1).reduce((most, { length }) => Math.max(most, length), 0);
  const before = kinds.slice(0, starts[0]).filter(belongs).length;
  // As many before the first result as belong to one: what was taken for the first elements stands between results.
  if (longest > mostParts || before >= longest) return null;
  // Lines and gaps between results are no part of them.
  if (parts.every((part) => part.every((element) => (element.textContent ?? "").trim() === ""))) return null;
  return { roots: starts.map((start) => siblings[start]!), parts: parts.map((part) => part.slice(0, longest)), before };
};

/**
 * The results around one of several siblings, where results span more than one of them: rows of a table, `dd` after
 * `dt`, texts after headings. Null where the siblings show no such order.
 */
export const spreadAround = (picked: Element, likeness: Likeness, look: Look): SpreadGroups | null => {
  const siblings = picked.parentElement === null ? [] : look.children(picked.parentElement);
  const kinds = likeness.sortsOf(siblings);
  const splits = [...new Set(kinds)].flatMap((leader) => {
    const split = leader < 0 ? null : splitAt(siblings, kinds, leader);
    const holdsPicked = split !== null && [...split.roots, ...split.parts.flat()].includes(picked);
    return holdsPicked ? [split] : [];
  });
  const [best] = splits.toSorted((a, b) => a.before - b.before || b.roots.length - a.roots.length);
  return best ?? null;
};
