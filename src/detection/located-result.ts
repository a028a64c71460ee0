/**
 * Where one result is on the page, before any of its text is read. Recipes and the detector both end in this;
 * `read-result.ts` turns it into a {@link FoundResult}.
 */
export interface LocatedResult {
  /** The result's root; where a result spans several elements, the first of them. */
  readonly root: Element;
  /** The further elements of a result that spans several, such as the second row of a table. */
  readonly parts: readonly Element[];
  readonly title: Element | null;
  /** A title that is not an element's text, such as an attribute's value. */
  readonly titleText?: string;
  readonly snippet: readonly Element[];
  /** The absolute address of the result, or null where the page does not tell it. */
  readonly url: string | null;
  /** The host that the result shows, for when the address does not tell. */
  readonly displayedHost: string | null;
  /** What the recipe says of it beside its fields. */
  readonly properties?: Readonly<Record<string, string>>;
}
