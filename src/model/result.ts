import type { Facet } from "./facet.ts";

/** The fields of a result that are texts on the page, each with spans of its own. */
export const textFieldNames = ["title", "snippet", "meta"] as const;
export type TextFieldName = (typeof textFieldNames)[number];

/** Every field that a keyword or a filter can be confined to. */
export const fieldNames = [...textFieldNames, "url", "site"] as const;
export type FieldName = (typeof fieldNames)[number];

/** One item of a listing as plain data. Its element is kept apart, under the same id. */
export interface Result {
  /** Stays the same for as long as the result's element stays on the page. */
  readonly id: string;
  /** The place in the page's order, from 1. */
  readonly position: number;
  readonly title: string;
  /** The absolute address, or null where the page does not tell it. */
  readonly url: string | null;
  /** The host in lower case, from the address or else from the address shown, or null where neither can be read. */
  readonly host: string | null;
  readonly snippet: string;
  /** All other text of the result: address line, figures, badges. */
  readonly meta: string;
  readonly facets: readonly Facet[];
  /**
   * What else the page's recipe says of it, such as `$site` and `$category`; nothing where no recipe is for the page.
   */
  readonly properties?: Readonly<Record<string, string>>;
}
