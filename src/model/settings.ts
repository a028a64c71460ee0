import type { Filter } from "./filter.ts";
import type { KeywordList } from "./keyword-list.ts";

export const painterNames = ["highlight", "mark"] as const;
/** `highlight`: CSS Custom Highlight API; `mark`: mark.js, which adds elements to the page. */
export type PainterName = (typeof painterNames)[number];

export const badgeFigures = ["hidden", "hits", "none"] as const;
/** What the toolbar button counts on a page: hidden and folded results, hits, or nothing. */
export type BadgeFigure = (typeof badgeFigures)[number];

export const resultButtonPlaces = ["known", "everywhere", "nowhere"] as const;
/** Where each result has a small button of its own: on sites with a recipe, on every listing, or nowhere. */
export type ResultButtonPlace = (typeof resultButtonPlaces)[number];

/** A recipe that the user made or brought; it goes before the built-in ones. */
export interface UserRecipe {
  readonly id: string;
  readonly enabled: boolean;
  /** SERPINFO as plain data, with all keys it came with; `recipes/read-recipe.ts` reads it. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** An address whose lists, rules and recipes the user takes; what it gave is kept on each device by itself. */
export interface Subscription {
  readonly id: string;
  readonly enabled: boolean;
  /** What the user calls it, or what it calls itself. */
  readonly name: string;
  /** Begins with `https://`. */
  readonly address: string;
  /** Hours from one update to the next. */
  readonly interval: number;
}

/** Everything the user has set, as one value. */
export interface Settings {
  readonly enabled: boolean;
  /** The hosts on which the user switched Winnow off. */
  readonly pausedSites: readonly string[];
  readonly painter: PainterName;
  readonly badge: BadgeFigure;
  readonly resultButtons: ResultButtonPlace;
  /** Whether the places of hits are marked along the page's scroll bar. */
  readonly scrollMarkers: boolean;
  readonly lists: readonly KeywordList[];
  readonly filters: readonly Filter[];
  readonly recipes: readonly UserRecipe[];
  readonly subscriptions: readonly Subscription[];
}
