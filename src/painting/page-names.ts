import { hitClass } from "@/dom-text/own-elements.ts";
import type { ColorNumber } from "@/model/keyword-list.ts";

/** Every name that Winnow puts on a page. Users style these, so they change only with notice. */
export const pageNames = {
  /** On a result's root: its position in the page's order, from 1. */
  result: "data-winnow-result",
  /** On each further element of a result that spans several, and on what is seen of one whose elements have no box. */
  part: "data-winnow-part",
  /** On a result's root and parts: how much of it is left to see. */
  verdict: "data-winnow-verdict",
  /** On a result's root and parts: the number of the card's colour. */
  mark: "data-winnow-mark",
  /** On a result's root: the number of its hits. */
  hits: "data-winnow-hits",
  /**
   * On a result's root and parts: shown in spite of its verdict, because the user opened it. For a moment `now` in
   * place of nothing (`open-now` on parts), so that it stands out.
   */
  open: "data-winnow-open",
  /** On the page's root element: what Winnow is doing. */
  state: "data-winnow-state",
  /** On a `mark` element: the id of the keyword list. */
  list: "data-winnow-list",
  /** On a `mark` element: the hit that the user walked to. */
  current: "data-winnow-current",
  /** The class of `mark` elements. */
  hitClass,
  /** The element that stands in for a folded result. */
  fold: "winnow-fold",
  /** The element that holds the marks along the scroll bar. */
  markers: "winnow-markers",
  /** The element that says that all results of the page are hidden. */
  notice: "winnow-notice",
  /** The highlight that holds the hit that the user walked to. */
  currentHighlight: "winnow-current",
} as const;

/** The highlight that holds the hits of one colour. */
export const highlightName = (color: ColorNumber): string => `winnow-${color}`;

/** The attributes on the elements of results. */
export const resultAttributes: readonly string[] = [
  pageNames.result,
  pageNames.part,
  pageNames.verdict,
  pageNames.mark,
  pageNames.hits,
  pageNames.open,
];
