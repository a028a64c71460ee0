/** Whole addresses, exact hosts and the names of properties hold signs of comparisons, and no figures. */
const exact = /\b(?:url="https?:[^\s"<>]*"|site=[^\s"<>=()]+|prop:[$\w]+(?:!?=))/gu;
const hasExact = /\b(?:url="|site=|prop:)/u;

/**
 * Whether a condition may look at figures: only comparisons, ranges and `has:` do. Texts that merely look like one of
 * these count too, because a condition is asked this before it is read.
 */
export const mayAskFacets = (condition: string): boolean =>
  /[<>=]|\.\.|has:/iu.test(hasExact.test(condition) ? condition.replaceAll(exact, "") : condition);
