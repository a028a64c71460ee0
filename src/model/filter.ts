import type { ColorNumber } from "./keyword-list.ts";

/** What a filter does with a result, in the order of precedence that `deciding` documents. */
export const actions = ["keep", "hide", "fold", "dim", "mark", "raise", "lower"] as const;
export type Action = (typeof actions)[number];

/** A named, switchable rule: a condition and an action. */
export interface Filter {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  /** The condition as the user typed it, readable or not. */
  readonly condition: string;
  readonly action: Action;
  /** The colour of the card, for the action `mark`. */
  readonly color: ColorNumber;
  /** The name of the subscription or import that the filter came with; the user's own filters have none. */
  readonly source?: string;
  /** The id of the ruleset that it is a rule of. */
  readonly ruleset?: string;
  /** The line of that source, from 1. */
  readonly line?: number;
}
