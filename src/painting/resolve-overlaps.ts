import type { Span } from "@/model/span.ts";

/** A stretch to paint, with the hit it belongs to. */
export interface PaintedStretch<H> extends Span {
  readonly hit: H;
}

const overlapping = (spans: readonly { readonly span: Span }[]): boolean =>
  spans.some((hit, index) => index > 0 && hit.span.start < (spans[index - 1]?.span.end ?? 0));

/** The next cell that is still free, with the way there made shorter for the next search. */
const nextFree = (next: number[], from: number): number => {
  let free = from;
  while (next[free] !== free) {
    const after = next[free] ?? free;
    next[free] = next[after] ?? after;
    free = next[free] ?? free;
  }
  return free;
};

/**
 * Gives every place that hits cover to one of them: to the longest, among equals to the one whose list comes
 * first, then to the one that starts first. What is left of the others is painted where it sticks out.
 * Takes n log n steps for n hits, however they overlap.
 *
 * @param rankOf the place of a hit's list in the user's order
 * @returns disjoint stretches in the order of the text
 */
export const resolveOverlaps = <H extends { readonly span: Span }>(
  hits: readonly H[],
  rankOf: (hit: H) => number,
): PaintedStretch<H>[] => {
  const inOrder = hits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  if (!overlapping(inOrder)) {
    return inOrder.map((hit) => ({ start: hit.span.start, end: hit.span.end, hit }));
  }
  const edges = [...new Set(inOrder.flatMap(({ span }) => [span.start, span.end]))].toSorted((a, b) => a - b);
  const cellAt = new Map(edges.map((edge, index) => [edge, index]));
  const next = edges.map((_, index) => index);
  const byRank = inOrder.toSorted(
    (a, b) => b.span.end - b.span.start - (a.span.end - a.span.start) || rankOf(a) - rankOf(b),
  );
  const stretches: PaintedStretch<H>[] = [];
  for (const hit of byRank) {
    const last = cellAt.get(hit.span.end) ?? 0;
    let cell = nextFree(next, cellAt.get(hit.span.start) ?? 0);
    while (cell < last) {
      const first = cell;
      while (cell < last && next[cell] === cell) {
        next[cell] = cell + 1;
        cell += 1;
      }
      stretches.push({ start: edges[first] ?? 0, end: edges[cell] ?? 0, hit });
      cell = nextFree(next, cell);
    }
  }
  return stretches.toSorted((a, b) => a.start - b.start);
};
