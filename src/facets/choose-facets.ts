import type { Facet } from "@/model/facet.ts";

/**
 * How far two figures may be apart, as a share of the larger, and still be the same one told twice: once rounded,
 * once in full, such as "3.2 MB (3,355,443 bytes)".
 */
const roundingShare = 0.05;

const agree = (a: Facet, b: Facet): boolean => {
  if (a.currency !== b.currency && a.currency !== undefined && b.currency !== undefined) return false;
  const [aEnd, bEnd] = [a.upper ?? a.value, b.upper ?? b.value];
  if (a.value <= bEnd && b.value <= aEnd) return true;
  return (
    a.name !== "date" && a.name !== "price" && Math.abs(a.value - b.value) <= roundingShare * Math.max(a.value, b.value)
  );
};

const width = (facet: Facet): number => (facet.upper ?? facet.value) - facet.value;

/**
 * Keeps one figure of each name from what one text told. Several that agree are one, and the most exact of them is
 * kept, the first among equals; several that do not agree are ambiguous, and none is kept. `ambiguous` gets the names
 * of those.
 */
export const chooseFacets = (facets: readonly Facet[], ambiguous: Set<string>): readonly Facet[] => {
  const chosen = new Map<string, Facet>();
  for (const facet of facets) {
    const other = chosen.get(facet.name);
    if (!other) chosen.set(facet.name, facet);
    else if (!agree(other, facet)) ambiguous.add(facet.name);
    else if (width(facet) < width(other)) chosen.set(facet.name, facet);
  }
  return [...chosen.values()].filter((facet) => !ambiguous.has(facet.name));
};
