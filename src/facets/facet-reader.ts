import { offeredPart } from "@/model/offered-part.ts";

import type { readFacets } from "./read-facets.ts";

type FacetReader = typeof readFacets;

const part = offeredPart<FacetReader>("facet-reader");

/**
 * Gives a page what reads figures. It knows many languages and is heavy, so pages load it when figures are asked for.
 */
export const offerFacetReader = part.offer;

/** What reads figures, or null where it was not brought yet: results have none until then. */
export const facetReader = part.offered;
