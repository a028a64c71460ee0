import type { Span } from "@/model/span.ts";

/** A stretch of one text node; `end` is exclusive, in UTF-16 units of the node's data. */
export interface NodeSpan {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** The text of one field as a reader reads it, and the way back to the nodes it came from. */
export interface FieldText {
  readonly text: string;
  /** The pieces of text nodes that a span covers, in document order; separators that no node holds are left out. */
  readonly locate: (span: Span) => readonly NodeSpan[];
}
