import type { readFacets } from "./read-facets.ts";

type FacetReader = typeof readFacets;

/** The script that brings the reader and the one that uses it share their global object, but no modules. */
const readerKey = Symbol.for("winnow.facetReader");
const holder = globalThis as { [readerKey]?: FacetReader };

/** Gives a page what reads figures. It knows many languages and is heavy, so pages load it when figures are asked for. */
export const offerFacetReader = (reader: FacetReader): void => {
  holder[readerKey] = reader;
};

/** What reads figures, or null where it was not brought yet: results have none until then. */
export const facetReader = (): FacetReader | null => holder[readerKey] ?? null;
