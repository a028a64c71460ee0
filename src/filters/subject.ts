import type { Facet, FacetName } from "@/model/facet.ts";
import type { FieldName } from "@/model/result.ts";

import type { Figure } from "./compile-comparison.ts";

/** A text that a term of a condition was found in. */
export interface FoundText {
  readonly field: FieldName;
  readonly text: string;
}

/** What conditions are asked about: one result, and what was found in it. */
export interface Subject {
  readonly now: number;
  /** In lower case and ASCII form, or null where it is not known. */
  readonly host: string | null;
  /** The whole address, or null where it is not known. */
  readonly url: string | null;
  /** What the page's recipe says under this name, or null where it says nothing. */
  readonly property: (name: string) => string | null;
  readonly facet: (name: FacetName) => Facet | undefined;
  /** The number of hits of all keyword lists, as a figure. */
  readonly hitCount: Figure;
  /** The number of hits by the id of the keyword list; lists without hits are left out. */
  readonly hitsByList: ReadonlyMap<string, number>;
  /** Whether the term of this index was found. */
  readonly hasTerm: (term: number) => boolean;
  /** Where the term of this index was found, or null. */
  readonly textOf: (term: number) => FoundText | null;
}

/** How the names in a condition are looked up when it is compiled. */
export interface Names {
  /** The index of a text that is searched for; the same text gets the same index. */
  readonly termOf: (line: string) => number;
  /** The id of a keyword list that is switched on, by its name, or null. */
  readonly listOf: (name: string) => string | null;
}
