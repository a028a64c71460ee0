import type { Cell } from "./document.ts";
import { compareText } from "./dot.ts";
import { comparePositions } from "./position.ts";
import { sameJson } from "./same-json.ts";

/** Whether two cells say the same. */
export function sameCell(one: Cell, other: Cell): boolean {
  if (one === other) return true;
  if (one.kind !== other.kind || one.id !== other.id) return false;
  if (one.type === "line" && other.type === "line") {
    return one.text === other.text && one.copy === other.copy && comparePositions(one.at, other.at) === 0;
  }
  if (one.type === "value" && other.type === "value") {
    return one.field === other.field && sameJson(one.value, other.value);
  }
  if (one.type === "place" && other.type === "place") {
    return one.of === other.of && comparePositions(one.at, other.at) === 0;
  }
  return one.type === other.type;
}

/** An order of cells that is the same on every device. */
export const compareCells = (one: Cell, other: Cell): number => compareText(cellText(one), cellText(other));

/** What a cell says, as one text. */
function cellText(cell: Cell): string {
  const { type, kind, id } = cell;
  if (type === "line") return JSON.stringify([type, kind, id, cell.text, cell.copy, cell.at]);
  if (type === "value") return JSON.stringify([type, kind, id, cell.field, cell.value]);
  if (type === "place") return JSON.stringify([type, kind, id, cell.of, cell.at]);
  return JSON.stringify([type, kind, id]);
}
