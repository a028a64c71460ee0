import type { Hit } from "@/model/hit.ts";
import type { LineProblem } from "@/model/problem.ts";
import type { FieldName } from "@/model/result.ts";

/** The text of every field of one result; empty where the page does not tell it. */
export type FieldTexts = Readonly<Record<FieldName, string>>;

/** Keyword lists made ready for searching. */
export interface Matcher {
  /** The lines that could not be read and are skipped, and expressions that were put aside for taking too long. */
  readonly problems: readonly LineProblem[];
  /**
   * All hits of all keywords, overlapping ones too, in the order of field (title, snippet, meta, url, site), start,
   * longest first, list, line. A line feed in a field's text is the end of a block, which no hit runs across.
   */
  readonly findHits: (fields: FieldTexts) => readonly Hit[];
  /** Of each keyword the first hit in the first field that holds it, in any order: what tells whether it is there. */
  readonly findFirsts: (fields: FieldTexts) => readonly Hit[];
}
