/** Every figure Winnow reads from a result's text. */
export const facetNames = [
  "pages",
  "size",
  "date",
  "price",
  "rating",
  "votes",
  "comments",
  "views",
  "downloads",
  "duration",
] as const;

export type FacetName = (typeof facetNames)[number];

/**
 * One figure read from a result's text.
 *
 * `value` is in the facet's base unit: `pages`, `votes`, `comments`, `views` and `downloads` are counts,
 * `size` is in bytes, `date` in milliseconds since the epoch (an age is turned into the date it means),
 * `duration` in seconds, `rating` on a scale of five, `price` in the currency's main unit.
 */
export interface Facet {
  readonly name: FacetName;
  readonly value: number;
  /** The inclusive upper end where the text gives a range or a coarse figure ("2021", "10–20 €"). */
  readonly upper?: number;
  /** The ISO 4217 code of a price, where the text tells it. */
  readonly currency?: string;
  /** The text the figure was read from, for the "why". */
  readonly text: string;
}
