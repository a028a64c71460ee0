/**
 * The selector list that finds the further elements of results from their roots (`&`), in the form that SERPINFO gives
 * `extraSelector`: one part for each step to the next sibling. Null where results are one element each.
 *
 * @param groups each result's root and its further elements
 * @param compound what the roots are, as a selector: no further element is one
 */
export const furtherSelector = (groups: readonly (readonly Element[])[], compound: string): string | null => {
  const longest = groups.reduce((most, { length }) => Math.max(most, length), 1) - 1;
  if (longest < 1) return null;
  const roots = new Set(groups.map(([root]) => root!.localName));
  const tags = [...new Set(groups.flatMap(([, ...parts]) => parts.map(({ localName }) => localName)))];
  const names = tags.map((tag) => CSS.escape(tag));
  const some = names.length === 1 ? names[0]! : `:is(${names.join(", ")})`;
  const further = tags.some((tag) => roots.has(tag)) ? `${some}:not(${compound})` : some;
  return Array.from({ length: longest }, (_, step) => `&${` + ${further}`.repeat(step + 1)}`).join(", ");
};
