import { readFieldTexts } from "@/dom-text/read-field-texts.ts";
import type { ParentMemory } from "@/dom-text/text-boundaries.ts";
import { facetReader } from "@/facets/facet-reader.ts";
import type { FacetContext } from "@/facets/read-facets.ts";
import type { Facet } from "@/model/facet.ts";
import type { Result } from "@/model/result.ts";

import type { FoundResult } from "./found-result.ts";
import type { LocatedResult } from "./located-result.ts";
import { hostOf } from "./web-address.ts";

export interface ReadingOptions {
  readonly id: string;
  readonly position: number;
  /** Milliseconds since the epoch, for ages. */
  readonly now: number;
  /** The page's language, a BCP 47 tag, or null where it tells none. */
  readonly language: string | null;
  /** The same for all results of one look at the page. */
  readonly parents: ParentMemory;
}

/** Reads the figures of texts once, when they are first asked for and what reads them is there. */
const lazyFacets = (texts: readonly string[], context: FacetContext): (() => readonly Facet[]) => {
  let facets: readonly Facet[] | null = null;
  return () => {
    facets ??= facetReader()?.(texts, context) ?? null;
    return facets ?? [];
  };
};

/** Reads a located result's texts and address; its figures are read when they are asked for. */
export const readResult = (located: LocatedResult, options: ReadingOptions): FoundResult => {
  const fields = readFieldTexts(located, options.parents);
  const snippet = fields.snippet.text;
  const meta = fields.meta.text;
  const title = located.title === null ? (located.titleText ?? fields.title.text) : fields.title.text;
  const { url, displayedHost, root, parts } = located;
  const facets = lazyFacets([meta, snippet, title], { now: options.now, language: options.language });
  return {
    result: {
      id: options.id,
      position: options.position,
      title,
      url,
      host: url === null ? (displayedHost?.toLowerCase() ?? null) : hostOf(url),
      snippet,
      meta,
      ...(located.properties === undefined ? {} : { properties: located.properties }),
      get facets() {
        return facets();
      },
    },
    root,
    parts,
    claimed: [...(located.title === null ? [] : [located.title]), ...located.snippet],
    fields,
  };
};

/** The same result at another position; its figures are still read only when they are asked for. */
export const atPosition = (found: FoundResult, position: number): FoundResult => {
  const fields = Object.getOwnPropertyDescriptors(found.result);
  const result = Object.defineProperties({} as Result, {
    ...fields,
    position: { ...fields.position, value: position },
  });
  return { ...found, result };
};
