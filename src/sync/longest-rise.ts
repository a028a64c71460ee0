/**
 * Which of some numbers to keep so that they rise and as few as possible are left out: a longest strictly increasing
 * subsequence, by patience sorting (Fredman, "On computing the length of longest increasing subsequences", 1975).
 *
 * @returns the indexes of the numbers to keep.
 */
export function longestRise(numbers: readonly number[]): Set<number> {
  /** For each length, the index of the lowest number that a rise of this length ends with. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [index, number] of numbers.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before.push(low === 0 ? undefined : ends[low - 1]);
    ends[low] = index;
  }
  const kept = new Set<number>();
  for (let index = ends.at(-1); index !== undefined; index = before[index]) kept.add(index);
  return kept;
}
