import { currenciesTold, isInCurrency } from "@/filters/told-currencies.ts";
import type { Facet, FacetName } from "@/model/facet.ts";
import type { SortOrder } from "@/model/report.ts";

import type { JudgedResult } from "./page-report.ts";

const facetOf = ({ found }: JudgedResult, by: FacetName): Facet | undefined =>
  found.result.facets.find(({ name }) => name === by);

/** The first figure of a kind that a result tells: of a range the end that counts in this direction. */
const figureOf = (judged: JudgedResult, by: FacetName | "hits", descending: boolean): number | null => {
  if (by === "hits") return judged.hits.length;
  const facet = facetOf(judged, by);
  return facet === undefined ? null : descending ? (facet.upper ?? facet.value) : facet.value;
};

const byPosition = (a: JudgedResult, b: JudgedResult): number => a.found.result.position - b.found.result.position;

/** The currencies that the prices of results are in, the most frequent first. */
export const currenciesOf = (judged: readonly JudgedResult[]): readonly string[] =>
  currenciesTold(judged.flatMap((one) => facetOf(one, "price") ?? []));

/**
 * The results in the order of a figure; those that lack it come last. Without one, those that filters raise come
 * first and those they lower last. In all else it is the page's order.
 *
 * @param currencies those of the page, the most frequent first: prices in the first one, and those whose currency is
 *   not told, come before prices in the next, for amounts in two currencies say nothing about each other
 */
export function orderResults(
  judged: readonly JudgedResult[],
  order: SortOrder | null,
  currencies: readonly string[],
): readonly JudgedResult[] {
  if (order === null) return judged.toSorted((a, b) => b.verdict.lift - a.verdict.lift || byPosition(a, b));
  const { by, descending } = order;
  const groupOf = (one: JudgedResult): number =>
    by === "price"
      ? Math.max(
          0,
          currencies.findIndex((currency) => isInCurrency(facetOf(one, by) ?? {}, currency)),
        )
      : 0;
  const keys = new Map(judged.map((one) => [one, { figure: figureOf(one, by, descending), group: groupOf(one) }]));
  const compare = (one: JudgedResult, other: JudgedResult): number => {
    const [a, b] = [keys.get(one), keys.get(other)];
    if (a?.figure == null || b?.figure == null) return Number(a?.figure == null) - Number(b?.figure == null);
    return a.group - b.group || (descending ? b.figure - a.figure : a.figure - b.figure);
  };
  return judged.toSorted((a, b) => compare(a, b) || byPosition(a, b));
}
