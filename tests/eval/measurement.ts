/** What a capture's label file says about one result. */
export interface GoldRecord {
  readonly title: string;
  /** The raw href attribute. */
  readonly url: string | null;
  /** The first 150 characters; null when none was labelled. */
  readonly snippet: string | null;
  /** A CSS path that only the result's root matches. */
  readonly selector: string;
  readonly sponsored?: boolean;
}

export interface Gold {
  readonly records: readonly GoldRecord[];
  readonly otherLists?: readonly string[];
}

/** What the code under measurement is told in the page. */
export interface ProbeOptions {
  readonly gold: Gold;
  readonly useRecipes: boolean;
}

/** What a found result turned out to be, beside the labels. */
export type Standing =
  | { readonly kind: "record"; readonly record: number }
  /** In a further legitimate listing: neither right nor wrong. */
  | { readonly kind: "other-list" }
  | { readonly kind: "false" };

export interface ProbedResult {
  readonly path: string;
  readonly title: string;
  readonly url: string | null;
  readonly host: string | null;
  readonly snippet: string;
  readonly meta: string;
  readonly standing: Standing;
}

/** What came out of one page. */
export interface Probe {
  readonly results: readonly ProbedResult[];
  readonly listings: readonly string[];
  readonly problems: readonly string[];
  /** Labels whose selector finds no element on the served page. */
  readonly lostRecords: readonly number[];
  readonly milliseconds: number;
  readonly address: string;
}
