import type { FieldText } from "@/dom-text/field-text.ts";
import type { Problem } from "@/model/problem.ts";
import type { Recognition } from "@/model/report.ts";
import type { Result, TextFieldName } from "@/model/result.ts";

/** A result together with its place on the page. */
export interface FoundResult {
  readonly result: Result;
  readonly root: Element;
  readonly parts: readonly Element[];
  /** The elements of title and snippet, which may lie in shadow trees below root and parts. */
  readonly claimed: readonly Element[];
  readonly fields: Readonly<Record<TextFieldName, FieldText>>;
}

/** A container on the page whose repeated items are results. */
export interface Listing {
  readonly recognition: Recognition;
  readonly results: readonly FoundResult[];
}

/** What one look at a page found. */
export interface PageScan {
  /** The main listing first. Positions of results run through all listings in the page's order. */
  readonly listings: readonly Listing[];
  readonly problems: readonly Problem[];
}
