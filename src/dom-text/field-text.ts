import type { Span } from "@/model/span.ts";

/** A stretch of one text node; `end` is exclusive, in UTF-16 units of the node's data. */
export interface NodeSpan {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** The text of one field as a reader reads it, and the way back to the nodes it came from. */
export interface FieldText {
  /**
   * The text of the nodes as it is, but for line breaks and tabs in them, which stand as spaces. A '\n' is a boundary
   * between blocks, held by no node: a reader does not read on across it.
   */
  readonly text: string;
  /**
   * The pieces of text nodes that a span covers, in document order, without the boundaries in it. Empty where the
   * page no longer holds that text.
   */
  locate(span: Span): readonly NodeSpan[];
  /** Whether another reading of the field found the same text in the same places. */
  isSameAs(other: FieldText): boolean;
}
