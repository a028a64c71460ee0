/** Scripts that a page does without until something there needs them, by the names of their files. */
export type PagePart =
  | "arranger"
  | "detector"
  | "facet-reader"
  | "hit-walk"
  | "language-data"
  | "mark-painter"
  | "public-suffixes"
  | "regex-engine"
  | "result-buttons"
  | "result-lines"
  | "scroll-markers";
