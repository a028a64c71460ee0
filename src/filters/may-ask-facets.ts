/** Whole addresses hold signs of comparisons, and no figures. */
const address = /\burl="https?:[^\s"<>]*"/gu;

/**
 * Whether a condition may look at figures: only comparisons, ranges and `has:` do. Texts that merely look like one of
 * these count too, because a condition is asked this before it is read.
 */
export const mayAskFacets = (condition: string): boolean =>
  /[<>=]|\.\.|has:/iu.test(condition.includes('url="') ? condition.replaceAll(address, "") : condition);
