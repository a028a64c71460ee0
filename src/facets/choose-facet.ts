import type { Facet } from "@/model/facet.ts";

/**
 * How far two figures may be apart, as a share of the larger, and still be the same one told twice: once rounded,
 * once in full, such as "3.2 MB (3,355,443 bytes)".
 */
const roundingShare = 0.05;

const endOf = ({ value, upper }: Facet): number => upper ?? value;

const agree = (a: Facet, b: Facet): boolean => {
  if (a.currency !== b.currency && a.currency !== undefined && b.currency !== undefined) return false;
  if (a.value <= endOf(b) && b.value <= endOf(a)) return true;
  const isRounded = a.name !== "date" && a.name !== "price";
  return isRounded && Math.abs(a.value - b.value) <= roundingShare * Math.max(a.value, b.value);
};

/**
 * Adds a figure to those that were found, of which the ones from a place on come from the same text. Several of one
 * name that agree are one, and the most exact of them is kept, the first among equals; several that do not agree are
 * ambiguous, and one with no number for its value is kept in their place. What a more trusted text told stays.
 */
export const chooseFacet = (found: Facet[], from: number, facet: Facet): void => {
  let place = 0;
  while (place < found.length && found[place]?.name !== facet.name) place++;
  const other = found[place];
  if (!other) found.push(facet);
  else if (place < from || Number.isNaN(other.value)) return;
  else if (!agree(other, facet)) found[place] = { ...facet, value: Number.NaN };
  else if (endOf(facet) - facet.value < endOf(other) - other.value) found[place] = facet;
};
