import { compareCells, sameCell } from "./compare-cells.ts";
import type { Cell, SyncDocument } from "./document.ts";
import { hasSeen, sameSeen, uniteSeen } from "./seen-dots.ts";

/**
 * Everything that either document knows: a cell stays where both have it, or where the other has never seen it; one
 * that the other has seen and no longer has was removed there. This is the merge of the optimised observed-remove set
 * (Bieniusa and others, "An optimized conflict-free replicated set", 2012), whose removals leave nothing behind.
 * It is commutative, associative and idempotent.
 */
export function mergeDocuments(one: SyncDocument, other: SyncDocument): SyncDocument {
  const cells = new Map<string, Cell>();
  for (const [name, cell] of one.cells) {
    const same = other.cells.get(name);
    if (same !== undefined) cells.set(name, agreedCell(cell, same));
    else if (!hasSeen(other.seen, cell)) cells.set(name, cell);
  }
  for (const [name, cell] of other.cells) {
    if (!one.cells.has(name) && !hasSeen(one.seen, cell)) cells.set(name, cell);
  }
  return { seen: uniteSeen(one.seen, other.seen), cells };
}

/** Cells of one dot are equal, unless two devices shared a name: then every device takes the same of the two. */
const agreedCell = (one: Cell, other: Cell): Cell =>
  sameCell(one, other) || compareCells(one, other) > 0 ? one : other;

/** Whether two documents know the same. */
export const sameDocument = (one: SyncDocument, other: SyncDocument): boolean =>
  one.cells.size === other.cells.size &&
  sameSeen(one.seen, other.seen) &&
  [...one.cells].every(([name, cell]) => {
    const same = other.cells.get(name);
    return same !== undefined && sameCell(cell, same);
  });
