import type { Settings } from "@/model/settings.ts";
import { ownerName } from "@/sync/document.ts";

/** The kinds of things that settings hold in an order of the user's own. */
export const namedKinds = ["lists", "filters", "recipes", "subscriptions"] as const;
export type NamedKind = (typeof namedKinds)[number];
type Item = Settings[NamedKind][number];

/** What a person calls an item: a filter without a name goes by its condition, a subscription by its address. */
export function itemName(item: Item): string {
  if ("data" in item) return typeof item.data["name"] === "string" ? item.data["name"] : item.id;
  if (item.name !== "") return item.name;
  if ("condition" in item) return item.condition;
  return "address" in item ? item.address : "";
}

/** A list, filter, recipe or subscription, named. */
export interface NamedItem {
  readonly kind: NamedKind;
  readonly id: string;
  readonly name: string;
}

/** The items of the settings that are among some names, as `ownerName` has them. */
export const itemsAmong = (settings: Settings, names: ReadonlySet<string>): readonly NamedItem[] =>
  namedKinds.flatMap((kind) =>
    settings[kind]
      .filter(({ id }) => names.has(ownerName({ kind, id })))
      .map((item) => ({ kind, id: item.id, name: itemName(item) })),
  );
