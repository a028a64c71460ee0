/**
 * Merges two edits of the same lines, as `base` was before both: what either side added is kept, what either side took
 * away is gone. The order is that of `mine`; lines that only `theirs` has follow the line they follow there.
 */
export function mergeLines(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  if (sameLines(base, theirs)) return mine;
  const added = surplusLines(theirs, [...base, ...surplusLines(mine, base)]);
  const removed = count(surplusLines(base, theirs));
  const merged = mine.filter((line) => !take(removed, line));
  const waiting = count(added);
  for (const [index, line] of theirs.entries()) {
    if (!take(waiting, line)) continue;
    const before = index === 0 ? undefined : theirs[index - 1];
    const place = before === undefined ? -1 : merged.lastIndexOf(before);
    merged.splice(place === -1 && index > 0 ? merged.length : place + 1, 0, line);
  }
  return merged;
}

export const sameLines = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((line, index) => line === other[index]);

/** The lines that the first has more often than the second, as often as it has them more. */
export function surplusLines(lines: readonly string[], other: readonly string[]): string[] {
  const known = count(other);
  return lines.filter((line) => !take(known, line));
}

function count(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

/** Takes one of a line out of the counts; false where there is none left. */
function take(counts: Map<string, number>, line: string): boolean {
  const left = counts.get(line) ?? 0;
  if (left === 0) return false;
  counts.set(line, left - 1);
  return true;
}
