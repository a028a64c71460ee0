import type { Figure } from "@/filters/compile-comparison.ts";
import { addressPath } from "@/filters/compile-condition.ts";
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

/** Path and query, as they stand in an address. */
const pathOf = (url: string | null): string | null => /^https?:\/\/[^/]+([^#]*)/iu.exec(url ?? "")?.[1] ?? null;

/** What a result's recipe says under a name, or null. */
export const propertyOf = ({ url, properties = {} }: Result, name: string): string | null => {
  if (name === addressPath) return pathOf(url);
  return Object.hasOwn(properties, name) ? properties[name]! : null;
};

const countByList = (hits: readonly Hit[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const hit of hits) counts.set(hit.list, (counts.get(hit.list) ?? 0) + 1);
  return counts;
};

/** A result as conditions see it; what few of them ask for is worked out when the first one does. */
export class ResultSubject implements Subject {
  readonly now: number;
  readonly host: string | null;
  readonly url: string | null;
  readonly #result: Result;
  readonly #hits: readonly Hit[];
  readonly #found: ReadonlyMap<number, Hit>;
  #figures: readonly Facet[] | null = null;
  #hitsByList: ReadonlyMap<string, number> | null = null;

  /** `found` holds the first hit of each term of the filters. */
  constructor(result: Result, hits: readonly Hit[], found: ReadonlyMap<number, Hit>, now: number) {
    this.now = now;
    this.host = result.host;
    this.url = result.url;
    this.#result = result;
    this.#hits = hits;
    this.#found = found;
  }

  property(name: string): string | null {
    return propertyOf(this.#result, name);
  }

  /** All figures of the result, at most one of each name. */
  get figures(): readonly Facet[] {
    return (this.#figures ??= this.#result.facets);
  }

  facet(name: FacetName): Facet | undefined {
    const { figures } = this;
    for (let index = 0; index < figures.length; index++) if (figures[index]!.name === name) return figures[index];
    return undefined;
  }

  get hitCount(): Figure {
    return { value: this.#hits.length };
  }

  get hitsByList(): ReadonlyMap<string, number> {
    return (this.#hitsByList ??= countByList(this.#hits));
  }

  hasTerm(term: number): boolean {
    return this.#found.has(term);
  }

  textOf(term: number): FoundText | null {
    const hit = this.#found.get(term);
    if (hit === undefined) return null;
    return { field: hit.field, text: fieldsOf(this.#result)[hit.field].slice(hit.span.start, hit.span.end) };
  }
}
