/** The middle one of some numbers, or the mean of the two in the middle; NaN of none. */
export const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
};

/** The median of what is known. Null where nothing is. */
export const medianOf = <Item>(
  items: readonly Item[],
  read: (item: Item) => number | null | undefined,
): number | null => {
  const known = items.map(read).filter((value) => value !== null && value !== undefined);
  return known.length === 0 ? null : median(known);
};
