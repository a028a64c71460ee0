import type { Gold, Standing } from "./measurement.ts";
import { normalized } from "./normalized.ts";

/**
 * Tells what each found root is, beside the labels; the rules are in README.md. Every label is matched once at most.
 */
export const matchGold = (
  document: Document,
  roots: readonly Element[],
  gold: Gold,
): { standings: readonly Standing[]; lostRecords: readonly number[] } => {
  const elements = gold.records.map((record) => document.querySelector(record.selector));
  const others = (gold.otherLists ?? []).flatMap((selector) => [...document.querySelectorAll(selector)]);
  const taken = new Set<number>();
  const standings: (Standing | null)[] = roots.map(() => null);

  const rules: readonly ((root: Element, record: number) => boolean)[] = [
    (root, record) => root === elements[record],
    (root, record) =>
      elements.filter((element) => element !== null && root.contains(element)).length === 1 &&
      root.contains(elements[record] ?? null),
    (root, record) =>
      (elements[record]?.contains(root) ?? false) &&
      normalized(root.textContent).includes(normalized(gold.records[record]?.title ?? "")),
  ];
  for (const rule of rules) {
    for (const [index, root] of roots.entries()) {
      if (standings[index] !== null) continue;
      const record = elements.findIndex((_, candidate) => !taken.has(candidate) && rule(root, candidate));
      if (record < 0) continue;
      taken.add(record);
      standings[index] = { kind: "record", record };
    }
  }
  const inOtherList = (root: Element): boolean =>
    others.some((element) => element.contains(root)) || others.filter((element) => root.contains(element)).length === 1;
  return {
    standings: standings.map(
      (standing, index) =>
        standing ?? (roots[index] && inOtherList(roots[index]) ? { kind: "other-list" } : { kind: "false" }),
    ),
    lostRecords: elements.flatMap((element, index) => (element === null ? [index] : [])),
  };
};
