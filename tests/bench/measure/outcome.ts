/** One line of the result: a measure, what came out, and what was wanted where anything was. */
export interface Bar {
  readonly measure: string;
  readonly value: number | null;
  /** What `value` counts: a ratio, milliseconds and so on. */
  readonly unit: "×" | "ms" | "%" | "kB" | "MB" | "";
  readonly bar: number;
  /** Whether `value` has to be at least or at most `bar`. */
  readonly direction: "at least" | "at most";
  /** Where there is no figure, why. */
  readonly note?: string;
}

/** What was measured about one thing. */
export interface Outcome {
  readonly name: string;
  /** Rows of a table under heads. */
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly bars: readonly Bar[];
  /** All figures, for a file. */
  readonly data: unknown;
}

export const isMet = ({ value, bar, direction }: Bar): boolean =>
  value !== null && (direction === "at least" ? value >= bar : value <= bar);

/** A ratio where both figures are known. */
export const ratio = (a: number | null | undefined, b: number | null | undefined): number | null =>
  a === null || a === undefined || b === null || b === undefined ? null : a / b;
