import type { FieldName } from "./result.ts";
import type { Span } from "./span.ts";

/** One occurrence of a keyword in a field of a result. */
export interface Hit {
  /** The id of the keyword list. */
  readonly list: string;
  /** The index of the keyword's line in its list, from 0. */
  readonly line: number;
  readonly field: FieldName;
  readonly span: Span;
}
