import { arrayOf, malformed, numbersOf } from "./malformed.ts";
import type { Position, Step } from "./position.ts";

/** Positions can be this deep: about half as deep as so many insertions at one place in the middle make them. */
const deepest = 5000;

/**
 * Positions as runs: how many there are, then number and device of each step of the first; those after it differ from
 * the one before by one in the last number.
 */
export function writePositions(
  positions: readonly Position[],
  deviceNumber: (device: string) => number,
): readonly (readonly number[])[] {
  const runs: number[][] = [];
  let run: number[] = [];
  let before: Position | null = null;
  for (const position of positions) {
    if (before !== null && follows(before, position)) {
      run[0] = (run[0] ?? 0) + 1;
    } else {
      run = [1, ...position.flatMap(([number, device]) => [number, deviceNumber(device)])];
      runs.push(run);
    }
    before = position;
  }
  return runs;
}

function follows(before: Position, position: Position): boolean {
  const end = position.length - 1;
  return (
    before.length === position.length &&
    position.every(
      ([number, device], level) =>
        before[level]?.[1] === device && before[level][0] === (level === end ? number - 1 : number),
    )
  );
}

/** @throws MalformedDocument where there are not `count` positions in the form of {@link writePositions}. */
export function readPositions(runs: unknown, count: number, device: (number: unknown) => string): Position[] {
  const positions: Position[] = [];
  for (const run of arrayOf(runs)) {
    const [length = 0, ...numbers] = numbersOf(run);
    const depth = numbers.length / 2;
    if (length < 1 || positions.length + length > count) malformed("positions");
    if (depth < 1 || depth > deepest || !Number.isInteger(depth)) malformed("a position");
    const steps = Array.from({ length: depth }, (_, level): Step => [
      numbers[2 * level] ?? 0,
      device(numbers[2 * level + 1]),
    ]);
    const shared = steps.slice(0, -1);
    const [number, name] = steps[depth - 1] as Step;
    for (let index = 0; index < length; index += 1) positions.push([...shared, [number + index, name]]);
  }
  return positions.length === count ? positions : malformed("positions");
}
