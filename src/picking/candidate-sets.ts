import { evenly } from "@/detection/evenly.ts";

import { alikeSets } from "./alike-sets.ts";
import { commonFeatures } from "./element-features.ts";
import { createLikeness } from "./likeness.ts";
import type { Likeness } from "./likeness.ts";
import type { Look } from "./look.ts";
import { spreadAround } from "./spread-groups.ts";

/** Results as elements alone: each a root with its further elements after it. */
export type ResultGroups = readonly (readonly Element[])[];

/** A page is looked at so far above the picked element. */
const mostLevels = 30;

/** Steps beyond these are ones that nobody takes. */
const mostSets = 20;

/** The picked element and all that hold it, below the body. */
const levelsOf = (picked: Element): readonly Element[] => {
  const levels: Element[] = [];
  let at: Element | null = picked;
  while (at !== null && at.localName !== "body" && levels.length < mostLevels) {
    levels.push(at);
    at = at.parentElement;
  }
  return levels;
};

const groupsAt = (level: Element, likeness: Likeness, look: Look): readonly ResultGroups[] => {
  const spread = spreadAround(level, likeness, look);
  return [
    ...alikeSets(level, likeness).map((set) => set.map((root) => [root])),
    ...(spread ? [spread.roots.map((root, place) => [root, ...spread.parts[place]!])] : []),
  ];
};

/** The wrapper of each result adds no text, and where it has no lasting name of its own it is worth less. */
const sampleSize = 8;
const muchDearer = 1.5;

const cheapest = (groups: ResultGroups): number =>
  Math.min(...commonFeatures(evenly(groups, sampleSize).map(([root]) => root!)).map(({ cost }) => cost));

/** Whether the second set is the first with something around each result that says nothing more. */
const onlyWraps = (inner: ResultGroups, outer: ResultGroups, look: Look): boolean =>
  inner.length === outer.length &&
  [...inner, ...outer].every(({ length }) => length === 1) &&
  inner.every(([root], place) => outer[place]![0]!.contains(root!)) &&
  evenly(
    inner.map(([root], place) => [root!, outer[place]![0]!] as const),
    sampleSize,
  ).every(([root, around]) => look.text(around) === look.text(root));

/** Whether a set takes the first elements and further ones of spread results for results alike. */
export const mixesParts = (groups: ResultGroups, others: readonly ResultGroups[]): boolean => {
  const roots = new Set(groups.map(([root]) => root));
  return others.some(
    (other) =>
      other !== groups && other.some(([root, ...parts]) => roots.has(root) && parts.some((part) => roots.has(part))),
  );
};

const keyOf = (groups: ResultGroups, numbers: Map<Element, number>): string =>
  groups
    .map((group) =>
      group
        .map((element) => {
          const number = numbers.get(element) ?? numbers.size;
          numbers.set(element, number);
          return number;
        })
        .join("+"),
    )
    .join(" ");

/** The sets of elements that may be the results around a picked element, each once, from narrow to wide. */
export const candidateSets = (picked: Element, look: Look): readonly ResultGroups[] => {
  const likeness = createLikeness(look);
  const numbers = new Map<Element, number>();
  const known = new Set<string>();
  const sets: ResultGroups[] = [];
  for (const level of levelsOf(picked)) {
    for (const groups of groupsAt(level, likeness, look)) {
      const key = keyOf(groups, numbers);
      if (known.has(key)) continue;
      known.add(key);
      const wrapped = sets.findIndex((inner) => onlyWraps(inner, groups, look));
      if (wrapped < 0) sets.push(groups);
      else if (cheapest(groups) <= cheapest(sets[wrapped]!) + muchDearer) {
        sets.splice(wrapped, 1);
        sets.push(groups);
      }
    }
  }
  return sets.slice(0, mostSets);
};
