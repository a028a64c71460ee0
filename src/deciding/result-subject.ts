import type { FoundText, Subject } from "@/filters/subject.ts";
import type { Facet, FacetName } from "@/model/facet.ts";
import type { Hit } from "@/model/hit.ts";
import type { FieldName, Result } from "@/model/result.ts";

/** The fields of a result as the matcher takes them; what the page does not tell is empty. */
export const fieldsOf = (result: Result): Readonly<Record<FieldName, string>> => ({
  title: result.title,
  snippet: result.snippet,
  meta: result.meta,
  url: result.url ?? "",
  site: result.host ?? "",
});

const countByList = (hits: readonly Hit[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const hit of hits) counts.set(hit.list, (counts.get(hit.list) ?? 0) + 1);
  return counts;
};

/** A result as conditions see it. `found` holds the first hit of each term of the filters. */
export const subjectOf = (
  result: Result,
  hits: readonly Hit[],
  found: ReadonlyMap<number, Hit>,
  now: number,
): Subject => {
  // Figures are read when they are asked for, which most filters don't.
  let figures: ReadonlyMap<FacetName, Facet> | null = null;
  return {
    now,
    host: result.host,
    url: result.url,
    facet: (name) => (figures ??= new Map(result.facets.map((facet) => [facet.name, facet]))).get(name),
    hitCount: { value: hits.length },
    hitsByList: countByList(hits),
    hasTerm: (term) => found.has(term),
    textOf: (term): FoundText | null => {
      const hit = found.get(term);
      return hit ? { field: hit.field, text: fieldsOf(result)[hit.field].slice(hit.span.start, hit.span.end) } : null;
    },
  };
};
