import { currenciesTold, isInCurrency } from "@/filters/told-currencies.ts";
import type { Facet, FacetName } from "@/model/facet.ts";
import { facetNames } from "@/model/facet.ts";
import type { ResultReport } from "@/model/report.ts";

/** The figures of one kind on a page that can be compared with one another. */
export interface FacetGroup {
  readonly facet: FacetName;
  /**
   * The ISO 4217 code that amounts of this group are in, where the page tells it, or the sign where several share it.
   */
  readonly currency: string | null;
  readonly figures: readonly GroupedFigure[];
  /** How many results don't tell the figure. */
  readonly missing: number;
}

export interface GroupedFigure {
  readonly report: ResultReport;
  readonly figure: Facet;
}

/**
 * The figures of a page by kind, in the order of `facetNames`; those of which there is nothing to choose from, because
 * all are the same, are left out. Prices in several currencies are groups of their own; a price whose currency is not
 * told belongs to each of them, as conditions compare it.
 */
export const groupFacets = (results: readonly ResultReport[]): readonly FacetGroup[] =>
  facetNames.flatMap((facet) => {
    const figures = results.flatMap((report) => {
      const figure = report.result.facets.find(({ name }) => name === facet);
      return figure === undefined ? [] : [{ report, figure }];
    });
    const missing = results.length - figures.length;
    const currencies = facet === "price" ? currenciesTold(figures.map(({ figure }) => figure)) : [];
    return (currencies.length === 0 ? [null] : currencies)
      .map((currency): FacetGroup => {
        const isComparable = ({ figure }: GroupedFigure): boolean =>
          currency === null || isInCurrency(figure, currency);
        return { facet, currency, figures: figures.filter(isComparable), missing };
      })
      .filter((group) => new Set(group.figures.map(({ figure }) => figure.value)).size > 1);
  });

/** What tells a group from the others of its page. */
export const groupKey = ({ facet, currency }: FacetGroup): string => `${facet} ${currency ?? ""}`;
