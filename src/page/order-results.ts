import type { FacetName } from "@/model/facet.ts";
import type { SortOrder } from "@/model/report.ts";

import type { JudgedResult } from "./page-report.ts";

/** The first figure of a kind that a result tells: of a range the end that counts in this direction. */
const figureOf = ({ found, hits }: JudgedResult, by: FacetName | "hits", descending: boolean): number | null => {
  if (by === "hits") return hits.length;
  const facet = found.result.facets.find(({ name }) => name === by);
  return facet === undefined ? null : descending ? (facet.upper ?? facet.value) : facet.value;
};

const byPosition = (a: JudgedResult, b: JudgedResult): number => a.found.result.position - b.found.result.position;

/**
 * The results in the order of a figure; those that lack it come last. Without one, those that filters raise come
 * first and those they lower last. In all else it is the page's order.
 */
export function orderResults(judged: readonly JudgedResult[], order: SortOrder | null): readonly JudgedResult[] {
  if (order === null) return judged.toSorted((a, b) => b.verdict.lift - a.verdict.lift || byPosition(a, b));
  const { by, descending } = order;
  const figures = new Map(judged.map((one) => [one, figureOf(one, by, descending)]));
  const compareFigures = (a: number | null, b: number | null): number => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return descending ? b - a : a - b;
  };
  return judged.toSorted((a, b) => compareFigures(figures.get(a) ?? null, figures.get(b) ?? null) || byPosition(a, b));
}
