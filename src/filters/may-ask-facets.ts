/** Whole addresses, and the names of properties, hold signs of comparisons, and no figures. */
const address = /\b(?:url="https?:[^\s"<>]*"|prop:[$\w]+(?:!?=))/gu;
const hasAddress = /\burl="|\bprop:/u;

/**
 * Whether a condition may look at figures: only comparisons, ranges and `has:` do. Texts that merely look like one of
 * these count too, because a condition is asked this before it is read.
 */
export const mayAskFacets = (condition: string): boolean =>
  /[<>=]|\.\.|has:/iu.test(hasAddress.test(condition) ? condition.replaceAll(address, "") : condition);
