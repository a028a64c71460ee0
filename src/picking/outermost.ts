/** Those of some elements that lie in none of the others; given and returned in the page's order. */
export const outermost = (elements: readonly Element[]): readonly Element[] => {
  const kept: Element[] = [];
  for (const element of elements) if (kept.at(-1)?.contains(element) !== true) kept.push(element);
  return kept;
};
