import { readFieldTexts } from "@/dom-text/read-field-texts.ts";
import { readFacets } from "@/facets/read-facets.ts";

import type { FoundResult } from "./found-result.ts";
import type { LocatedResult } from "./located-result.ts";

export interface ReadingOptions {
  readonly id: string;
  readonly position: number;
  /** Milliseconds since the epoch, for ages. */
  readonly now: number;
  /** The page's language, a BCP 47 tag, or null where it tells none. */
  readonly language: string | null;
}

/** Reads a located result's texts, address and figures. */
export const readResult = (located: LocatedResult, { id, position, now, language }: ReadingOptions): FoundResult => {
  const fields = readFieldTexts(located);
  const texts = { title: fields.title.text, snippet: fields.snippet.text, meta: fields.meta.text };
  const { url, displayedHost, root, parts } = located;
  return {
    result: {
      ...texts,
      id,
      position,
      title: located.title === null ? (located.titleText ?? texts.title) : texts.title,
      url,
      host: url === null ? (displayedHost?.toLowerCase() ?? null) : new URL(url).hostname,
      facets: readFacets([texts.meta, texts.snippet, texts.title], { now, language }),
    },
    root,
    parts,
    fields,
  };
};
