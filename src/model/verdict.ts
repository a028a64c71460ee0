import type { FacetName } from "./facet.ts";
import type { Action } from "./filter.ts";
import type { ColorNumber } from "./keyword-list.ts";
import type { FieldName } from "./result.ts";

/** How much of a result is left to see, as `data-winnow-verdict` says it. */
export const visibilities = ["show", "dim", "fold", "hide"] as const;
export type Visibility = (typeof visibilities)[number];

/** What in a result made a filter's condition true. */
export type Evidence =
  | { readonly kind: "text"; readonly field: FieldName; readonly text: string }
  /** What the page's recipe says under a name. */
  | { readonly kind: "property"; readonly name: string; readonly text: string }
  | { readonly kind: "facet"; readonly facet: FacetName; readonly text: string }
  | { readonly kind: "list"; readonly list: string; readonly hits: number }
  /** Something the condition asked to be absent is absent; `text` is that part of the condition. */
  | { readonly kind: "absent"; readonly text: string };

/** What reasons name as the filter where a result meets a condition that the user tries out. */
export const triedFilterId = "tried";

/** One filter that applied to a result, with what it applied to. */
export interface Reason {
  /** The id of the filter. */
  readonly filter: string;
  readonly filterName: string;
  readonly action: Action;
  /** The filter's condition in normal form. */
  readonly condition: string;
  readonly evidence: readonly Evidence[];
  /** For a rule of a ruleset, whose name is `filterName`: its line there, from 1. */
  readonly line?: number;
  /** The id of that ruleset. */
  readonly ruleset?: string;
  /** Whether this filter's action took effect, or gave way to one that goes before it. */
  readonly decisive: boolean;
}

/** What became of one result, and why. */
export interface Verdict {
  readonly visibility: Visibility;
  readonly mark: ColorNumber | null;
  /** Above 0: lifted; below 0: lowered. */
  readonly lift: number;
  readonly reasons: readonly Reason[];
}

export const plainVerdict: Verdict = { visibility: "show", mark: null, lift: 0, reasons: [] };
