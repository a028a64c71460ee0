import type { ItemCells, Owner } from "./document.ts";
import { dotName } from "./dot.ts";
import type { DocumentEdit } from "./edit-document.ts";
import { newPlaces } from "./new-places.ts";
import { visibleLines } from "./visible-lines.ts";
import type { VisibleLine } from "./visible-lines.ts";

/**
 * Writes down how an item's lines changed. A line is known by its text: the first of several equal ones is the first
 * of those there were, and so on. What is left of either side was removed or added; an edited line is both. Of the
 * lines that stay, as few as possible count as moved.
 */
export function deriveLines(
  edit: DocumentEdit,
  owner: Owner,
  cells: ItemCells | undefined,
  after: readonly string[],
): void {
  const before = cells === undefined ? [] : visibleLines(cells);
  if (before.length === after.length && before.every(({ text }, index) => text === after[index])) return;
  const waiting = new Map<string, VisibleLine[]>();
  for (const line of before.toReversed()) {
    const equal = waiting.get(line.text);
    if (equal === undefined) waiting.set(line.text, [line]);
    else equal.push(line);
  }
  const known = after.map((text) => waiting.get(text)?.pop() ?? null);
  for (const left of waiting.values()) for (const line of left) edit.remove(line.cells);
  const freeCopy = copyNumbers(known);
  for (const [index, at] of newPlaces(
    known.map((line) => line?.at ?? null),
    edit.device,
  )) {
    const text = after[index] ?? "";
    const line = known[index];
    if (line === null || line === undefined) {
      edit.add({ ...owner, type: "line", text, copy: freeCopy(text), at });
    } else {
      const of = dotName(line.cells[0]);
      edit.remove(cells?.places.get(of) ?? []);
      edit.add({ ...owner, type: "place", of, at });
    }
  }
}

/** Gives each new line the lowest number that no equal line has. */
function copyNumbers(known: readonly (VisibleLine | null)[]): (text: string) => number {
  const taken = new Map<string, Set<number>>();
  const takenFor = (text: string): Set<number> => {
    const numbers = taken.get(text) ?? new Set();
    taken.set(text, numbers);
    return numbers;
  };
  for (const line of known) if (line !== null) takenFor(line.text).add(line.copy);
  return (text) => {
    const numbers = takenFor(text);
    let copy = 0;
    while (numbers.has(copy)) copy += 1;
    numbers.add(copy);
    return copy;
  };
}
