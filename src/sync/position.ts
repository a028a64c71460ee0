import { compareText } from "./dot.ts";

/** One step of a position: a number, and the device that chose it. */
export type Step = readonly [number: number, device: string];

/**
 * The place of a line or an item among its like: a path that sorts step by step, by number and then by device, a path
 * before its extensions. Between any two there is room for more, so that nothing has to be moved to let something in.
 * The idea is that of Logoot (Weiss, Urso and Molli, 2009).
 */
export type Position = readonly Step[];

export function comparePositions(one: Position, other: Position): number {
  const length = Math.min(one.length, other.length);
  for (let level = 0; level < length; level += 1) {
    const [mine, theirs] = [one[level] as Step, other[level] as Step];
    // Positions that were chosen together share the steps they have in common.
    if (mine === theirs) continue;
    const order = mine[0] - theirs[0] || compareText(mine[1], theirs[1]);
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

/**
 * Chooses positions between two others, null standing for the start and the end.
 *
 * What one device writes in one go stays together when another device writes in the same place meanwhile: the first
 * line takes a step beside its neighbours, those after it take steps below that one, where nobody else does, or beside
 * it where that is below a step of its own already. (On lines that end up interleaved see Kleppmann and others,
 * "Interleaving anomalies in collaborative text editors", 2019.)
 */
export function positionsBetween(
  left: Position | null,
  right: Position | null,
  count: number,
  device: string,
): Position[] {
  if (count === 0) return [];
  const first = positionBetween(left, right, device);
  const beside = isBelowOwn(first, device) && isOpenAbove(first, right);
  const [number] = first.at(-1) as Step;
  const positions: Position[] = [first];
  for (let index = 1; index < count; index += 1) {
    positions.push(beside ? [...first.slice(0, -1), [number + index, device]] : [...first, [index, device]]);
  }
  return positions;
}

/** Whether a position stands below one of its own device, where others only go when there is no room above. */
const isBelowOwn = (position: Position, device: string): boolean => position.at(-2)?.[1] === device;

/**
 * Whether there is room one level above a position and before the right one, for any device: then others go there. What
 * one device adds at an end again and again may then stand beside what it added before, and not ever deeper.
 */
function isOpenAbove(position: Position, right: Position | null): boolean {
  const level = position.length - 2;
  if (right === null || !startsWith(right, position.slice(0, level))) return true;
  return (right[level]?.[0] ?? 0) > (position[level]?.[0] ?? 0) + 1;
}

function positionBetween(left: Position | null, right: Position | null, device: string): Position {
  if (left === null) return [[(right?.[0]?.[0] ?? 1) - 1, device]];
  // What comes below the position must come before the right one as well.
  const fits = (position: Position): boolean =>
    right === null || (comparePositions(position, right) < 0 && !startsWith(right, position));
  return stepsAfter(left, device).find(fits) ?? below(left, right, device);
}

/** Positions after another one, in order of preference. */
function stepsAfter(left: Position, device: string): Position[] {
  const own = left.at(-1)?.[1] === device;
  if (own && left.at(-2)?.[1] === device) return [nextTo(left, left.length - 1, device)];
  if (own) return [[...left, [1, device]]];
  return left.map((_, level) => nextTo(left, level, device));
}

const nextTo = (left: Position, level: number, device: string): Position => [
  ...left.slice(0, level),
  [(left[level]?.[0] ?? 0) + 1, device],
];

/** A position below the left one; where the right one is below it too, before that. */
function below(left: Position, right: Position | null, device: string): Position {
  const inside = right !== null && startsWith(right, left);
  return [...left, [inside ? (right[left.length]?.[0] ?? 1) - 1 : 1, device]];
}

const startsWith = (position: Position, start: Position): boolean =>
  position.length >= start.length && comparePositions(position.slice(0, start.length), start) === 0;
