/** Sorted ranges of code points: the first and last of each one after the other. */
export type CodePointRanges = readonly number[];

/** Reads ranges written as `300-34e 350`, in hexadecimal and in ascending order. */
export const codePointRanges = (...texts: readonly string[]): CodePointRanges =>
  texts
    .flatMap((text) => text.split(" "))
    .flatMap((range) => {
      const [first = "", last = first] = range.split("-");
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
    });

export const isWithin = (ranges: CodePointRanges, point: number): boolean => {
  for (let first = 0; first < ranges.length; first += 2) {
    if (point < ranges[first]!) return false;
    if (point <= ranges[first + 1]!) return true;
  }
  return false;
};
