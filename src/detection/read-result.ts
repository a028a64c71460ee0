import { readFieldTexts } from "@/dom-text/read-field-texts.ts";
import type { ParentMemory } from "@/dom-text/text-boundaries.ts";
import { readFacets } from "@/facets/read-facets.ts";

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

/** Reads a located result's texts, address and figures. */
export const readResult = (located: LocatedResult, options: ReadingOptions): FoundResult => {
  const fields = readFieldTexts(located, options.parents);
  const snippet = fields.snippet.text;
  const meta = fields.meta.text;
  const title = located.title === null ? (located.titleText ?? fields.title.text) : fields.title.text;
  const { url, displayedHost, root, parts } = located;
  return {
    result: {
      id: options.id,
      position: options.position,
      title,
      url,
      host: url === null ? (displayedHost?.toLowerCase() ?? null) : hostOf(url),
      snippet,
      meta,
      facets: readFacets([meta, snippet, title], options),
    },
    root,
    parts,
    fields,
  };
};
