import { placeOf } from "./document.ts";
import type { CellOf, ItemCells } from "./document.ts";
import { compareDots, dotName } from "./dot.ts";
import { comparePositions } from "./position.ts";
import type { Position } from "./position.ts";

/** A line as it shows: one or, where several devices added it at once, several cells. */
export interface VisibleLine {
  readonly text: string;
  readonly copy: number;
  readonly at: Position;
  /** The first of them has the place. */
  readonly cells: readonly [CellOf<"line">, ...CellOf<"line">[]];
}

const known = new WeakMap<ItemCells, readonly VisibleLine[]>();

/** The lines of an item in their order. */
export function visibleLines(item: ItemCells): readonly VisibleLine[] {
  const lines = known.get(item) ?? sortLines(item);
  known.set(item, lines);
  return lines;
}

function sortLines(item: ItemCells): readonly VisibleLine[] {
  const groups = new Map<string, [CellOf<"line">, ...CellOf<"line">[]]>();
  for (const cell of item.lines) {
    const key = `${cell.copy} ${cell.text}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [cell]);
    else group.push(cell);
  }
  const lines = [...groups.values()].map((cells): VisibleLine => {
    if (cells.length > 1) cells.sort(compareDots);
    const [first] = cells;
    return { text: first.text, copy: first.copy, at: placeOf(item, dotName(first)) ?? first.at, cells };
  });
  return lines.toSorted(
    (one, other) => comparePositions(one.at, other.at) || compareDots(one.cells[0], other.cells[0]),
  );
}
