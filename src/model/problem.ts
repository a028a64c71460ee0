/**
 * Something the user should know about, as data: the message files hold the sentence under `problem.<code>` (with
 * underscores for the code's hyphens, which the browsers refuse in names), with `args` in the places $1, $2, … Pure
 * code reports problems; only the interface puts them into words.
 */
export interface Problem {
  readonly code: string;
  readonly args: readonly string[];
  /** The column the problem is at, from 1, where the text is a line that was typed. */
  readonly column?: number;
}

/** A problem with one line of a keyword list. */
export interface LineProblem extends Problem {
  readonly list: string;
  readonly line: number;
}

/** A problem with a filter's condition. */
export interface FilterProblem extends Problem {
  readonly filter: string;
}
