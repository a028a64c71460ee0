import { longestRise } from "./longest-rise.ts";
import { comparePositions, positionsBetween } from "./position.ts";
import type { Position } from "./position.ts";

/**
 * New positions for as few of a sequence as possible, so that all of them rise.
 *
 * @param places The positions that the entries of the sequence have so far; null for those that have none.
 * @returns the new positions, by index, in the order of the sequence.
 */
export function newPlaces(places: readonly (Position | null)[], device: string): Map<number, Position> {
  const placed = [...places.entries()].filter((entry): entry is [number, Position] => entry[1] !== null);
  const rising = longestRise(ranks(placed.map(([, place]) => place)));
  const kept = new Set([...rising].map((index) => placed[index]?.[0]));
  const found = new Map<number, Position>();
  for (let start = 0; start < places.length; start += 1) {
    if (kept.has(start)) continue;
    let end = start;
    while (end < places.length && !kept.has(end)) end += 1;
    const positions = positionsBetween(places[start - 1] ?? null, places[end] ?? null, end - start, device);
    for (const [index, position] of positions.entries()) found.set(start + index, position);
    start = end;
  }
  return found;
}

/** Numbers that compare as the positions do. */
function ranks(positions: readonly Position[]): number[] {
  const order = [...positions.keys()].toSorted((one, other) =>
    comparePositions(positions[one] as Position, positions[other] as Position),
  );
  const found: number[] = Array.from({ length: positions.length }, () => 0);
  let rank = 0;
  for (const [place, index] of order.entries()) {
    const before = positions[order[place - 1] ?? -1];
    if (before !== undefined && comparePositions(before, positions[index] as Position) < 0) rank += 1;
    found[index] = rank;
  }
  return found;
}
