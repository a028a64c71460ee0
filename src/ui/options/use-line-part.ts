import { useRef, useState } from "preact/hooks";

/**
 * So many lines are in the field at once, and so many more may come to them by typing: browsers lay a field out anew
 * with every key, which takes a sixth of a second for ten thousand lines.
 */
export const linesInPart = 1000;
const typedMore = 500;

/** Which of the lines of a list are in the field: those but for so many before and after them. */
interface LinePart {
  readonly from: number;
  readonly after: number;
}

const partWith = (line: number, count: number): LinePart => {
  const from = Math.floor(Math.max(0, Math.min(line, count - 1)) / linesInPart) * linesInPart;
  return { from, after: Math.max(0, count - from - linesInPart) };
};

const fits = ({ from, after }: LinePart, count: number): boolean => {
  const size = count - from - after;
  return size > 0 && size <= linesInPart + typedMore;
};

/** Keeps the part that is shown while lines in it come and go; a list that is not long is one part. */
export function useLinePart(count: number): LinePart & { readonly show: (line: number) => void } {
  const part = useRef<LinePart>({ from: 0, after: Infinity });
  /** The line whose part is asked for, which there may not be before the next drawing. */
  const [asked, ask] = useState<{ readonly line: number } | null>(null);
  const answered = useRef(asked);
  if (asked !== answered.current) {
    answered.current = asked;
    part.current = partWith(asked?.line ?? 0, count);
  }
  if (!fits(part.current, count)) part.current = partWith(part.current.from, count);
  return { ...part.current, show: (line) => ask({ line }) };
}
