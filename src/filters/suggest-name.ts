/** A typed name as short as this can be off by one letter only, a longer one by two. */
const shortName = 4;

/**
 * The number of letters to insert, remove, replace or swap with their neighbour to get from one word to the other:
 * the optimal string alignment distance.
 */
export const letterDistance = (from: string, to: string): number => {
  let before: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let least = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1])
        least = Math.min(least, (before[column - 2] ?? 0) + 1);
      current.push(least);
    }
    before = previous;
    previous = current;
  }
  return previous[to.length] ?? 0;
};

/** The one of the names that the typed one was probably meant to be, or null where none is near enough. */
export const suggestName = (typed: string, names: readonly string[]): string | null => {
  const word = typed.toLowerCase();
  let best: string | null = null;
  let least = word.length <= shortName ? 2 : 3;
  for (const name of names) {
    // A word much longer or shorter than a name is never near it.
    if (Math.abs(name.length - word.length) >= least) continue;
    const distance = letterDistance(word, name.toLowerCase());
    if (distance < least) {
      least = distance;
      best = name;
    }
  }
  return best;
};
