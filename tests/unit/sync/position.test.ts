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

test("a list to which several lines at a time are added at its end has short positions", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom("a", "b"), fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: 60 }),
      (added) => {
        for (const end of [null, [[1000, "z"]] satisfies Position]) {
          const positions: Position[] = [];
          for (const [device, count] of added)
            positions.push(...positionsBetween(positions.at(-1) ?? null, end, count, device));
          expect(Math.max(...positions.map(({ length }) => length))).toBeLessThanOrEqual(3);
          expect(rise(end === null ? positions : [...positions, end])).toBe(true);
        }
      },
    ),
  );
});

test("what two devices add at the same place, several lines at a time, does not mix", () => {
  const added = (start: Position, end: Position | null, device: string): Position[] => {
    const lines: Position[] = [];
    for (let turn = 0; turn < 4; turn += 1) lines.push(...positionsBetween(lines.at(-1) ?? start, end, 3, device));
    return lines;
  };
  const three = positionsBetween(null, null, 3, "a");
  const next = positionsBetween(three.at(-1) ?? null, null, 2, "d");
  for (const [start, end] of [
    [three[0]!, three[1]!],
    [three[1]!, three[2]!],
    [three[2]!, next[0]!],
    [three[2]!, null],
    [next[1]!, null],
  ] satisfies [Position, Position | null][]) {
    for (const devices of [
      ["a", "b"],
      ["b", "c"],
      ["b", "a"],
      ["d", "e"],
    ] as const) {
      const [mine, theirs] = devices.map((device) => added(start, end, device)) as [Position[], Position[]];
      const all = [...mine, ...theirs].toSorted(comparePositions);
      expect([
        [...mine, ...theirs],
        [...theirs, ...mine],
      ]).toContainEqual(all);
    }
  }
});
