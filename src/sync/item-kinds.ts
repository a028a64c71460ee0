import type { ItemCells } from "./document.ts";

/** How the items of one kind are taken apart. */
export interface ItemKind {
  /** The property that is a list of lines, merged line by line. */
  readonly lines?: string;
  /** The property that is a condition, of which each alternative is merged as a line. */
  readonly alternatives?: string;
  /** The property that is a text of the user's, for whose sake an item stays that was deleted elsewhere. */
  readonly text?: string;
  /** The property that is a set of options, each merged by itself. */
  readonly options?: string;
}

/** The arrays of items in the settings, by their names there. */
export const itemKinds: ReadonlyMap<string, ItemKind> = new Map([
  ["lists", { lines: "lines", options: "options" }],
  ["filters", { alternatives: "condition", text: "condition" }],
  ["recipes", { text: "data" }],
  ["subscriptions", { text: "address" }],
]);

/** The arrays of texts in the settings, merged line by line. */
export const lineKinds: readonly string[] = ["pausedSites"];

/**
 * Whether an item is there. Its own cell says so; one that was deleted elsewhere while lines or a text came to it here
 * stays for their sake, but not for a switch or a place.
 */
export const isThere = (item: ItemCells): boolean =>
  item.items.length > 0 || item.lines.length > 0 || item.values.has(itemKinds.get(item.kind)?.text ?? "");
