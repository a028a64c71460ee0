import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { resolveOverlaps } from "@/painting/resolve-overlaps.ts";

interface RankedHit {
  readonly rank: number;
  readonly span: { readonly start: number; readonly end: number };
}

const hit = (rank: number, start: number, end: number): RankedHit => ({ rank, span: { start, end } });

const resolve = (...hits: readonly RankedHit[]): (readonly [start: number, end: number, rank: number])[] =>
  resolveOverlaps(hits, ({ rank }) => rank).map((stretch) => [stretch.start, stretch.end, stretch.hit.rank]);

describe("resolving overlaps", () => {
  it.each([
    [
      "hits apart stay as they are",
      [hit(0, 4, 8), hit(1, 0, 3)],
      [
        [0, 3, 1],
        [4, 8, 0],
      ],
    ],
    [
      "hits side by side stay as they are",
      [hit(0, 0, 3), hit(1, 3, 6)],
      [
        [0, 3, 0],
        [3, 6, 1],
      ],
    ],
    ["the longer goes before the shorter inside it", [hit(0, 2, 4), hit(1, 0, 6)], [[0, 6, 1]]],
    [
      "what sticks out is painted",
      [hit(0, 0, 4), hit(1, 2, 8)],
      [
        [0, 2, 0],
        [2, 8, 1],
      ],
    ],
    [
      "of equals the earlier list goes first",
      [hit(1, 0, 4), hit(0, 2, 6)],
      [
        [0, 2, 1],
        [2, 6, 0],
      ],
    ],
    [
      "of one list's equals the first in the text",
      [hit(0, 2, 6), hit(0, 0, 4)],
      [
        [0, 4, 0],
        [4, 6, 0],
      ],
    ],
    ["the same place twice goes to the earlier list", [hit(1, 0, 4), hit(0, 0, 4)], [[0, 4, 0]]],
    [
      "a hit that is covered in its middle stays on both sides",
      [hit(1, 0, 6), hit(0, 2, 9)],
      [
        [0, 2, 1],
        [2, 9, 0],
      ],
    ],
    [
      "three in a chain",
      [hit(0, 0, 3), hit(1, 2, 6), hit(2, 5, 8)],
      [
        [0, 2, 0],
        [2, 6, 1],
        [6, 8, 2],
      ],
    ],
  ])("%s", (_, hits, stretches) => {
    expect(resolve(...hits)).toStrictEqual(stretches);
  });

  it("gives each place to the hit that goes before all others there", () => {
    const hits = fc.array(
      fc
        .tuple(fc.nat(4), fc.nat(30), fc.integer({ min: 1, max: 8 }))
        .map(([rank, start, length]) => hit(rank, start, start + length)),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(hits, (all) => {
        const stretches = resolveOverlaps(all, ({ rank }) => rank);
        const length = ({ span }: RankedHit): number => span.end - span.start;
        for (let place = 0; place < 40; place += 1) {
          const [best] = all
            .filter(({ span }) => span.start <= place && place < span.end)
            .toSorted((a, b) => length(b) - length(a) || a.rank - b.rank || a.span.start - b.span.start);
          const there = stretches.filter(({ start, end }) => start <= place && place < end);
          expect(there.length).toBe(best === undefined ? 0 : 1);
          expect(there[0]?.hit.span).toStrictEqual(best?.span);
          expect(there[0]?.hit.rank).toBe(best?.rank);
        }
        expect(stretches).toStrictEqual(stretches.toSorted((a, b) => a.start - b.start));
      }),
    );
  });

  it("takes ten thousand hits that all overlap", () => {
    const all = Array.from({ length: 10_000 }, (_, index) => hit(index, 0, index + 1));
    expect(resolve(...all)).toStrictEqual([[0, 10_000, 9_999]]);
  });
});
