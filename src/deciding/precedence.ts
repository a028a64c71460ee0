import type { Action, Filter } from "@/model/filter.ts";
import type { Visibility } from "@/model/verdict.ts";

/**
 * The one table of precedence: the actions that settle how much of a result is left to see, the strongest first. Of
 * all filters that apply to a result, the strongest action wins. Marks and lifts stand beside it: they take effect
 * whatever becomes of the visibility.
 */
export const precedence = [
  { action: "keep", visibility: "show" },
  { action: "hide", visibility: "hide" },
  { action: "fold", visibility: "fold" },
  { action: "dim", visibility: "dim" },
] as const satisfies readonly { action: Action; visibility: Visibility }[];

/** What the table says of each action; the actions that stand beside it are left out. */
export const visibilityOf: Readonly<Partial<Record<Action, Visibility>>> = Object.fromEntries(
  precedence.map((row) => [row.action, row.visibility]),
);

/** How far one filter with this action lifts a result. */
const liftOf: Readonly<Partial<Record<Action, number>>> = { raise: 1, lower: -1 };

/** The order in which reasons are told: as in the table, then what stands beside it. */
const order: readonly Action[] = [...precedence.map((row) => row.action), "mark", "raise", "lower"];

/** The user's own filters go before imported and subscribed ones, whatever their actions: 0 for them, 1 for those. */
const originRank = (filter: Filter): number => (filter.source === undefined ? 0 : 1);

const rankOfAction: Readonly<Partial<Record<Action, number>>> = Object.fromEntries(
  order.map((action, rank) => [action, rank]),
);

/** The rank of a filter among those that apply to a result, 0 the strongest: by origin, then by the table. */
const rankOf = (filter: Filter): number =>
  originRank(filter) * order.length + (rankOfAction[filter.action] ?? order.length);

/** A filter with what the table says of it, looked up once for all results. */
export interface WeighedFilter {
  readonly filter: Filter;
  readonly origin: number;
  readonly rank: number;
  /** What it leaves to see of a result; null where its action stands beside that. */
  readonly visibility: Visibility | null;
  /** How far it lifts a result; 0 where it does not. */
  readonly lift: number;
}

export const weighFilter = (filter: Filter): WeighedFilter => ({
  filter,
  origin: originRank(filter),
  rank: rankOf(filter),
  visibility: visibilityOf[filter.action] ?? null,
  lift: liftOf[filter.action] ?? 0,
});
