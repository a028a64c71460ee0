import type { LocatedResult } from "@/detection/located-result.ts";

/** A listing that was found without a recipe. */
export interface DetectedListing {
  readonly results: readonly LocatedResult[];
  /** From 0 to 1. */
  readonly confidence: number;
  /** The shape that was seen, such as `siblings` or `rows`. */
  readonly shape: string;
  /** Why, as short phrases in English for diagnosis. */
  readonly reasons: readonly string[];
}
