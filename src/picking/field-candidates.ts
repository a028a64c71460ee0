import { namesInside } from "./field-names.ts";
import type { Look } from "./look.ts";

/** One way to name a field, with what it finds. */
export interface FieldCandidate {
  readonly selector: string;
  readonly cost: number;
  /** What it finds in each result of the sample: all elements, in the page's order. */
  readonly found: readonly (readonly Element[])[];
  /** The same for candidates that find the same. */
  readonly key: string;
}

/** A name has to be found in this share of the results; of more names than these the dearest are let go. */
const leastShare = 0.4;
const mostNames = 120;

/**
 * The names that the results of a sample have in common for what is inside them.
 *
 * @param groups each result's root and its further elements
 * @param within which elements of a result are looked into
 */
export const fieldCandidates = (
  groups: readonly (readonly Element[])[],
  within: (group: readonly Element[]) => readonly Element[],
  look: Look,
): readonly FieldCandidate[] => {
  const names = new Map<string, { count: number; cost: number }>();
  for (const group of groups) {
    const here = new Map(within(group).flatMap((element) => [...namesInside(element, look)]));
    for (const [selector, cost] of here) {
      const known = names.get(selector);
      names.set(selector, { count: (known?.count ?? 0) + 1, cost: Math.min(cost, known?.cost ?? Infinity) });
    }
  }
  const numbers = new Map<Element, number>();
  const numberOf = (element: Element): number => {
    const number = numbers.get(element) ?? numbers.size;
    numbers.set(element, number);
    return number;
  };
  return [...names]
    .filter(([, { count }]) => count >= groups.length * leastShare)
    .toSorted(([, a], [, b]) => a.cost - b.cost)
    .slice(0, mostNames)
    .map(([selector, { cost }]) => {
      const found = groups.map((group) => within(group).flatMap((element) => [...element.querySelectorAll(selector)]));
      return { selector, cost, found, key: found.map((elements) => elements.map(numberOf).join()).join(";") };
    });
};

/** Finds out a figure once for all candidates that find the same. */
export const byKey = (figure: (candidate: FieldCandidate) => number): ((candidate: FieldCandidate) => number) => {
  const known = new Map<string, number>();
  return (candidate) => {
    const value = known.get(candidate.key) ?? figure(candidate);
    known.set(candidate.key, value);
    return value;
  };
};

/**
 * What the names that people gave say for and against a field: the bonus where one of the names of what a candidate
 * finds is such a name, the penalty where one is another field's.
 */
export const nameFactors = (
  candidates: readonly FieldCandidate[],
  { own, bonus, other, penalty }: Readonly<Record<"own" | "other", RegExp> & Record<"bonus" | "penalty", number>>,
): ((candidate: FieldCandidate) => number) => {
  const named = (name: RegExp): ReadonlySet<string> =>
    new Set(candidates.filter(({ selector }) => name.test(selector)).map(({ key }) => key));
  const [speaksFor, speaksAgainst] = [named(own), named(other)];
  return ({ key }) => (speaksFor.has(key) ? bonus : 1) * (speaksAgainst.has(key) ? penalty : 1);
};

/** Each point of cost takes so much of a candidate's quality: it decides between what is else as good. */
const shareOfCost = 0.012;
const mostTaken = 0.5;

export const costFactor = (cost: number): number => 1 - Math.min(mostTaken, cost * shareOfCost);
