import type { Action } from "./filter.ts";
import type { ColorNumber } from "./keyword-list.ts";

/** One rule of a ruleset. */
export interface Rule {
  /** As a filter's condition. */
  readonly condition: string;
  readonly action: Action;
  /** Only where the action marks. */
  readonly color?: ColorNumber;
  /** The line of the text it was read from, from 1. */
  readonly line: number;
}

/**
 * Rules that came together: from a file of another tool or from an address that is subscribed to. There may be a
 * hundred thousand of them, so they are kept apart from the filters that a person writes one by one, and give way to
 * those.
 */
export interface Ruleset {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  /** Where it is fetched from; null where it was brought in once. */
  readonly address: string | null;
  readonly rules: readonly Rule[];
}
