import fc from "fast-check";
import { expect, test } from "vitest";

import { comparePositions, positionsBetween } from "@/sync/position.ts";
import type { Position } from "@/sync/position.ts";

const insertions = fc.array(
  fc.record({ at: fc.nat(1000), count: fc.integer({ min: 1, max: 4 }), device: fc.constantFrom("a", "b", "c") }),
  { maxLength: 60 },
);

/** The positions after insertions at places among those there are. */
function positionsAfter(history: readonly { at: number; count: number; device: string }[]): Position[] {
  const positions: Position[] = [];
  for (const { at, count, device } of history) {
    const index = at % (positions.length + 1);
    const left = positions[index - 1] ?? null;
    positions.splice(index, 0, ...positionsBetween(left, positions[index] ?? null, count, device));
  }
  return positions;
}

const rise = (positions: readonly Position[]): boolean =>
  positions.every((position, index) => index === 0 || comparePositions(positions[index - 1]!, position) < 0);

test("positions stand strictly between their neighbours, wherever any device puts them in", () => {
  fc.assert(
    fc.property(insertions, (history) => {
      expect(rise(positionsAfter(history))).toBe(true);
    }),
  );
});

test("positions also fit where some of those around are gone", () => {
  fc.assert(
    fc.property(insertions, insertions, fc.infiniteStream(fc.boolean()), (history, more, keep) => {
      const positions = positionsAfter(history).filter(() => keep.next().value);
      for (const { at, count, device } of more) {
        const index = at % (positions.length + 1);
        const left = positions[index - 1] ?? null;
        positions.splice(index, 0, ...positionsBetween(left, positions[index] ?? null, count, device));
      }
      expect(rise(positions)).toBe(true);
    }),
  );
});

test("what two devices write at the same place, one line after another, does not mix", () => {
  const typed = (start: Position, end: Position | null, device: string): Position[] => {
    const lines: Position[] = [];
    for (let line = 0; line < 5; line += 1) lines.push(...positionsBetween(lines.at(-1) ?? start, end, 1, device));
    return lines;
  };
  const [start, end] = positionsBetween(null, null, 2, "a") as [Position, Position];
  for (const after of [null, end]) {
    const [mine, theirs] = [typed(start, after, "b"), typed(start, after, "c")];
    const all = [...mine, ...theirs].toSorted(comparePositions);
    expect(all).toEqual([...mine, ...theirs]);
  }
});

test("a list that grows at its end, by turns on two devices, has short positions", () => {
  const positions: Position[] = [];
  for (let line = 0; line < 500; line += 1) {
    positions.push(...positionsBetween(positions.at(-1) ?? null, null, 1, line % 2 === 0 ? "a" : "b"));
  }
  expect(Math.max(...positions.map(({ length }) => length))).toBeLessThanOrEqual(2);
});
