import type { Filter } from "@/model/filter.ts";

/** The highlighters that Winnow is compared with. */
export const peerNames = [
  "combined RegExp + <mark>",
  "findAndReplaceDOMText",
  "advanced-mark.js",
  "mark.js, one pattern",
  "mark.js",
  "one RegExp a word",
] as const;
export type PeerName = (typeof peerNames)[number];

/**
 * What a highlighter does to the page: the first pass, or after that one, which is then not measured, lighting up
 * results that were appended, changing to other keywords, or switching off.
 */
export type Stage =
  | { readonly do: "first" }
  | { readonly do: "append"; readonly html: string }
  | { readonly do: "change"; readonly keywords: readonly string[] }
  | { readonly do: "switch off" };

/** What the content script can be asked to measure, each on a page that it has not looked at before. */
export type ProbeCall =
  | { readonly do: "nothing" }
  /** A bare walk that reads every text node of the listing once: the floor. */
  | { readonly do: "walk texts" }
  /** A bare walk over all elements of the page. */
  | { readonly do: "walk elements" }
  /** Winnow: read, fold, match and paint all results, or at first only those in view. */
  | { readonly do: "Winnow"; readonly keywords: readonly string[]; readonly onlyInView: boolean; readonly stage: Stage }
  | { readonly do: "peer"; readonly name: PeerName; readonly keywords: readonly string[]; readonly stage: Stage }
  /** Winnow: detection and extraction, without recipes. */
  | { readonly do: "scan" }
  /** Winnow: the short look that tells whether the page is an article. */
  | { readonly do: "tell article" }
  /** Winnow: matching keywords in all results of the page once it has found them. */
  | { readonly do: "match"; readonly keywords: readonly string[] }
  /** Winnow: the same, and deciding about each result by filters. */
  | { readonly do: "decide"; readonly keywords: readonly string[]; readonly filters: readonly Filter[] }
  /** Winnow: searching texts for keywords, such as a hostile text for a hostile pattern. */
  | { readonly do: "search"; readonly lines: readonly string[]; readonly texts: readonly string[] };

/** Counts, and parts of the work in milliseconds. */
export type Figures = Readonly<Record<string, number>>;

/** Something to measure. */
export interface Job {
  /** What has to be done before, and is not measured; frames pass after it. */
  readonly prepare?: () => void;
  /** The work itself, in one go. */
  readonly run: () => void;
  /** What there is to tell of it, once everything has settled. */
  readonly report: () => Figures;
}

/** The three messages to the content script, sent one after the other. */
export type ProbeMessage =
  | { readonly step: "prepare"; readonly call: ProbeCall }
  | { readonly step: "run" }
  | { readonly step: "report" };

/** What it answers: the milliseconds of the run, or the figures, or what went wrong. */
export type ProbeAnswer =
  | { readonly milliseconds: number }
  | { readonly figures: Figures }
  | { readonly error: string }
  | { readonly ready: true };
